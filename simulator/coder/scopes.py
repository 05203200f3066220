"""Scopes: which words are denied, quoted, reported from somebody else, or only supposed."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from simulator.coder.words import Sentence
from simulator.model.codebook import Scope
from simulator.model.language import Language

LONGEST_DENIAL = 8
"""Words; a negation does not reach further."""

LONGEST_SUPPOSITION = 14

_QUOTED = re.compile(
    r"[\"“„”]([^\"“„”\n]{2,})[\"“”]|«([^»\n]{2,})»|(?:(?<=\s)|(?<=^)|(?<=\())['‘]([^'’\n]{2,}?)['’](?=[\s.,;:!?)]|$)"
)
_WHOLE = 0.85
"""A turn that is quoted from end to end was typed like that; nothing in it is quoted from anybody."""


@dataclass(slots=True)
class Scopes:
    """Per word of one sentence: the index of the word that denies it (or -1), and whether it is in another scope."""

    denied_by: list[int]
    quoted: list[bool]
    reported: list[bool]
    supposed: list[bool]

    def holds(self, scope: Scope, first: int, last: int) -> bool:
        """Whether the words from `first` to `last` stand in that scope; a denial inside the words is part of them."""
        if scope == "negated":
            return any(0 <= self.denied_by[i] < first for i in (first, last))
        if scope == "quoted":
            return self.quoted[first] or self.quoted[last]
        flags = {"reported": self.reported, "hypothetical": self.supposed}[scope]
        return flags[first] and flags[last]


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of what stands in quotation marks inside `text`."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    inside = sum(end - start for start, end in spans)
    return [] if inside > _WHOLE * len(text.strip()) else spans


def _around(quotes: list[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    # Quotations come in the order of the text and never overlap, so only those near the sentence can hold its words.
    first = bisect_left(quotes, (sentence.start, 0))
    return quotes[max(0, first - 1) : bisect_left(quotes, (sentence.end + 1, 0))]


class ScopeReader:
    """Finds the scopes of a sentence with the words of one language."""

    def __init__(self, language: Language) -> None:
        words = language.scopes
        self._negating = [tuple(row.split()) for row in words.negating]
        self._supposing = [tuple(row.split()) for row in words.supposing]
        self._first_denying = frozenset(row[0] for row in self._negating)
        self._first_supposing = frozenset(row[0] for row in self._supposing)
        self._ending = frozenset(words.ending)
        self._reporting = frozenset(words.reporting)
        self._reporters = frozenset(words.reporters)
        self._asking = frozenset((*language.questions.open, *language.questions.closed))
        self._auxiliaries = frozenset(language.questions.auxiliaries)
        self._own = frozenset(language.persons.own)
        self._second = frozenset(language.persons.second)
        self._orders = frozenset(language.verbs.orders)
        self._past = frozenset(language.verbs.past)
        self._past_endings = tuple(language.verbs.past_endings)

    def read(self, sentence: Sentence, quotes: list[tuple[int, int]], excused: set[int]) -> Scopes:
        """`excused` are words that look like a negation and are none ("not only")."""
        size = len(sentence.forms)
        scopes = Scopes([-1] * size, [False] * size, [False] * size, [False] * size)
        inside = _around(quotes, sentence)
        for index, (start, end) in enumerate(sentence.spans):
            scopes.quoted[index] = any(a <= start and end <= b for a, b in inside)
        for index, form in enumerate(sentence.forms):
            if form in self._first_denying and index not in excused and self._row(sentence, index, self._negating):
                self._deny(sentence, scopes, index)
            if form in self._first_supposing and self._row(sentence, index, self._supposing):
                self._suppose(sentence, scopes, index)
            if form in self._reporting and self._is_report(sentence, index):
                self._report(sentence, scopes, index)
        return scopes

    def _row(self, sentence: Sentence, at: int, rows: list[tuple[str, ...]]) -> bool:
        forms = sentence.forms
        return any(tuple(forms[at : at + len(row)]) == row for row in rows if row[0] == forms[at])

    def _deny(self, sentence: Sentence, scopes: Scopes, at: int) -> None:
        for index in range(at + 1, min(at + 1 + LONGEST_DENIAL, len(sentence.forms))):
            if index - 1 in sentence.breaks or sentence.forms[index] in self._ending:
                return
            scopes.denied_by[index] = at if scopes.denied_by[index] < 0 else scopes.denied_by[index]

    def _suppose(self, sentence: Sentence, scopes: Scopes, at: int) -> None:
        for index in range(at, min(at + LONGEST_SUPPOSITION, len(sentence.forms))):
            scopes.supposed[index] = True
            if index in sentence.breaks:
                return

    def _is_report(self, sentence: Sentence, at: int) -> bool:
        before = sentence.forms[max(0, at - 3) : at]
        verb = sentence.forms[at]
        if any(word in self._own for word in before[-2:]) or self._is_order(sentence, at):
            return False
        past = any(word in self._past or word.endswith(self._past_endings) for word in (verb, *before))
        by_client = past and any(word in self._second for word in before[-2:])
        return by_client or any(word in self._reporters for word in before)

    def _is_order(self, sentence: Sentence, at: int) -> bool:
        """Whether the verb tells somebody to say something ("go to your mother, write from there")."""
        begins = at == 0 or at - 1 in sentence.breaks or sentence.forms[at - 1] in self._ending
        return begins and sentence.forms[at] in self._orders

    def _report(self, sentence: Sentence, scopes: Scopes, at: int) -> None:
        for index in range(at + 1, len(sentence.forms)):
            scopes.reported[index] = True
            if index in sentence.breaks and self._takes_over(sentence.forms[index + 1 : index + 3]):
                return

    def _takes_over(self, following: list[str]) -> bool:
        """Whether after a comma or dash the writer goes on: a turn of speech, a question word, or "do you ..."."""
        first, second = [*following, "", ""][:2]
        asks_you = first in self._auxiliaries and second in self._second
        return first in self._ending or first in self._asking or asks_you
