"""The option by which a supervisor says who is writing."""

import click

from simulator.commands.configured import configured


def _code(context: click.Context, option: click.Parameter, given: str | None) -> str:
    """UsageError where there is no code, or where it cannot be one."""
    if context.resilient_parsing:
        return ""
    from simulator.model.trainee import CODE, CODE_RULE

    code: str | None = given or configured("supervisor")
    if code is None:
        raise click.UsageError("who is reviewing? Write --as and your code, such as --as s-1; never a name")
    if not CODE.fullmatch(code):
        raise click.UsageError(f"--as is for a code and never a name; {CODE_RULE}")
    return code


supervisor_option = click.option(
    "--as",
    "supervisor",
    metavar="CODE",
    callback=_code,
    help="Who you are: a code such as s-1, never a name (else `supervisor` of the configuration).",
)
