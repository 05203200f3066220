"""Every criterion with its level, what that level looks like, and the words it was judged by."""

from collections.abc import Iterator
from itertools import groupby

from simulator.model.debrief import Debrief, Score
from simulator.render.blocks import Block, Heading, Item, Line, line, quiet, strong
from simulator.render.evidence import quotations
from simulator.render.people import about, adjustments, who
from simulator.render.wording import figure, level, worded

UNRELIABLE = "The program is not reliable on this yet: supervisors often come to another level."


def criteria(debrief: Debrief) -> Iterator[Block]:
    """By area, in the rubric's order; what did not come up is named at the end of its area."""
    if debrief.criteria:
        yield Heading("Criteria", name="criteria")
    titles = {area.area: area.title for area in debrief.areas}
    for area, scores in groupby(debrief.criteria, key=lambda score: score.area):
        yield Heading(titles.get(area) or worded(area), 3, f"area-{area}")
        rows = list(scores)
        yield from (_item(one, debrief) for one in rows if one.level != "not_applicable")
        idle = [f"{one.title} ({one.note})" if one.note else one.title for one in rows if one.level == "not_applicable"]
        if idle:
            yield Item(line(quiet(f"did not come up: {'; '.join(idle)}")))


def _item(one: Score, debrief: Debrief) -> Item:
    marks = "".join([", critical"] * one.critical + [", matters most here"] * (one.matters == "most"))
    return Item(
        line(strong(one.title), ": ", level(one.level), *_adjusted(one, debrief), quiet(marks)),
        tuple(_below(one, debrief)),
        f"criterion-{one.id}",
    )


def _adjusted(one: Score, debrief: Debrief) -> Line:
    """The levels that people came to, beside the program's."""
    rows = ((quiet(", "), level(found.level), quiet(f" by {who(found)}")) for found in adjustments(debrief, one.id))
    return tuple(span for row in rows for span in row)


def _below(one: Score, debrief: Debrief) -> Iterator[Line]:
    if one.anchor:
        yield line(one.anchor)
    if one.reason:
        yield line("why it matters most here: ", one.reason)
    if one.note:
        yield line("note: ", one.note)
    yield from (figure(found) for found in one.figures)
    yield from quotations(one.evidence, debrief)
    yield from about(debrief, one.id)
    if one.id in debrief.unreliable:
        yield line(quiet(UNRELIABLE))
    if one.source:
        yield line(quiet(f"source: {one.source}"))
