"""`queue`: what waits for a supervisor, the most pressing first."""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from simulator.commands.database_option import database_option, opened_store
from simulator.commands.format_option import json_option, print_json
from simulator.commands.one_by_one import gists_of
from simulator.commands.output import show
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.desk.waiting import Waiting
    from simulator.render.blocks import Block

HEADINGS = {
    "danger": "Look at these first: something about danger",
    "unsure": "Levels the program leaves to you",
    "contested": "The trainee sees something differently",
    "new": "Not looked at yet, oldest first",
}


@click.command("queue")
@json_option
@database_option
def command(as_json: bool, database: str | None) -> None:
    """What waits for a supervisor, and why: danger first, then what the program leaves to you, what is contested, the
    oldest. A session that is signed off is gone from here until its trainee contests something.

    \b
    rehearse queue
    rehearse review --as s-1          go through the first of them
    """
    from simulator.desk.waiting import queue

    with opened_store(database) as store:
        gists = gists_of(store, store.sessions())
    waiting = queue(gists.found)
    if as_json:
        print_json([one.model_dump(mode="json") for one in waiting])
    else:
        show(_page(waiting))
    sys.exit(gists.failed)


def _page(waiting: "Sequence[Waiting]") -> "Iterator[Block]":
    from simulator.render.blocks import Heading, Item, Paragraph, line, quiet, strong

    if not waiting:
        yield Paragraph(line("Nothing waits for you."))
    for pressing, rows in groupby(waiting, key=lambda one: one.pressing):
        yield Heading(HEADINGS[pressing])
        for one in rows:
            whose = f"{one.trainee}, " if one.trainee else ""
            size = counted(one.turns, "turn")
            words = line(strong(one.session), f" {whose}{one.title}", quiet(f", {one.date[:10]}, {size}"))
            yield Item(words, tuple(line(reason) for reason in one.why if pressing != "new"))
