"""What people said of this debrief: adjusted levels beside the program's, comments, and who has gone through it."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief
from simulator.model.notes import Contest
from simulator.render.blocks import Block, Heading, Item, Line, Paragraph, Span, Table, line
from simulator.render.people import about, adjustments, who
from simulator.render.wording import level

HEAD = ("Criterion", "program", "adjusted", "reason", "by", "contested")
BOTH_STAY = "The program's level and the person's both stay; the person has the last word."


def review(debrief: Debrief) -> Iterator[Block]:
    """Levels side by side first, then what is about the talk as a whole."""
    rows, whole = tuple(_rows(debrief)), tuple(about(debrief, None))
    if not (rows or whole):
        return
    yield Heading("What people say of it", name="review")
    if rows:
        yield Paragraph(line(BOTH_STAY))
        yield Table("Levels that were adjusted", HEAD, rows, "adjusted")
    yield from (Item(one) for one in whole)


def _rows(debrief: Debrief) -> Iterator[tuple[Line, ...]]:
    for score in debrief.criteria:
        contested = [one.text for one in debrief.notes if isinstance(one, Contest) and one.criterion == score.id]
        for one in adjustments(debrief, score.id):
            yield (
                line(Span(score.title, to=f"criterion-{score.id}")),
                line(level(score.level)),
                line(level(one.level)),
                line(one.reason),
                line(who(one)),
                line("; ".join(contested) or "–"),
            )
