"""Reflections by what they take up from the client: paraphrase, summary, feeling (manual 2.6.3 to 2.6.5)."""

from collections.abc import Iterator

from simulator.coder.found import Clause, Context, Found
from simulator.coder.meaning import Meaning
from simulator.model.known_ids import FEELING_REFLECTION, PARAPHRASE, SUMMARY
from simulator.model.language import Language

TAKEN_UP, OPENER, ABOUT, YOU, LED = 0.45, 0.3, 0.35, 0.1, 0.15
"""What speaks for a paraphrase: the client's words, its opening, a statement about them, "you", a leading "so"."""

BUSY, OWN, ASKED = 0.3, 0.25, 0.1
"""What speaks against one: the sentence does something else, is about the counselor, or asks."""


class EchoMatcher:
    """Compares a statement about "you" with what the client wrote."""

    def __init__(self, language: Language, meaning: Meaning) -> None:
        self._meaning = meaning
        self._second = frozenset(language.persons.second)
        self._first = frozenset(language.persons.first)

    def match(self, clause: Clause, context: Context) -> Iterator[Found]:
        if all(clause.scopes.quoted):
            return
        last = len(clause.sentence.forms) - 1
        summing = clause.marks.get("echo.summing", ())
        if summing and clause.sentence.vocabulary & self._second and not clause.openings:
            yield Found(SUMMARY, clause.index, 0, last, "echo:summary", 0.8)
            return
        for mark in clause.marks.get("echo.sounding", ()):
            scoped = clause.scopes.supposed[mark.first] or clause.scopes.reported[mark.first]
            if clause.scopes.denied_by[mark.last] < 0 and not clause.openings and not scoped:
                yield Found(FEELING_REFLECTION, clause.index, mark.first, mark.last, "echo:feeling", 0.8)
        strength = self._taken_up(clause, context)
        if strength >= 0.4:
            yield Found(PARAPHRASE, clause.index, 0, last, "echo:words", round(min(strength, 0.95), 3))

    def _taken_up(self, clause: Clause, context: Context) -> float:
        """How much of the sentence gives back what the client wrote, from 0 to 1."""
        sentence = clause.sentence
        if clause.openings:
            return 0.0
        content = self._meaning.of_sentence(sentence)
        said = self._meaning.of_texts(context.latest)
        shared = content & said
        opener = clause.marked("echo.openers")
        about = clause.marked("echo.about")
        if not (shared or opener or about):
            return 0.0
        strength = TAKEN_UP * min(1.0, 1.6 * len(shared) / max(3, len(content)))
        strength += OPENER * opener + ABOUT * about + YOU * bool(sentence.vocabulary & self._second)
        strength += LED * (clause.marked("echo.leading") and (about or opener)) - BUSY * clause.busy
        strength -= OWN * (bool(sentence.vocabulary & self._first) and not opener)
        return strength - ASKED * (sentence.asked and not opener)
