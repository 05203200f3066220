"""How much a piece of a turn means what an author's example means: stems, synonyms, question words, negation."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, reduce
from itertools import islice, pairwise
from math import log

from simulator.coder.coder import Grammar
from simulator.coder.found import Clause
from simulator.coder.nearness import Nearness, nearness
from simulator.coder.piece import NO_WORDS, Examples, Piece
from simulator.coder.scopes import Scopes
from simulator.coder.words import Sentence

ALIKE, PLAINLY = 0.62, 0.88
"""Likeness (0 to 1) from which a piece counts as the example, and from which it does whatever else it may be."""

CONTENT, QUESTION, MIDDLING, FAINT = 1.0, 0.7, 0.45, 0.15
"""Weights of content words, question words, other function words (know, want), and mere grammar (is, the, you)."""
FAINT_LETTERS = 3
"""Function words up to this long are mere grammar."""
COVERAGE = 0.7
"""Share of the score that goes to how much of the example is there; the rest to how little else is."""
DENIED_ELSEWHERE = 0.4
"""Taken off where one side denies what the other says."""
NEAREST = 4
"""How many examples a piece has to be near on average: one alone may be near by chance."""
LONGEST_UNMARKED = 9
"""Words of what may ask only because it begins as a question does."""
LONGEST_LEAVE = 6
"""Words that only ask for leave ("sorry, may i first ask you"); more say something of their own."""
ASKED_OF = 2
"""Words after "may I ask" in which the question begins: it may first be said who is asked."""
WITHOUT_CONTENT = 0.9
MOST_AROUND, MOST_CONTENT_AROUND, CONTENT_AROUND = 4, 1, 0.15
"""Where no word of content is shared, so much of the example has to be there, with so few words around it.

