"""Acts by the phrases of their codebook files."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.coder.found import Clause, Found
from simulator.coder.phrases import Match
from simulator.coder.settle import ASSERTED
from simulator.model.codebook import Definition, Phrase


class PhraseRule(NamedTuple):
    """One phrase of one codebook file (`number` counts from 1); `counts` is False for a `not_phrases` entry."""

    definition: Definition
    act: str
    number: int
    phrase: Phrase
    counts: bool


def match_phrases(clause: Clause, hits: Sequence[tuple[PhraseRule, Match]]) -> Iterator[Found]:
    """Every phrase that stands where it counts: in the right kind of sentence, outside scopes it vanishes in.

    The others are noted in the clause.
    """
    barred: dict[str, list[Match]] = {}
    for rule, match in hits:
        if not rule.counts:
            barred.setdefault(rule.act, []).append(match)
            clause.excused.add(rule.act)
    for rule, match in hits:
        if not rule.counts or any(b.first <= match.last and match.first <= b.last for b in barred.get(rule.act, ())):
            continue
        if rule.phrase.only and (rule.phrase.only == "question") != bool(clause.openings or clause.sentence.asked):
            continue
        if any(clause.scopes.holds(scope, *match) for scope in rule.definition.vanishes_when):
            clause.vanished |= {rule.act} if rule.phrase.strength >= ASSERTED else set()
            continue
        marks = (rule.phrase.mark,) if rule.phrase.mark else ()
        yield Found(rule.act, clause.index, *match, f"phrase:{rule.act}#{rule.number}", rule.phrase.strength, marks)
