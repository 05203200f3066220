"""Acts by the phrases of their codebook files."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from simulator.coder.found import Against, Clause, Found
from simulator.coder.phrases import Match
from simulator.coder.settle import ASSERTED
from simulator.model.codebook import Definition, Phrase

_WORD = re.compile(r"\w+")

PhraseRow = Literal["phrases", "not_phrases", "contrary", "marked"]


class PhraseRule(NamedTuple):
    """One phrase of one codebook file; `number` counts from 1 in its `row`."""

    definition: Definition
    act: str
    number: int
    phrase: Phrase
    row: PhraseRow

    @property
    def counts(self) -> bool:
        """Whether the phrase shows the act, and does not speak against it."""
        return self.row == "phrases"

    @property
    def speaks_against(self) -> bool:
        """Whether in its words, or beside them, the act is not there."""
        return self.row in ("not_phrases", "contrary")


def match_phrases(clause: Clause, hits: Sequence[tuple[PhraseRule, Match]]) -> tuple[list[Found], Against]:
    """What the phrases find in the right kind of sentence and outside scopes that the act vanishes in.

    The phrases that find nothing tell what speaks against acts; a comma in their words parts them ("don't panic, call
    an ambulance" is no "do not call").
    """
    found: list[Found] = []
    vanished: set[str] = set()
    barred: dict[str, list[Match]] = {}
    for rule, match in hits:
        if rule.row == "not_phrases" and not clause.sentence.has_break(*match):
            barred.setdefault(rule.act, []).append(match)
    for rule, match in hits:
        if not rule.counts or any(b.first <= match.last and match.first <= b.last for b in barred.get(rule.act, ())):
            continue
        if rule.phrase.only and (rule.phrase.only == "question") != clause.asks:
            continue
        if any(clause.scopes.holds(scope, *match) for scope in rule.definition.vanishes_when):
            vanished |= {rule.act} if rule.phrase.strength >= ASSERTED else set()
            continue
        marks = (rule.phrase.mark,) if rule.phrase.mark else ()
        by = f"phrase:{rule.act}#{rule.number}"
        found.append(Found(rule.act, clause.index, *match, by, rule.phrase.strength, marks))
    belied = (rule.act for rule, match in hits if rule.row == "contrary" and _is_said(rule, match, clause))
    return found, Against(frozenset(vanished), frozenset(barred), frozenset(belied))


def further_marks(
    clause: Clause, hits: Sequence[tuple[PhraseRule, Match]], worded: Sequence[Found]
) -> dict[str, tuple[str, ...]]:
    """What the words of a sentence say more of an act in it, by act, whatever finds the act there.

    Words that are part of an act in `worded` are said whatever stands before them.
    """
    marks: dict[str, dict[str, None]] = {}
    for rule, match in hits:
        said = rule.row == "marked" and (_is_within(rule, match, worded) or _is_said(rule, match, clause))
        if said and rule.phrase.mark:
            marks.setdefault(rule.act, {})[rule.phrase.mark] = None
    return {act: tuple(row) for act, row in marks.items()}


def _is_within(rule: PhraseRule, match: Match, worded: Sequence[Found]) -> bool:
    return any(one.act == rule.act and one.first <= match.first and match.last <= one.last for one in worded)


def _is_said(rule: PhraseRule, match: Match, clause: Clause) -> bool:
    """Whether the writer says it: not in other voices, and nothing before it supposes or denies it."""
    scopes = clause.scopes
    if any(scopes.quoted[at] or scopes.reported[at] for at in match):
        return False
    if match.first and scopes.supposed[match.first - 1] and scopes.supposed[match.first]:
        return False
    denying = {clause.sentence.forms[scopes.denied_by[at]] for at in match if scopes.denied_by[at] >= 0}
    return denying.issubset(_WORD.findall(rule.phrase.words))