What a word of content among them takes off: "how are you sleeping" does not ask "how are you".
"""


class Likeness:
    """Compares pieces of turns with examples; words that many examples share weigh less."""

    def __init__(self, grammar: Grammar) -> None:
        language = grammar.codebook.language
        self._grammar = grammar
        self._questions = frozenset((*language.questions.open, *language.questions.closed))
        self._heads = self._questions | frozenset(language.questions.auxiliaries)
        self._asking = frozenset(language.questions.asking)
        self._choosing = frozenset(language.questions.choosing)
        self._asked = self._questions.union(language.scopes.supposing)
        self._subjects = frozenset(language.questions.subjects)
        self._openers = frozenset((*language.openers, *language.fillers))
        self._denying = frozenset(row for row in language.scopes.negating if " " not in row)
        self._faint = frozenset((*language.questions.auxiliaries, *language.questions.subjects, *language.fillers))
        self._counts: Counter[str] = Counter()
        self._total = 1
        # A turn is compared with hundreds of examples, and most sums are the same again.
        self._sum = lru_cache(maxsize=16_384)(self._add_up)
        senses = grammar.codebook.senses
        self._points = lru_cache(maxsize=4_096)(Nearness(senses).of) if senses else None

    def example(self, text: str) -> Piece:
        """An author's example as one piece, whatever its punctuation."""
        clauses = self._grammar.marked(text)
        pieces = [self._piece(one.sentence, one.scopes, (0, len(one.sentence.forms))) for one in clauses]
        return reduce(Piece.and_then, pieces, NO_WORDS)

    def examples(self, texts: Iterable[str]) -> Examples:
        """Several of an author's examples."""
        return Examples(map(self.example, texts))

    def weigh(self, examples: Iterable[Piece]) -> None:
        """Count how common each word is among the examples."""
        for example in examples:
            self._counts.update(example.keys)
            self._total += 1
        self._sum.cache_clear()

    def pieces(self, clause: Clause) -> list[Piece]:
        """The sentence cut at its questions, and whole; what only asks for leave to ask one of them is left out."""
        forms = clause.sentence.forms
        inner, halves = set(self._inner(forms)), set(self._halves(clause))
        cut = list(pairwise(sorted({0, len(forms), *clause.openings, *inner, *halves})))
        choices = list(_joined(cut, halves))
        spans = [(a, b) for a, b in cut if b not in inner or b - a > LONGEST_LEAVE] + choices
        if len(cut) > 1:
            spans.append((0, len(forms)))
        return [
            replace(
                self._piece(clause.sentence, clause.scopes, (a, b)),
                asks=a in inner or a in halves or self._asks(clause, a, b),
                begins=self._begins(forms[a:b]),
                inner=a in inner,
                choice=next((clause.sentence.span(c, d - 1) for c, d in choices if c <= a and b <= d), None),
            )
            for a, b in spans
        ]

    def of(self, piece: Piece, example: Piece) -> float:
        """Likeness from 0 to 1; an example of one or two small words counts only in front."""
        if example.leads:
            return 1.0 if piece.forms[: len(example.forms)] == example.forms else 0.0
        both = piece.keys & example.keys
        if not both:
            return 0.0
        shared = self._sum(both)
        covered = shared / (self._sum(example.keys) or 1.0)
        filled = shared / (self._sum(piece.keys) or 1.0)
        denial = DENIED_ELSEWHERE * bool((piece.denied ^ example.denied) & both)
        if not piece.content.isdisjoint(example.content):
            return COVERAGE * covered + (1 - COVERAGE) * filled - denial
        few = len(piece.forms) <= len(example.forms) + MOST_AROUND and len(piece.content) <= MOST_CONTENT_AROUND
        foreign = CONTENT_AROUND * len(piece.content)
        return covered - denial - foreign if few and covered >= WITHOUT_CONTENT else 0.0

    def best(self, piece: Piece, examples: Examples) -> float:
        """Likeness to the most alike of the examples."""
        return max((self.of(piece, example) for example in examples.about(piece)), default=0.0)

    def near(self, piece: Piece, examples: Sequence[Piece]) -> float | None:
        """How near in meaning (at most 1) the nearest examples are, in any words; None in a language without senses."""
        if not self._points:
            return None
        here = self._points(piece.stems)
        nearest = sorted((nearness(here, self._points(example.stems)) for example in examples), reverse=True)[:NEAREST]
        return sum(nearest) / len(nearest) if nearest else 0.0

    def _inner(self, forms: Sequence[str]) -> Iterator[int]:
        """Where the questions begin that stand in requests for leave."""
        for at, form in enumerate(forms):
            if form in self._asking:
                ahead = range(at + 1, min(at + 1 + ASKED_OF, len(forms)))
                yield from islice((word for word in ahead if forms[word] in self._asked), 1)

    def _halves(self, clause: Clause) -> Iterator[int]:
        """Where behind a question the other half of a choice begins: "are you alone or is somebody with you"."""
        forms = clause.sentence.forms
        for at in range(min(clause.openings, default=len(forms)) + 2, len(forms)):
            if forms[at] in self._heads and forms[at - 1] in self._choosing:
                yield at

    def _asks(self, clause: Clause, first: int, end: int) -> bool:
        return clause.sentence.asked or any(first <= opening < end for opening in clause.openings)

    def _begins(self, forms: Sequence[str]) -> bool:
        """Whether the words begin as a question does: "and why you came back" has neither a mark nor an inversion.

        "Do not flush it" is an order.
        """
        begun = [form for form in forms if form not in self._openers][:3]
        orders = len(begun) > 2 and begun[1] in self._denying and begun[2] not in self._subjects
        return len(forms) <= LONGEST_UNMARKED and bool(self._heads.intersection(begun[:1])) and not orders

    def _piece(self, sentence: Sentence, scopes: Scopes, part: tuple[int, int]) -> Piece:
        first, end = part
        keys: set[str] = set()
        denied: set[str] = set()
        for at in range(first, end):
            key = self._key(sentence.forms[at], sentence.stems[at])
            if key:
                keys.add(key)
                if scopes.denied_by[at] >= 0:
                    denied.add(key)
        forms, stems = tuple(sentence.forms[first:end]), tuple(sentence.stems[first:end])
        return Piece(frozenset(keys), forms, stems, frozenset(denied), sentence.span(first, end - 1))

    def _key(self, form: str, stem: str) -> str:
        """Content by its stem; question words and function words as they are; a denying word is no word."""
        if form in self._questions:
            return f"?{form}"
        if form in self._denying:
            return ""
        return next(iter(self._grammar.meaning.of_stems([stem])), f"-{form}")

    def _weight(self, key: str) -> float:
        if key[0] == "?":
            return QUESTION
        if key[0] == "-":
            return FAINT if len(key) <= FAINT_LETTERS + 1 or key[1:] in self._faint else MIDDLING
        common = self._counts.get(key, 0)
        return CONTENT + 0.25 * log(self._total / (1 + common)) if common else CONTENT * 0.8

    def _add_up(self, keys: frozenset[str]) -> float:
        return sum(sorted(map(self._weight, keys)))


def _joined(cut: Sequence[tuple[int, int]], halves: Container[int]) -> Iterator[tuple[int, int]]:
    """From where to where the choices go, each with all of its halves."""
    first = 0
    for (a, b), (after, _) in pairwise([*cut, (-1, -1)]):
        first = first if a in halves else a
        if a in halves and after not in halves:
            yield first, b
