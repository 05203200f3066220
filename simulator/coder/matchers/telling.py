"""Facts told: a statement about the world, not about you and me (codebook `information`; MITI giving information)."""

from collections.abc import Iterator

from simulator.coder.found import Clause, Found
from simulator.coder.meaning import Meaning
from simulator.model.language import Language

INFORMATION = "information"


class TellingMatcher:
    """A declarative sentence of some length whose subject is a thing, a service or people in general."""

    def __init__(self, language: Language, meaning: Meaning) -> None:
        self._meaning = meaning
        self._first = frozenset(language.persons.first)
        self._second = frozenset(language.persons.second)
        self._topics = frozenset(language.lists.get("topic", ()))

    def match(self, clause: Clause) -> Iterator[Found]:
        sentence = clause.sentence
        if sentence.asked or clause.openings or clause.marked("echo.sounding", "not_telling") or len(sentence.forms) < 4:
            return
        content = self._meaning.of_sentence(sentence)
        about_topic = sum(form in self._topics for form in set(sentence.forms))
        strength = 0.2 + 0.14 * min(about_topic, 3) + 0.03 * min(len(content), 6)
        strength += 0.18 if clause.marked("telling") else 0.0
        if sentence.vocabulary & self._first:
            strength -= 0.35
        if sentence.vocabulary & self._second and not clause.marked("telling"):
            strength -= 0.2
        if clause.marked("echo.openers"):
            strength -= 0.2
        if strength >= 0.4:
            yield Found(INFORMATION, clause.index, 0, len(sentence.forms) - 1, "telling:fact", round(min(strength, 0.9), 3))
