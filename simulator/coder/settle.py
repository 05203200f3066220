"""Overlaps settled: which of the found acts a turn really has, and which stay unsure."""

from collections import defaultdict
from collections.abc import Iterable

from simulator.coder.found import Clause, Found
from simulator.model.codebook import ActDefinition
from simulator.model.known_ids import JOINED, QUESTIONS
from simulator.model.transcript import MODEL, Act, matcher_of

ASSERTED = 0.6
"""Strength from which an act is asserted; from UNSURE up to it the coder abstains."""
UNSURE = 0.4


class Settler:
    """Applies what the codebook says of acts that share a sentence."""

    def __init__(self, acts: Iterable[ActDefinition]) -> None:
        rows = ((act, QUESTIONS if act.question == "alone" else ()) for act in acts)
        self._outranked = {act.act: frozenset((*act.outranks, *questions)) for act, questions in rows}

    def settle(self, found: list[Found], clauses: list[Clause]) -> tuple[tuple[Act, ...], tuple[Act, ...]]:
        """The asserted acts and the unsure ones, each in the order of the text."""
        kept = self._without_outranked(_strongest(found))
        acts = _joined([_as_act(one, clauses) for one in kept if one.strength >= ASSERTED])
        said = {act.act for act in acts}
        unsure = [_as_act(one, clauses) for one in kept if UNSURE <= one.strength < ASSERTED and one.act not in said]
        return tuple(acts), tuple(sorted(unsure, key=lambda act: (act.start, act.act)))

    def _without_outranked(self, found: list[Found]) -> list[Found]:
        beaten: set[tuple[int, str]] = set()
        beside = _by_sentence(found)
        for one in sorted(found, key=lambda f: (-f.strength, f.act)):
            if one.strength < ASSERTED or (one.sentence, one.act) in beaten:
                continue
            for other in self._outranked.get(one.act, ()):
                beaten.update((f.sentence, f.act) for f in beside[one.sentence] if f.act == other and _beats(one, f))
        return [one for one in found if (one.sentence, one.act) not in beaten]


def _by_sentence(found: list[Found]) -> dict[int, list[Found]]:
    # Looking through all of a long turn for each of its findings would take time with the square of its length.
    rows: dict[int, list[Found]] = defaultdict(list)
    for one in found:
        rows[one.sentence].append(one)
    return rows


def _beats(one: Found, other: Found) -> bool:
    """Whether `one` sets aside `other`, which it outranks, in the same sentence.

    What only the model finds sets aside nothing stronger. A question is set aside only by what shares words with it.
    """
    if matcher_of(one.by) == MODEL and one.strength < other.strength:
        return False
    return other.act not in QUESTIONS or (one.first <= other.last and other.first <= one.last)


def _strongest(found: list[Found]) -> list[Found]:
    """Per act and sentence the strongest finding (a question may stand there several times)."""
    best: dict[tuple[str, int, int], Found] = {}
    for one in found:
        key = (one.act, one.sentence, one.first if one.act in QUESTIONS else -1)
        if key not in best or _rank(one) > _rank(best[key]):
            best[key] = one
    return sorted(best.values(), key=lambda f: (f.sentence, f.first, f.act))


def _rank(one: Found) -> tuple[float, int, int, str]:
    return one.strength, one.last - one.first, -one.first, one.by


def _as_act(one: Found, clauses: list[Clause]) -> Act:
    start, end = clauses[one.sentence].sentence.span(one.first, one.last)
    return Act(act=one.act, start=start, end=end, by=one.by, strength=one.strength, marks=one.marks)


def _joined(acts: list[Act]) -> list[Act]:
    joined: list[Act] = []
    for act in sorted(acts, key=lambda a: (a.act, a.start)):
        before = joined[-1] if joined else None
        if before and before.act == act.act and act.act in JOINED and act.start - before.end <= 3:
            marks = (*before.marks, *(mark for mark in act.marks if mark not in before.marks))
            strength = max(before.strength, act.strength)
            joined[-1] = before.model_copy(update={"end": act.end, "marks": marks, "strength": strength})
        else:
            joined.append(act)
    return sorted(joined, key=lambda a: (a.start, a.end, a.act))
