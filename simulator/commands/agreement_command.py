"""`agreement`: how far the program and supervisors agree, and supervisors among each other."""

from typing import TYPE_CHECKING

import click

from simulator.commands.database_option import database_option, opened_store
from simulator.commands.format_option import json_option, print_json
from simulator.commands.output import show

if TYPE_CHECKING:
    from simulator.model.reliability import Among

SIDES: "dict[str, tuple[Among, ...]]" = {
    "engine": ("engine",),
    "supervisor": ("supervisors",),
    "both": ("engine", "supervisors"),
}


@click.command("agreement")
@click.option("--by", type=click.Choice(tuple(SIDES)), default="both", show_default=True, help="Which of the two.")
@click.option("--floor", type=float, default=0.6, show_default=True, help="An alpha below it is not reliable yet.")
@click.option("--cases", type=int, default=10, show_default=True, help="With fewer cases nothing is said against it.")
@click.option("--seed", type=int, default=1, show_default=True, help="Draws the intervals of alpha.")
@json_option
@database_option
def command(by: str, floor: float, cases: int, seed: int, as_json: bool, database: str | None) -> None:
    """How far the program sees what supervisors see: percent, Cohen's kappa, Krippendorff's alpha.

    \b
    rehearse agreement
    rehearse agreement --by engine --floor 0.7 --json

    Levels count by session; acts by turn, in turns of which a supervisor said everything that is in them (`review
    --blind`, or `a` all right). What is judged blind counts before what the same person said later.
    """
    from simulator.desk.agreement_page import agreement_page
    from simulator.desk.measuring import Bar, measured
    from simulator.records.noting import all_notes

    with opened_store(database) as store:
        notes, unreadable = all_notes(store)
    for wrong in unreadable:
        click.echo(f"left out: {wrong}", err=True)
    bar = Bar(floor, cases)
    found = [measured(notes, among, bar, seed) for among in SIDES[by]]
    if as_json:
        print_json([one.model_dump(mode="json") for one in found])
        return
    show(block for one in found for block in agreement_page(one, bar))
