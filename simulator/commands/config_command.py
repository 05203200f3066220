"""`config`: what is set once and for all, where each value comes from, and changing it."""

import json
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from simulator.commands.command_group import CommandGroup
from simulator.commands.completing import configuration_keys, configuration_values
from simulator.commands.configured import configuration
from simulator.commands.format_option import json_option, print_json
from simulator.errors import ContentError
from simulator.render.visible import visible

if TYPE_CHECKING:
    from simulator.configuration.values import Configuration


@click.group("config", cls=CommandGroup)
def command() -> None:
    """What you set once: trainee or supervisor, database, front, pace, mode, color, help lines.

    \b
    rehearse config set trainee t-07
    rehearse config set help_lines.Supervisor "ask for Ann at the desk"
    rehearse config show --origin

    An option goes before an environment variable (REHEARSE_FRONT for front), that before the file, and the file before
    the default.
    """


@command.command("show", short_help="every key and its value")
@click.option("--origin", is_flag=True, help="Also where each value comes from.")
@json_option
def show(origin: bool, as_json: bool) -> None:
    """Every key and its value, as a configuration file would have it; exit status 3 where a file has mistakes.

    \b
    rehearse config show --origin
    rehearse config show --json
    """
    read = configuration()
    if as_json:
        print_json(_rows(read))
    else:
        click.echo("\n".join(_lines(read, origin)))
    sys.exit(ContentError.exit_status if read.mistakes else 0)


@command.command("path", short_help="where the file is")
def path() -> None:
    """Where the configuration file is, or would be.

    \b
    rehearse config path
    """
    from simulator.configuration.place import configuration_file

    click.echo(configuration_file(os.environ))


@command.command("set", short_help="set a key in the file")
@click.argument("key", shell_complete=configuration_keys)
@click.argument("value", shell_complete=configuration_values)
def set_(key: str, value: str) -> None:
    """Set KEY to VALUE in the file; comments and all else stay.

    \b
    rehearse config set front full-screen
    rehearse config set pace 0.5
    rehearse config set help_lines.Supervisor "ask for Ann at the desk"
    """
    from simulator.configuration.changing import set_key, way_to
    from simulator.configuration.place import configuration_file, variable

    way, file = way_to(key), configuration_file(os.environ)
    click.echo(f"{key} = {_written(set_key(file, way, value))} in {file}")
    if os.environ.get(variable(way[0])):
        click.echo(f"rehearse: {variable(way[0])} is set and goes before the file", err=True)


@command.command("unset", short_help="take a key out of the file")
@click.argument("key", shell_complete=configuration_keys)
def unset(key: str) -> None:
    """Take KEY out of the file, so that the default holds again.

    \b
    rehearse config unset front
    """
    from simulator.configuration.changing import unset_key, way_to
    from simulator.configuration.place import configuration_file

    file = configuration_file(os.environ)
    was_there = unset_key(file, way_to(key))
    click.echo(f"{key} is {'no longer' if was_there else 'not'} set in {file}")


def _rows(read: "Configuration") -> list[dict[str, Any]]:
    fields = type(read.preferences).model_fields
    return [
        {
            "key": key,
            "value": getattr(read.preferences, key),
            "origin": read.origin(key),
            "default": field.default,
            "what": field.description,
        }
        for key, field in fields.items()
    ]


def _lines(read: "Configuration", with_origin: bool) -> Iterator[str]:
    for row in _rows(read):
        key, value = row["key"], row["value"]
        origin = f"  # {visible(row['origin'])}" if with_origin else ""
        if not with_origin:
            yield f"# {row['what']}"
        if isinstance(value, dict):
            yield f"[{key}]{origin}"
            yield from (f"{_written(name)} = {_written(words)}" for name, words in value.items())
        else:
            yield f"{key} = {_written(value)}{origin}" if value is not None else f"# {key} is not set"


def _written(value: str | float) -> str:
    """The value as TOML, which writes texts as JSON does."""
    return visible(json.dumps(value, ensure_ascii=False))
