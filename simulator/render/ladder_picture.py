"""Where the dots of a small picture of levels over time stand, in pixels."""

from simulator.render.blocks import Ladder
from simulator.render.timeline_picture import Dot
from simulator.render.wording import worded

WIDTH, HEIGHT, EDGE = 208, 64, 10
WIDEST_STEP = 24
ROWS = {"met": 12, "partly": 32, "not_yet": 52}
"""How high a level stands; what was not judged has no height and leaves a gap."""


def dots(ladder: Ladder) -> tuple[Dot, ...]:
    """A dot for each level that was judged, its level for text."""
    step = min(WIDEST_STEP, (WIDTH - 2 * EDGE) / max(len(ladder.rungs) - 1, 1))
    places = ((round(EDGE + number * step), rung) for number, rung in enumerate(ladder.rungs))
    return tuple(Dot(x, ROWS[rung.level], rung.level) for x, rung in places if rung.level in ROWS)


def rings(ladder: Ladder) -> tuple[Dot, ...]:
    """A ring around each level that a person set."""
    own = ladder._replace(
        rungs=tuple(rung if rung.by_person else rung._replace(level="unsure") for rung in ladder.rungs)
    )
    return dots(own)


def in_words(ladder: Ladder) -> str:
    """The same as the picture, for whoever does not see it."""
    told = (f"{rung.when} {worded(rung.level)}{' (by a supervisor)' * rung.by_person}" for rung in ladder.rungs)
    return "; ".join(told)
