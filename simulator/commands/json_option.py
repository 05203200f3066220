"""`--json`, and `--format json` as its longer form, for commands that else print text."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click


def json_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command both options, which reach it as one `as_json`."""

    @wraps(command)
    def with_json(*context: Any, **given: Any) -> None:
        as_json = given.pop("chosen") == "json"
        as_json = given.pop("short") or as_json
        command(*context, **given, as_json=as_json)

    short = click.option("--json", "short", is_flag=True, help="The same as --format json.")
    long = click.option("--format", "chosen", type=click.Choice(("text", "json")), default="text", show_default=True)
    return long(short(with_json))
