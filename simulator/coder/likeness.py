"""How much a piece of a turn means what an author's example means: stems, synonyms, question words, negation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from simulator.coder.found import Clause
from simulator.coder.meaning import Meaning
from simulator.coder.words import Sentence, Splitter
from simulator.model.language import Language

ALIKE = 0.62
"""Likeness (0 to 1) from which a piece counts as the example."""

_CONTENT, _QUESTION, _FUNCTION = 1.0, 0.7, 0.2
_COVERAGE = 0.7
"""Share of the score that goes to how much of the example is there; the rest to how little else is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are compared: weighted keys, the opening forms, and whether the content is denied."""

    keys: frozenset[str]
    forms: tuple[str, ...]
    denied: bool
    first: int = 0
    last: int = 0


class Likeness:
    """Compares pieces of turns with examples; words that many examples share weigh less."""

    def __init__(self, language: Language, meaning: Meaning, splitter: Splitter) -> None:
        self._meaning = meaning
        self._splitter = splitter
        self._questions = frozenset((*language.questions.open, *language.questions.closed))
        self._denying = frozenset(row for row in language.scopes.negating if " " not in row)
        self._counts: Counter[str] = Counter()
        self._total = 1
        # A turn is compared with hundreds of examples, and most sums are the same again.
        self._sum = lru_cache(maxsize=16_384)(self._add_up)

    def example(self, text: str) -> Piece:
        """An author's example as one piece, whatever its punctuation."""
        whole = Sentence()
        for sentence in self._splitter.sentences(text):
            whole.forms += sentence.forms
            whole.stems += sentence.stems
        return self._piece(whole.forms, whole.stems, 0)

    def weigh(self, examples: Iterable[Piece]) -> None:
        """Count how common each word is among the examples."""
        for example in examples:
            self._counts.update(example.keys)
            self._total += 1
        self._sum.cache_clear()

    def pieces(self, clause: Clause) -> list[Piece]:
        """The sentence cut at its questions, and whole."""
        sentence = clause.sentence
        size = len(sentence.forms)
        cuts = sorted({0, size, *clause.openings})
        spans = list(pairwise(cuts))
        if len(spans) > 1:
            spans.append((0, size))
        return [self._piece(sentence.forms[a:b], sentence.stems[a:b], a) for a, b in spans]

    def of(self, piece: Piece, example: Piece) -> float:
        """Likeness from 0 to 1; an example of one or two small words counts only in front."""
        if not example.forms:
            return 0.0
        if len(example.forms) <= 2 and not any(self._weight(k) >= _CONTENT for k in example.keys):
            return 1.0 if piece.forms[: len(example.forms)] == example.forms else 0.0
        shared = self._sum(piece.keys & example.keys)
        covered = shared / (self._sum(example.keys) or 1.0)
        filled = shared / (self._sum(piece.keys) or 1.0)
        return _COVERAGE * covered + (1 - _COVERAGE) * filled - (0.3 if piece.denied != example.denied else 0.0)

    def best(self, piece: Piece, examples: Sequence[Piece]) -> float:
        return max((self.of(piece, example) for example in examples), default=0.0)

    def _piece(self, forms: list[str], stems: list[str], first: int) -> Piece:
        content = self._meaning.of_stems(stems)
        small = {f"?{form}" if form in self._questions else f"-{form}" for form in forms}
        small = {key for key in small if key[0] == "?" or key[1:] not in self._denying}
        empty = {f"-{form}" for form, stem in zip(forms, stems, strict=True) if self._meaning.of_stems([stem])}
        denied = any(form in self._denying for form in forms)
        return Piece(content | (small - empty), tuple(forms), denied, first, first + len(forms) - 1)

    def _weight(self, key: str) -> float:
        if key[0] == "?":
            return _QUESTION
        if key[0] == "-":
            return _FUNCTION
        common = self._counts.get(key, 0)
        return _CONTENT + 0.25 * log(self._total / (1 + common)) if common else _CONTENT * 0.8

    def _add_up(self, keys: frozenset[str]) -> float:
        return sum(sorted(map(self._weight, keys)))
