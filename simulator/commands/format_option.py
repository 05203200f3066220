"""`--format`, and `--json` as the short form of one of them; and how JSON is printed."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])


def format_option(*formats: str) -> Callable[[_Command], _Command]:
    """Give a command both options, which reach it as one `format`: the first of these, if nothing is said."""
    return lambda command: _both(command, "format", formats, str)


def json_option(command: _Command) -> _Command:
    """The same for a command that else prints text; they reach it as one `as_json`."""
    return _both(command, "as_json", ("text", "json"), lambda chosen: chosen == "json")


def print_json(value: object) -> None:
    """One line of JSON, in ASCII, so that no encoding of the other side can spoil it."""
    click.echo(json.dumps(value))


def _both(command: _Command, name: str, formats: tuple[str, ...], told: Callable[[str], Any]) -> _Command:
    """Both options, which reach the command under this name as what is `told` of the format."""

    def in_short(context: click.Context, option: click.Parameter, given: bool) -> None:
        if given:
            context.params[name] = told("json")

    short = click.option(
        "--json", is_flag=True, expose_value=False, callback=in_short, help="The same as --format json."
    )
    long = click.option(
        "--format",
        name,
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        # Read first, whatever the order: the short form goes before it.
        is_eager=True,
        callback=lambda context, option, chosen: told(chosen),
    )
    return long(short(command))
