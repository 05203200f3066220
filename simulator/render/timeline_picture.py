"""Where the dots and curves of a timeline stand, in pixels."""

from itertools import groupby
from typing import NamedTuple

from simulator.model.debrief import StagePoint
from simulator.render.blocks import Timeline

LABELS, RIGHT = 92, 24
"""Columns of pixels left for the names of the rows, and right of the last turn."""
NARROWEST, WIDEST, PAGE = 24, 44, 716
"""A turn's share of the width, and the width there is."""
ABREAST = (PAGE - LABELS - RIGHT) // NARROWEST
TOP, ROW, CURVE, BOTTOM = 30, 26, 64, 12


class Dot(NamedTuple):
    """A point with what is written at it."""

    x: int
    y: int
    text: str = ""


class Strip(NamedTuple):
    """As many turns as stand beside each other: a row a stage, and the curve of trust below them."""

    width: int
    height: int
    rows: tuple[Dot, ...]
    turns: tuple[Dot, ...]
    stages: tuple[Dot, ...]
    trust: tuple[Dot, ...]
    trust_label: Dot | None
    zero: int | None


def strips(timeline: Timeline) -> list[Strip]:
    """The turns in strips of equal scale, one below the other."""
    points = timeline.points
    step = min(WIDEST, max(NARROWEST, (PAGE - LABELS - RIGHT) // max(len(points), 1)))
    return [_strip(points[at : at + ABREAST], timeline, step) for at in range(0, len(points), ABREAST)]


def path(dots: tuple[Dot, ...]) -> str:
    """A line through the dots, as SVG writes it."""
    return "M" + " L".join(f"{dot.x} {dot.y}" for dot in dots) if dots else ""


def description(timeline: Timeline) -> str:
    """What the picture shows, in a sentence or two."""
    told = []
    for stage, row in groupby(timeline.points, key=lambda one: one.stage):
        numbers = [one.turn for one in row]
        told.append(f"{_turns(numbers)} {stage or 'no stage'}")
    sentence = "; ".join(told)
    known = [one for one in timeline.points if one.trust is not None]
    if not known:
        return f"{sentence}."
    low, high = (pick(known, key=lambda one: one.trust or 0) for pick in (min, max))
    ends = f"trust {known[0].trust} after turn {known[0].turn} and {known[-1].trust} after turn {known[-1].turn}"
    bounds = f"lowest {low.trust} (turn {low.turn}), highest {high.trust} (turn {high.turn})"
    return f"{sentence}. The client's {ends}; {bounds}."


def _turns(numbers: list[int]) -> str:
    return f"turn {numbers[0]}" if len(numbers) == 1 else f"turns {numbers[0]} to {numbers[-1]}"


def _strip(points: tuple[StagePoint, ...], timeline: Timeline, step: int) -> Strip:
    places = {one.turn: LABELS + step // 2 + number * step for number, one in enumerate(points)}
    rows = {stage: TOP + ROW // 2 + number * ROW for number, stage in enumerate(timeline.stages)}
    values = [one.trust for one in timeline.points if one.trust is not None]
    foot = TOP + ROW * len(rows)
    curve = CURVE if values else 0

    def height(value: int) -> int:
        low, high = min(*values, 0), max(*values, 1)
        return foot + 22 + round((CURVE - 30) * (high - value) / (high - low))

    return Strip(
        width=LABELS + step * len(points) + RIGHT,
        height=foot + curve + BOTTOM,
        rows=tuple(Dot(0, y, stage) for stage, y in rows.items()),
        turns=tuple(Dot(x, TOP - 12, str(turn)) for turn, x in places.items()),
        stages=tuple(Dot(places[one.turn], rows[one.stage]) for one in points if one.stage),
        trust=tuple(
            Dot(places[one.turn], height(one.trust), str(one.trust)) for one in points if one.trust is not None
        ),
        trust_label=Dot(0, foot + CURVE // 2 + 6, "trust") if values else None,
        zero=height(0) if values else None,
    )
