"""Counts of a turn that rules ask for; taken here, because nothing after the coder sees the words."""

import re
from collections.abc import Callable

from simulator.coder.found import Clause, Context
from simulator.model.language import Language
from simulator.model.transcript import Measures

_CAPITALS = re.compile(r"\b[A-ZА-ЯІЇЄ]{2,6}\b")


class Measurer:
    """Counts words, sentences, questions, syllables, and abbreviations that not everybody knows."""

    def __init__(self, language: Language, stem: Callable[[str], str]) -> None:
        plain = language.plain
        self._known = frozenset(plain.known_abbreviations)
        self._vowels = re.compile(f"[{re.escape(plain.vowels)}]+")
        self._silent = plain.silent_endings
        self._personal = frozenset(map(stem, language.lists.get("personal", ())))

    def measure(self, text: str, clauses: list[Clause], context: Context) -> Measures:
        words = [text[a:b].lower() for clause in clauses for a, b in dict.fromkeys(clause.sentence.spans)]
        asking = [clause for clause in clauses if clause.asks]
        shouted = text.isupper()
        strange = () if shouted else tuple(a for a in dict.fromkeys(_CAPITALS.findall(text)) if a not in self._known)
        return Measures(
            words=len(words),
            sentences=len(clauses),
            questions=sum(max(1, len(clause.openings)) for clause in asking),
            personal_questions=sum(not self._personal.isdisjoint(clause.sentence.stems) for clause in asking),
            statements=len(clauses) - len(asking),
            syllables=sum(map(self._syllables, words)),
            abbreviations=strange,
            names=tuple(name for name in context.names if name.lower() in words),
        )

    def _syllables(self, word: str) -> int:
        bare = next(
            (word[: -len(end)] for end in self._silent if word.endswith(end) and len(word) > len(end) + 2), word
        )
        return max(1, len(self._vowels.findall(bare)))
