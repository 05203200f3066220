"""The option by which a supervisor says who is writing."""

from collections.abc import Callable
from typing import TypeVar

import click

from simulator.commands.configured import configured

_Command = TypeVar("_Command", bound=Callable[..., object])


def supervisor_option(command: _Command) -> _Command:
    """Give a command `--as CODE`, which reaches it as `supervisor`; else the configuration's."""
    words = "Who you are: a code such as s-1, never a name (else `supervisor` of the configuration)."
    return click.option("--as", "supervisor", metavar="CODE", callback=_code, help=words)(command)


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
