"""The pieces in which turns are compared with an author's examples: questions, what stands between them, sentences."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import islice, pairwise

from simulator.coder.found import Clause
from simulator.coder.grammar import Grammar
from simulator.coder.piece import NO_WORDS, Examples, Piece
from simulator.coder.scopes import Scopes
from simulator.coder.words import Sentence

LONGEST_UNMARKED = 9
"""Words of what may ask only because it begins as a question does."""
LONGEST_LEAVE = 6
"""Words that only ask for leave ("sorry, may i first ask you"); more say something of their own."""
LEANING = 2
"""Small words right before a question that belong to it ("since when", "and with whom")."""
ASKED_OF = 2
"""Words after "may I ask" in which the question begins: it may first be said who is asked."""

PROMPTS = "prompting", "probing", "feeling"
"""Marks of the language: "tell me more", "why?" about what was just said, and "how was that for you?"."""


class PieceMaker:
    """Cuts the sentences of turns at their questions, and makes whole pieces of an author's examples."""

    def __init__(self, grammar: Grammar) -> None:
        language = grammar.codebook.language
        self._grammar = grammar
        self._questions = frozenset((*language.questions.open, *language.questions.closed))
        self._heads = self._questions | frozenset(language.questions.auxiliaries)
        self._asking = frozenset(language.questions.asking)
        self._choosing = frozenset(language.questions.choosing)
        self._asked = self._questions.union(language.scopes.supposing)
        self._subjects = frozenset(language.questions.subjects)
        self._small = frozenset(language.function_words)
        self._openers = frozenset((*language.openers, *language.fillers))
        denying = frozenset(row for row in language.scopes.negating if " " not in row)
        # "Stop", which denies what it is to end, is a word too: "do not stop alone" and "stop alone" are opposites.
        self._ending = denying & frozenset(language.verbs.orders)
        self._denying = denying - self._ending

    def example(self, text: str) -> Piece:
        """An author's example as one piece, whatever its punctuation."""
        clauses = self._grammar.marked(text)
        pieces = [self._piece(one.sentence, one.scopes, (0, len(one.sentence.forms))) for one in clauses]
        return reduce(Piece.and_then, pieces, NO_WORDS)

    def examples(self, texts: Iterable[str]) -> Examples:
        """Several of an author's examples."""
        return Examples(map(self.example, texts))

    def pieces(self, clause: Clause) -> list[Piece]:
        """The sentence cut at its questions, and whole; what only leads up to one of them is left out."""
        forms = clause.sentence.forms
        inner, halves = set(self._inner(forms)), set(self._halves(clause))
        cut = list(pairwise(sorted({0, len(forms), *self._openings(clause), *inner, *halves})))
        choices = list(_joined(cut, halves))
        spans = [(a, b) for a, b in cut if not self._leads_up(forms, a, b, inner)] + choices
        if len(cut) > 1:
            spans.append((0, len(forms)))
        prompts = dict(_prompts(clause, spans))
        tagged = clause.marked("tags") and not clause.openings
        asking = {(a, b): a in inner or a in halves or self._asks(clause, a, b) for a, b in spans}
        return [
            replace(
                self._piece(clause.sentence, clause.scopes, (a, b)),
                asks=asking[a, b],
                tells=tagged or not asking[a, b],
                begins=self._begins(forms[a:b]),
                inner=a in inner,
                saying=any(mark.first == a for mark in clause.marks.get("sayings", ())),
                prompt=prompts.get((a, b)),
                choice=next((clause.sentence.span(c, d - 1) for c, d in choices if c <= a and b <= d), None),
            )
            for a, b in spans
        ]

    def _openings(self, clause: Clause) -> Iterator[int]:
        """Where questions begin that stand apart: not the "when" of "since when", nor the "what" of "you did what"."""
        forms = clause.sentence.forms
        for before, at in pairwise([0, *clause.openings]):
            ahead = forms[before:at]
            leans = len(ahead) <= LEANING and self._small.issuperset(ahead) and not self._openers.issuperset(ahead)
            ends = at == len(forms) - 1 and before not in clause.openings
            if not leans and not ends:
                yield at

    def _leads_up(self, forms: Sequence[str], first: int, end: int, inner: Container[int]) -> bool:
        """Whether these words only ask for leave to ask what comes behind them, or only begin its sentence."""
        opens = end < len(forms) and self._openers.issuperset(forms[first:end])
        return opens or (end in inner and end - first <= LONGEST_LEAVE)

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
                denying = scopes.denied_by[at]
                if denying >= 0 and sentence.forms[denying] not in self._ending:
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


def _prompts(clause: Clause, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], str]]:
    """The shortest of these spans that begin before a prompt and end with it, and which prompt that is."""
    for name in PROMPTS:
        for mark in clause.marks.get(name, ()):
            around = [span for span in spans if span[0] <= mark.first < span[1] == mark.last + 1]
            yield from ((span, name) for span in around if span == max(around))


def _joined(cut: Sequence[tuple[int, int]], halves: Container[int]) -> Iterator[tuple[int, int]]:
    """From where to where the choices go, each with all of its halves."""
    first = 0
    for (a, b), (after, _) in pairwise([*cut, (-1, -1)]):
        first = first if a in halves else a
        if a in halves and after not in halves:
            yield first, b
