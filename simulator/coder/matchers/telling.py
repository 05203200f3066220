"""Facts told: a statement about the world, not about you and me (codebook `information`; MITI giving information)."""

from collections.abc import Iterator

from simulator.coder.found import Clause, Found
from simulator.model.known_ids import INFORMATION
from simulator.model.language import Language

SHORTEST = 4
"""Words of a statement of fact, at least."""
BASE, LOOKS, TOPIC, FIGURE, LONG, IMPERSONAL = 0.25, 0.25, 0.09, 0.08, 0.06, 0.13
"""What speaks for a fact: a statement at all, its form, words of the field, a number, its length, no "I" or "you"."""
NO_FACT, OWN, BUSY, REFLECTS = 0.25, 0.3, 0.12, 0.2
"""What speaks against one: its form, the counselor as subject, another act in it, the opening of a reflection."""
MOST_TOPICS = 3
LONG_FROM = 9


class TellingMatcher:
    """A declarative sentence of some length whose subject is a thing, a service or people in general."""

    def __init__(self, language: Language) -> None:
        self._own = frozenset(language.persons.own)
        self._persons = frozenset((*language.persons.first, *language.persons.second))
        self._topics = frozenset(language.lists.get("topic", ()))
        self._numbers = frozenset(language.lists.get("number", ()))

    def match(self, clause: Clause) -> Iterator[Found]:
        size, scopes = len(clause.sentence.forms), clause.scopes
        if clause.asks or size < SHORTEST or all(scopes.quoted) or all(scopes.supposed):
            return
        strength = self._for(clause) - self._against(clause)
        if strength >= 0.3:
            yield Found(INFORMATION, clause.index, 0, size - 1, "telling:fact", round(min(strength, 0.9), 3))

    def _for(self, clause: Clause) -> float:
        words = clause.sentence.vocabulary
        topics = sum(form in self._topics for form in words)
        return (
            BASE
            + LOOKS * clause.marked("telling.facts")
            + TOPIC * min(topics, MOST_TOPICS)
            + FIGURE * bool(words & self._numbers)
            + LONG * (len(clause.sentence.forms) >= LONG_FROM)
            + IMPERSONAL * words.isdisjoint(self._persons)
        )

    def _against(self, clause: Clause) -> float:
        words = clause.sentence.vocabulary
        return (
            NO_FACT * clause.marked("telling.not_facts")
            + OWN * bool(words & self._own)
            + BUSY * clause.busy
            + REFLECTS * clause.marked("echo.openers", "echo.sounding")
        )
