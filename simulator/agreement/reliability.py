"""Judgements made into figures: the engine against people, or people among each other."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from simulator.agreement.alpha import Distance, nominal, ordinal, with_interval
from simulator.agreement.cases import ABSTAINED, Judgement
from simulator.agreement.kappa import Pair, cohen, of_all_pairs, same
from simulator.model.levels import SCALE
from simulator.model.reliability import Among, Reliability


class Scale(NamedTuple):
    """How far values are apart, and which values are on the scale at all (None: all)."""

    distance: Distance
    values: tuple[str, ...] | None = None


OF_LEVELS, OF_ACTS = Scale(ordinal(SCALE), SCALE), Scale(nominal)


def reliabilities(judgements: Iterable[Judgement], among: Among, scale: Scale, seed: int) -> tuple[Reliability, ...]:
    """A row for each thing that both sides judged, by id; `seed` draws the intervals of alpha."""
    things: dict[str, list[Judgement]] = {}
    for one in judgements:
        things.setdefault(one.thing, []).append(one)
    measure = _against_engine if among == "engine" else _among_people
    rows = (measure(thing, things[thing], scale, seed) for thing in sorted(things))
    return tuple(row for row in rows if row.cases or row.left_open)


def _against_engine(thing: str, judged: Sequence[Judgement], scale: Scale, seed: int) -> Reliability:
    """Each judgement of a person is a case."""
    known = [one for one in judged if one.engine is not None]
    firm = [one for one in known if ABSTAINED not in (one.engine, one.value)]
    pairs: list[Pair] = [(one.engine or "", one.value) for one in firm]
    return Reliability(
        id=thing,
        cases=len(pairs),
        blind=sum(one.blind for one in firm),
        left_open=len(known) - len(firm),
        same=same(pairs),
        kappa=cohen(pairs),
        alpha=with_interval([_on(scale, pair) for pair in pairs], scale.distance, seed),
    )


def _among_people(thing: str, judged: Sequence[Judgement], scale: Scale, seed: int) -> Reliability:
    """Each unit that at least two people judged is a case; it is the same where all of them say so."""
    units: dict[str, dict[str, Judgement]] = {}
    for one in judged:
        if one.value != ABSTAINED:
            units.setdefault(one.unit, {})[one.person] = one
    shared = [row for row in units.values() if len(row) > 1]
    values = [{person: one.value for person, one in row.items()} for row in shared]
    return Reliability(
        id=thing,
        cases=len(shared),
        blind=sum(all(one.blind for one in row.values()) for row in shared),
        same=sum(len(set(row.values())) == 1 for row in values) / len(values) if values else None,
        kappa=of_all_pairs(values),
        alpha=with_interval([_on(scale, tuple(row.values())) for row in values], scale.distance, seed),
    )


def unreliable(rows: Iterable[Reliability], floor: float, least_cases: int) -> tuple[str, ...]:
    """What was judged often enough and whose alpha is under the floor: the engine is not reliable on it yet."""
    return tuple(row.id for row in rows if row.cases >= least_cases and row.alpha and row.alpha.value < floor)


def _on(scale: Scale, values: Sequence[str]) -> Sequence[str]:
    return [value for value in values if scale.values is None or value in scale.values]
