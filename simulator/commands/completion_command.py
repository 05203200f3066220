"""`completion`: what makes a shell complete commands, options and ids."""

import click

from simulator.commands import COMPLETION

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print what makes a SHELL complete commands, options and ids when you press Tab.

    \b
    rehearse completion bash >> ~/.bashrc
    rehearse completion zsh >> ~/.zshrc                     after the line with compinit
    rehearse completion fish > ~/.config/fish/completions/rehearse.fish

    It works in the next terminal that you open.
    """
    from click.shell_completion import get_completion_class

    program = context.find_root().command
    completion = get_completion_class(shell)
    assert completion is not None
    click.echo(completion(program, {}, "rehearse", COMPLETION).source())
