"""Smells of a rubric: what its author should look at although every key is right."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from simulator.authoring.examples import Example
from simulator.authoring.rubric_table import table
from simulator.model.criteria import Absence, Criterion, Presence, Response, Share
from simulator.model.levels import SCALE
from simulator.model.rubric import Rubric
from simulator.model.transcript import STAGES

LEAST_TOGETHER = 12
"""So many talks have to apply both of two criteria before their agreement means anything."""


class Smell(NamedTuple):
    """What is doubtful about a criterion, what would be better, and a stable code."""

    criterion: str
    what: str
    remedy: str
    code: str

    def __str__(self) -> str:
        return f"{self.criterion}: {self.what}; {self.remedy} [{self.code}]"


def smells(rubric: Rubric, examples: Sequence[Example]) -> tuple[Smell, ...]:
    """All smells of a rubric, by criterion; those of single levels and pairs are looked for in the examples."""
    found = [smell for check in CHECKS for smell in check(rubric, examples)]
    place = {criterion.id: at for at, criterion in enumerate(rubric.criteria)}
    return tuple(sorted(found, key=lambda smell: place[smell.criterion]))


def never_applies(rubric: Rubric, examples: Sequence[Example]) -> Iterator[Smell]:
    """never-applies: no talk calls for it, or nothing ever can."""
    for one in rubric.criteria:
        if examples and not _seen(one, examples):
            why = _why_never(one)
            what = f"it applies in no talk, of {len(examples)}{f': {why}' if why else ''}"
            yield Smell(one.id, what, "write a talk that calls for it, or change what calls for it", "never-applies")


def never_met(rubric: Rubric, examples: Sequence[Example]) -> Iterator[Smell]:
    """never-met and never-failed: every talk it applies to comes out alike on one side."""
    for one in rubric.criteria:
        seen = _seen(one, examples)
        if seen and "met" not in seen and "met" not in one.impossible:
            yield Smell(
                one.id,
                f"no talk meets it, of {len(seen)} it applies to",
                "write one that does, or ask less",
                "never-met",
            )
        if seen and not {"partly", "not_yet"} & set(seen):
            what = f"no talk fails it, of {len(seen)} it applies to"
            yield Smell(one.id, what, "write one that does, or ask more", "never-failed")


def no_example(rubric: Rubric, examples: Sequence[Example]) -> Iterator[Smell]:
    """no-example: an anchor that no walk and no written talk has come to as it was to."""
    for row in table(rubric, examples):
        if row.empty:
            some = any(row.counts.values())
            what = f"no example of {' or '.join(row.empty)}" if some else "no example of any level"
            remedy = "write a walk with scores, or a talk with levels, or declare the level impossible"
            yield Smell(row.criterion, what, remedy, "no-example")


def always_agrees(rubric: Rubric, examples: Sequence[Example]) -> Iterator[Smell]:
    """always-agrees: two criteria that have the same level in every talk that both apply to."""
    for one, other in combinations(rubric.criteria, 2):
        pairs = [(example.levels[one.id], example.levels[other.id]) for example in examples]
        both = [pair for pair in pairs if set(pair) <= set(SCALE)]
        if len(both) >= LEAST_TOGETHER and len(set(both)) > 1 and all(a == b for a, b in both):
            what = f"it has the same level as {other.id} in all {len(both)} talks that both apply to"
            yield Smell(one.id, what, "write a talk that tells them apart, or keep one of the two", "always-agrees")


def no_wording(rubric: Rubric, examples: Sequence[Example]) -> Iterator[Smell]:
    """no-wording: advice for a turn of some stage would have to take a wording written for another."""
    for one in rubric.criteria:
        free = [attempt for attempt in one.feedback.attempts if not attempt.acts and not attempt.unless]
        attempts = [attempt for attempt in free if attempt.wording.strip()]
        stages = {attempt.stage for attempt in attempts}
        missing = [stage for stage in STAGES if stage not in stages]
        if None not in stages and missing:
            where = ", ".join(missing) if missing != list(STAGES) else "any stage"
            what = f"there is nothing to try for turns of {where}"
            yield Smell(one.id, what, "end `try` with a wording without a stage, which fits anywhere", "no-wording")


def level_cannot_come(rubric: Rubric, examples: Sequence[Example]) -> Iterator[Smell]:
    """cannot-be-partly: an anchor that nothing in the criterion can ever lead to."""
    for one in rubric.criteria:
        if "partly" not in one.impossible and not _can_be_partly(one):
            what = "nothing in it can lead to partly"
            yield Smell(one.id, what, "declare it in `impossible`, or say what is done by half", "cannot-be-partly")


CHECKS: tuple[Callable[[Rubric, Sequence[Example]], Iterator[Smell]], ...] = (
    never_applies,
    never_met,
    no_example,
    always_agrees,
    no_wording,
    level_cannot_come,
)


def _seen(criterion: Criterion, examples: Sequence[Example]) -> list[str]:
    """The levels of the talks that the criterion applies to."""
    return [level for example in examples if (level := example.levels[criterion.id]) in SCALE]


def _why_never(criterion: Criterion) -> str:
    """What in the criterion keeps it from ever applying; empty where only the talks are missing."""
    call = criterion.called_for
    if call is not None and not (call.acts or call.cues or call.where or call.listed):
        return "`called_for` names nothing"
    match criterion:
        case Response(cues=(), own=(), where=None):
            return "neither cues, nor a place, nor own acts call for it"
        case Absence(acts=(), wrong_facts=False):
            return "it names no acts, so only a scenario's move that crosses it counts"
    return ""


def _can_be_partly(criterion: Criterion) -> bool:
    match criterion:
        case Presence():
            several = len(criterion.wanted) > 1 or any(wanted.turns > 1 for wanted in criterion.wanted)
            half = (criterion.before, criterion.weaker, criterion.spoiled_by, criterion.then)
            return several or criterion.accepted or any(half)
        case Absence():
            mended = (criterion.asked_leave, criterion.taken_back, criterion.redressed_by)
            return bool(criterion.slips or criterion.wrong_facts or any(mended))
        case Share(met=met, partly=partly):
            wider = met.at_most is not None and (partly.at_most is None or partly.at_most > met.at_most)
            return wider or partly.at_least < met.at_least
    return True
