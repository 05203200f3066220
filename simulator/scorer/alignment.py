"""The stages that were there against those that were expected, at the least cost."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.model.transcript import Stage
from simulator.scorer.stages import Step

Kind = Literal["skipped", "too early", "late", "returned", "repeated"]
FAULT = 10
LATE = 1
"""A stage that comes late was paid for when it was skipped; the little more prefers the simpler explanation."""


@dataclass(frozen=True)
class Deviation:
    """One way in which the order was left, and the turns that did."""

    kind: Kind
    stage: Stage
    turns: tuple[int, ...] = ()


@dataclass(frozen=True)
class Position:
    """Where an alignment stands: the stage reached (-1: none yet) and all stages visited."""

    reached: int
    visited: frozenset[int]


Event = tuple[Kind, Stage, int]
"""Kind of deviation, stage, turn (0 where there is none)."""
Paths = dict[Position, tuple[int, tuple[Event, ...]]]
"""The cheapest way to each position: its cost, and what deviated on it."""


def align(steps: tuple[Step, ...], expected: tuple[Stage, ...], owed: tuple[Stage, ...]) -> tuple[Deviation, ...]:
    """The deviations of the cheapest alignment; stages the talk never came to count only where they were `owed`."""
    paths: Paths = {Position(-1, frozenset()): (0, ())}
    for step in steps:
        if step.stage in expected or step.early:
            paths = _advance(paths, step, expected)
    stops = {position: _missing(position, expected, owed) for position in paths}
    best = min(paths, key=lambda position: (paths[position][0] + stops[position][0], paths[position][1]))
    return _grouped((*paths[best][1], *stops[best][1]))


def _advance(paths: Paths, step: Step, expected: tuple[Stage, ...]) -> Paths:
    best: Paths = {}
    for position, (cost, events) in paths.items():
        start = _restarted(position, step, expected)
        for after, price, event in _moves(start, step, expected):
            candidate = (cost + price, (*events, event) if event else events)
            if after not in best or candidate < best[after]:
                best[after] = candidate
    return best


def _restarted(position: Position, step: Step, expected: tuple[Stage, ...]) -> Position:
    """A new request starts the stages again."""
    if not step.anew or "request" not in expected:
        return position
    return Position(min(position.reached, expected.index("request")), position.visited)


def _moves(start: Position, step: Step, expected: tuple[Stage, ...]) -> Iterator[tuple[Position, int, Event | None]]:
    """The ways to explain a step: it goes on, is too early, comes late, or goes back."""
    if step.stage not in expected:
        yield start, 0 if step.excused else FAULT, None if step.excused else ("too early", step.stage, step.turn)
        return
    index = expected.index(step.stage)
    there = start.visited | {index}
    if step.early or index > start.reached:
        free = step.passing or step.excused
        yield start, 0 if free else FAULT, None if free else ("too early", step.stage, step.turn)
    if step.early:
        return
    if index >= start.reached:
        skipped = [i for i in range(start.reached + 1, index) if i not in start.visited]
        yield Position(index, there), FAULT * len(skipped), None
    elif index not in start.visited:
        yield Position(start.reached, there), LATE, ("late", step.stage, step.turn)
    elif step.stage == "request" or step.passing or step.asked or step.excused:
        yield start, 0, None
    else:
        yield start, FAULT, ("returned", step.stage, step.turn)


def _missing(position: Position, expected: tuple[Stage, ...], owed: tuple[Stage, ...]) -> tuple[int, tuple[Event, ...]]:
    """Stages never visited; those that were passed over are paid for already."""
    unseen = [i for i in range(len(expected)) if i not in position.visited]
    missing = [i for i in unseen if i < position.reached or expected[i] in owed]
    unpaid = sum(i > position.reached for i in missing)
    return FAULT * unpaid, tuple(("skipped", expected[i], 0) for i in missing)


def _grouped(events: tuple[Event, ...]) -> tuple[Deviation, ...]:
    """One deviation for each kind and stage; going back to the same stage again is `repeated`."""
    found: dict[tuple[Kind, Stage], list[int]] = {}
    for kind, stage, turn in events:
        again: Kind = "repeated" if kind == "returned" and (kind, stage) in found else kind
        found.setdefault((again, stage), []).append(turn)
    return tuple(Deviation(kind, stage, tuple(t for t in turns if t)) for (kind, stage), turns in found.items())
