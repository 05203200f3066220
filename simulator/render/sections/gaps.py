"""How the trainee saw it before the debrief, beside what the program and the supervisor made of it."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief, SelfRated
from simulator.model.levels import SCALE
from simulator.render.blocks import Block, Heading, Line, Paragraph, Table, line
from simulator.render.wording import level

HEAD = ("What was rated", "you", "program", "supervisor", "gap")
BOTH_WAYS = "A gap in either direction is worth a word in supervision: what did you see there that others did not?"


def gaps(debrief: Debrief) -> Iterator[Block]:
    """One row an item; the supervisor's level stands beside the program's wherever one was adjusted."""
    if debrief.self_rated:
        yield Heading("How you saw it yourself", name="self-rating")
        yield Table("Your rating before this debrief, and the levels of the same areas", HEAD, _rows(debrief), "gaps")
        yield Paragraph(line(BOTH_WAYS))


def _rows(debrief: Debrief) -> tuple[tuple[Line, ...], ...]:
    return tuple(
        (
            line(one.asks),
            line("? not sure") if one.own == "unsure" else line(level(one.own)),
            line(level(one.engine)),
            line(level(one.supervisor) if one.supervisor else "–"),
            line(_gap(one)),
        )
        for one in debrief.self_rated
    )


def _gap(one: SelfRated) -> str:
    judged = one.supervisor or one.engine
    if one.own not in SCALE or judged not in SCALE:
        return "–"
    apart = SCALE.index(one.own) - SCALE.index(judged)
    return "none" if not apart else "you saw it higher" if apart > 0 else "you saw it lower"
