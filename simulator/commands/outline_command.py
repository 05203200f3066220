"""`outline`: the states of a scenario and what leads from each to which."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from simulator.commands.completing import place_names, scenario_ids
from simulator.commands.format_option import format_option, print_json
from simulator.errors import ContentError
from simulator.loader.suggestion import suggestion
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.authoring.state_map import Place

BEGINNING = "the beginning"


@click.command("outline")
@click.argument("scenario", shell_complete=scenario_ids)
@click.option(
    "--state",
    metavar="NAME",
    shell_complete=place_names,
    help="Only this state or ending, with every condition in full.",
)
@format_option("text", "mermaid", "json")
def command(scenario: str, state: str | None, format: str) -> None:
    """The states of a SCENARIO (an id or a file): what is told there, where each leads, and what has to happen for it.

    \b
    rehearse outline ira-hiv-test
    rehearse outline my-scenarios/lena.yaml --state talking
    rehearse outline ira-hiv-test --format mermaid > ira.mmd     a diagram, drawn by many editors

    Conditions stand as they do in the file, in their order. The first that holds decides; those that stay in the state
    are left out here, and may hold before.
    """
    from simulator.authoring.state_map import MOST_NAMES, mermaid, places
    from simulator.library import Library

    noun = Library().scenario(scenario)
    if format == "mermaid":
        if state is not None:
            raise click.UsageError("a diagram shows all states; leave out --state, or --format mermaid")
        click.echo("\n".join(mermaid(noun)))
        return
    there = places(noun)
    shown = [place for place in there if state in (None, place.name)]
    if state is not None and not shown:
        meant = suggestion(state, [place.name for place in there])
        raise ContentError(f'there is no state or ending "{state}"; {meant}')
    if format == "json":
        print_json([_row(place) for place in shown])
        return
    first = noun.states[0].id
    most = None if state else MOST_NAMES
    click.echo("\n\n".join("\n".join(_lines(place, first, most)) for place in shown))


def _row(place: "Place") -> dict[str, Any]:
    return {**place._asdict(), "ways": [{"to": way.to, "when": way.in_words()} for way in place.ways]}


def _lines(place: "Place", first: str, most: int | None) -> Iterator[str]:
    there = (
        f", {counted(place.reactions, 'reaction')}, {counted(len(place.topics), 'topic')}" if place.reactions else ""
    )
    yield f"{place.name} ({place.kind}{there})"
    before = [*([BEGINNING] if place.name == first else []), *place.comes_from]
    yield f"  from {', '.join(before) or 'nowhere'}"
    if place.topics and most is None:
        yield f"  tells {', '.join(place.topics)}"
    for goal, ways in groupby(place.ways, key=lambda way: way.to):
        yield f"  to {goal}"
        yield from (f"    {way.in_words(most)}" for way in ways)
