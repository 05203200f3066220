"""The option by which a supervisor says who is writing."""

from collections.abc import Callable
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])


def supervisor_option(command: _Command) -> _Command:
    """Give a command `--as CODE`, which reaches it as `supervisor`; REHEARSE_SUPERVISOR stands in for it."""
    words = "Who you are: a code such as s-1, never a name (else REHEARSE_SUPERVISOR)."
    return click.option(
        "--as",
        "supervisor",
        metavar="CODE",
        envvar="REHEARSE_SUPERVISOR",
        callback=_code,
        expose_value=True,
        help=words,
    )(command)


def _code(context: click.Context, option: click.Parameter, given: str | None) -> str:
    """UsageError where there is no code, or where it cannot be one."""
    if given is None:
        raise click.UsageError("who is reviewing? Write --as and your code, such as --as s-1; never a name")
    import re

    if not re.fullmatch(r"[A-Za-z0-9_-]{1,32}", given):
        raise click.UsageError(
            "--as is for a code and never a name: 1 to 32 of the letters a-z and A-Z, digits, - and _, such as s-1"
        )
    return given
