"""`list acts`, `list cues`, `list criteria`: the names that scenarios, walks and rubrics may use."""

from typing import Literal

import click

from simulator.commands.completing import languages, rubric_ids
from simulator.commands.format_option import json_option, print_json
from simulator.model.defaults import DEFAULT_LANGUAGE, DEFAULT_RUBRIC
from simulator.render.visible import in_one_line

_in_language = click.option(
    "--language", default=DEFAULT_LANGUAGE, show_default=True, shell_complete=languages, help="The codebook to look in."
)


@click.command("acts", short_help="what a counselor's turn can be")
@_in_language
@json_option
def acts(language: str, as_json: bool) -> None:
    """The acts of the codebook, each with what it is: what conditions and walks name.

    \b
    rehearse list acts
    rehearse list acts --json
    """
    _tell_definitions("acts", language, as_json=as_json)


@click.command("cues", short_help="what a client's message can show")
@_in_language
@json_option
def cues(language: str, as_json: bool) -> None:
    """The cues of the codebook, each with what it is: what lines of a client name.

    \b
    rehearse list cues
    rehearse list cues --json
    """
    _tell_definitions("cues", language, as_json=as_json)


@click.command("criteria", short_help="what a rubric judges")
@click.argument("rubric", default=DEFAULT_RUBRIC, metavar="[RUBRIC]", shell_complete=rubric_ids)
@json_option
def criteria(rubric: str, as_json: bool) -> None:
    """The criteria of a rubric (peer-counseling if left out), each with its title: what scores and scenarios name.

    \b
    rehearse list criteria
    rehearse list criteria motivation
    """
    from simulator.library import Library

    rows = [{"id": one.id, "title": one.title, "area": one.area} for one in Library().rubric(rubric).criteria]
    _tell(rows, "title", as_json=as_json)


def _tell_definitions(kind: Literal["acts", "cues"], language: str, *, as_json: bool) -> None:
    from simulator.library import Library

    definitions = getattr(Library().codebook(language), kind)
    _tell([{"id": one.id, "title": one.title, "is": one.what} for one in definitions], "is", as_json=as_json)


def _tell(rows: list[dict[str, str]], key: str, *, as_json: bool) -> None:
    """All that is known of each name as data, or one line for each with what stands under this key."""
    if as_json:
        print_json(rows)
    else:
        width = max((len(row["id"]) for row in rows), default=0)
        click.echo("\n".join(f"{row['id']:{width}}  {in_one_line(row[key])}" for row in rows))
