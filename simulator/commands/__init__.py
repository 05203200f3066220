"""One file a sub-command; arguments in, exit status out."""

import gc
import io
import os
import sys
from contextlib import redirect_stderr, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from simulator import __version__
from simulator.commands.command_group import CommandGroup
from simulator.errors import SimulatorError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

SECTIONS = {
    "For trainees": (
        ("list", "the scenarios to choose from"),
        ("play", "practise a scenario in this terminal"),
        ("debrief", "the debrief of a session"),
        ("rate", "how you saw a session, before you read its debrief"),
        ("rewrite", "a turn of a session that is over, written again"),
        ("sessions", "your sessions on this computer"),
        ("contest", "say that you see a level or a turn differently"),
        ("form", "fill in the contact form, and compare it with what was said"),
        ("bundle", "a session in one file, for a supervisor"),
    ),
    "For supervisors": (
        ("queue", "what waits for a supervisor"),
        ("review", "go through a session: comment, agree or adjust, sign off"),
        ("progress", "how trainees come along over time"),
        ("agreement", "how far the program and supervisors agree"),
        ("score", "the debrief of any conversation"),
        ("import", "keep conversations from elsewhere as sessions"),
        ("export", "sessions for spreadsheets, statistics and record stores"),
        ("rescore", "a session judged by today's content, beside its own"),
        ("receive", "take in a session that was bundled elsewhere"),
        ("verify", "make a debrief again from its words"),
        ("forget", "delete everything of a trainee"),
        ("purge", "delete old sessions"),
    ),
    "For trainers": (
        ("propose", "what supervisors saw otherwise, as a patch for the content"),
        ("code", "the acts in a counselor's turn"),
        ("outline", "the states of a scenario, and what leads from each to which"),
        ("walk", "run the scripted conversations of scenarios"),
        ("rewalk", "a session as a walk, to test its scenario by"),
        ("bots", "let bot trainees play scenarios, and rank them"),
        ("lint", "check scenarios, walks, rubrics and codebooks"),
        ("rubric", "check a rubric, and count its examples"),
        ("fit", "refit the coder's weights on the codebook's own examples"),
    ),
    "For everybody": (
        ("config", "what you set once, and where it comes from"),
        ("completion", "make your shell complete what you type"),
    ),
}
COMMANDS = {name: what for rows in SECTIONS.values() for name, what in rows}
"""Every sub-command with its line in the help; its module is read only when it is called."""

INTERRUPTED = 130
OWN_MISTAKE = 70
TRACEBACK = "REHEARSE_TRACEBACK"
"""Set by who wants to see where the program went wrong."""
COMPLETION = "_REHEARSE_COMPLETE"
"""Set by a shell that asks what can stand here."""

LOOKED_THROUGH_AT = 500_000
"""New objects from which the garbage collector looks through them; else 700."""


class _Lazy(CommandGroup):
    """A group that knows its commands by name and reads a module only for the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"simulator.commands.{cmd_name}_command").command
        assert isinstance(command, click.Command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem[Any]]":
        from click.shell_completion import CompletionItem

        # Click would read the module of every command for its help.
        names = [CompletionItem(name, help=what) for name, what in COMMANDS.items() if name.startswith(incomplete)]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Whoever read our output has gone (`| head`). Click would call that a failure, and Python would complain
            # once more when it flushes what is left.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, COMMANDS))
        for heading, rows in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), what) for name, what in rows])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="rehearse")
def rehearse() -> None:
    """Practise peer counseling with a simulated client, and get a debrief that quotes your words.

    \b
    rehearse play                        choose a scenario and begin
    rehearse play ira-hiv-test           begin this one
    rehearse debrief                     the debrief of your last session
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; whatever goes wrong ends in one clear message and an exit status, never in a traceback."""
    # Hundreds of thousands of objects are made at each start, none of them is garbage: looking for any takes a fifth.
    gc.set_threshold(LOOKED_THROUGH_AT)
    if os.environ.get(COMPLETION, "").endswith("_complete"):
        _complete()
    _bear_any_text()
    try:
        rehearse.main(arguments, prog_name="rehearse", standalone_mode=False)
    except click.exceptions.Exit as left:
        sys.exit(left.exit_code)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except SimulatorError as wrong:
        click.echo(f"rehearse: {wrong}", err=True)
        sys.exit(wrong.exit_status)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except OSError as wrong:
        click.echo(f"rehearse: {wrong.filename or 'a file'}: {wrong.strerror or wrong}", err=True)
        sys.exit(SimulatorError.exit_status)
    except ModuleNotFoundError:
        raise  # The door says which package is missing.
    except Exception as wrong:
        if TRACEBACK in os.environ:
            raise
        what = f"{type(wrong).__name__}: {wrong}".splitlines()[0]
        click.echo(f"rehearse: a mistake of the program itself ({what}); what was saved is safe.", err=True)
        click.echo(f"Please tell its authors what you did; with {TRACEBACK}=1 set it shows them where.", err=True)
        sys.exit(OWN_MISTAKE)


def _bear_any_text() -> None:
    """Let a byte or character that the other side's encoding lacks become a mark instead of an end.

    Where there is no other side at all, nothing is read and nothing comes of what is written.
    """
    sys.stdin, sys.stdout, sys.stderr = (
        stream or open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115 - as long as the program runs
        for stream, mode in ((sys.stdin, "r"), (sys.stdout, "w"), (sys.stderr, "w"))
    )
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _complete() -> NoReturn:
    """Tell the shell what can stand here; whatever goes wrong, nobody's line is broken by a message."""
    with redirect_stderr(io.StringIO()), suppress(Exception):
        rehearse.main(prog_name="rehearse", complete_var=COMPLETION)
    sys.exit(0)
