"""How much a piece of a turn means what an author's example means: stems, synonyms, question words, negation."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import log
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from simulator.coder.nearness import Nearness, nearness
from simulator.coder.piece import Examples, Piece
from simulator.model.codebook import Codebook

ALIKE, PLAINLY, VERBATIM = 0.62, 0.88, 0.95
"""Likeness (0 to 1) from which a piece counts as the example; from which it does so whatever else it may be; and from
which the two are nearly word for word the same."""

CONTENT, QUESTION, MIDDLING, FAINT = 1.0, 0.7, 0.45, 0.15
"""Weights of content words, question words, other function words (know, want), and mere grammar (is, the, you)."""
FAINT_LETTERS = 3
"""Function words up to this long are mere grammar."""
COVERAGE = 0.7
"""Share of the score that goes to how much of the example is there; the rest to how little else is."""
EVENLY = 0.5
"""The same share for the counter-examples of facts: a short one holds back no long telling."""
DENIED_ELSEWHERE = 0.4
"""Taken off where one side denies what the other says."""
NEAREST = 4
"""How many examples a piece has to be near on average: one alone may be near by chance."""
WITHOUT_CONTENT = 0.9
MOST_AROUND, MOST_CONTENT_AROUND, CONTENT_AROUND = 4, 1, 0.15
"""Where no word of content is shared: how much of the example the piece has to hold, how many more words and how many
words of content it may have, and what each of these takes off.

"How are you sleeping" does not ask "how are you". The order of the words counts as well: "may i tell you something
about me" does not ask "tell me something about you".
"""


class Nearest(NamedTuple):
    """The example that a piece is most like: its place among them, and the likeness of their words (at most 1)."""

    at: int
    likeness: float


class Likeness:
    """Compares pieces of turns with examples; words that many examples share weigh less."""

    def __init__(self, codebook: Codebook) -> None:
        language = codebook.language
        self._faint = frozenset((*language.questions.auxiliaries, *language.questions.subjects, *language.fillers))
        self._counts: Counter[str] = Counter()
        self._total = 1
        # A turn is compared with hundreds of examples, and most sums are the same again.
        self._sum = lru_cache(maxsize=16_384)(self._add_up)
        self._points = lru_cache(maxsize=4_096)(Nearness(codebook.senses).of) if codebook.senses else None

    def weigh(self, examples: Iterable[Piece]) -> None:
        """Count how common each word is among the examples."""
        for example in examples:
            self._counts.update(example.keys)
            self._total += 1
        self._sum.cache_clear()

    def of(self, piece: Piece, example: Piece, coverage: float = COVERAGE) -> float:
        """Likeness from 0 to 1; an example of one or two small words counts only in front, and not in a saying."""
        if example.leads:
            return 1.0 if not piece.saying and piece.forms[: len(example.forms)] == example.forms else 0.0
        both = piece.keys & example.keys
        if not both:
            return 0.0
        shared = self._sum(both)
        covered = shared / (self._sum(example.keys) or 1.0)
        filled = shared / (self._sum(piece.keys) or 1.0)
        denial = DENIED_ELSEWHERE * piece.denies_unlike(example)
        if not piece.content.isdisjoint(example.content):
            return coverage * covered + (1 - coverage) * filled - denial
        few = len(piece.forms) <= len(example.forms) + MOST_AROUND and len(piece.content) <= MOST_CONTENT_AROUND
        if not few or covered < WITHOUT_CONTENT:
            return 0.0
        in_order = LCSseq.similarity(piece.forms, example.forms) / len(example.forms)
        return covered * in_order - denial - CONTENT_AROUND * len(piece.content)

    def best(self, piece: Piece, examples: Examples, coverage: float = COVERAGE) -> float:
        """Likeness to the most alike of the examples."""
        return max((self.of(piece, example, coverage) for example in examples.about(piece)), default=0.0)

    def near(self, piece: Piece, examples: Examples) -> float | None:
        """How near in meaning (at most 1) the nearest examples are, in any words; None in a language without senses."""
        if not self._points:
            return None
        nearest = sorted(self._nearness(piece, examples), reverse=True)[:NEAREST]
        return sum(nearest) / len(nearest) if nearest else 0.0

    def nearest(
        self, piece: Piece, examples: Examples, meant: float = 0.0, coverage: float = COVERAGE
    ) -> Nearest | None:
        """The example most like the piece, if any is; its meaning counts `meant` times as much as its words."""
        likeness = [self.of(piece, example, coverage) for example in examples]
        near = self._nearness(piece, examples) if meant else [0.0] * len(likeness)
        both = [worded + meant * close for worded, close in zip(likeness, near, strict=True)]
        at = max(range(len(both)), key=both.__getitem__, default=None)
        return None if at is None or both[at] <= 0 else Nearest(at, likeness[at])

    def _nearness(self, piece: Piece, examples: Examples) -> list[float]:
        """How near in meaning each example is; nothing is near in a language without senses."""
        if not self._points:
            return [0.0] * len(examples)
        if examples.directions is None:
            examples.directions = [self._points(example.stems) for example in examples]
        return nearness(self._points(piece.stems), examples.directions)

    def _weight(self, key: str) -> float:
        if key[0] == "?":
            return QUESTION
        if key[0] == "-":
            return FAINT if len(key) <= FAINT_LETTERS + 1 or key[1:] in self._faint else MIDDLING
        common = self._counts.get(key, 0)
        return CONTENT + 0.25 * log(self._total / (1 + common)) if common else CONTENT * 0.8

    def _add_up(self, keys: frozenset[str]) -> float:
        return sum(sorted(map(self._weight, keys)))
