"""Sentences and words of a chat turn, every word with its offsets into the original text."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.coder.spelling import Spelling
from simulator.model.language import Language

LONGEST_SENTENCE = 60
"""Words; a longer row without a full stop is cut here, so that matching stays bounded in time."""

MOST_HEADS = 12
LONGEST_DOTTED = 8
"""Letters and dots of an abbreviation."""

_TOKEN = re.compile(r"\[[a-z-]+\]|[^\W_]+(?:['’`][^\W_]+)*|\n+|[.!?…]+|[,;:()–—]|-{1,2}(?=\s)|[^\w\s]", re.UNICODE)
_STOPS = frozenset(".!?…;")
_SOFT = frozenset(",:()–—-")


@dataclass(slots=True)
class Sentence:
    """One sentence in normal forms; `spans[i]` are the offsets of word i, `breaks` the words before a comma or dash."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    asked: bool = False
    end: int = 0
    line: str = ""
    places: dict[int, int] = field(default_factory=dict)
    offsets: dict[int, int] = field(default_factory=dict)
    vocabulary: set[str] = field(default_factory=set)
    heads: list[int] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.spans[0][0]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the words `first` to `last`, both included, in the original text."""
        return self.spans[first][0], self.spans[last][1]

    def has_break(self, first: int, last: int) -> bool:
        """Whether a comma or dash stands between the words `first` and `last`."""
        return not self.breaks.isdisjoint(range(first, last))

    @property
    def whole(self) -> tuple[int, int]:
        """Offsets of all its words."""
        return self.span(0, len(self.forms) - 1)

    def seal(self, heads: list[int]) -> None:
        """Lay out the row of ` form/stem/` that phrases are matched against; a clause may begin at `heads`."""
        self.heads = heads
        pairs = []
        at = 0
        for index, (form, stem) in enumerate(zip(self.forms, self.stems, strict=True)):
            pairs.append(f" {form}/{stem}/")
            self.places[at] = index
            at += len(pairs[-1])
        self.places[at] = len(self.forms)
        self.line = "".join(pairs)
        self.offsets = {index: at for at, index in self.places.items()}
        self.vocabulary = {*self.forms, *("~" + stem for stem in self.stems)}


class Splitter:
    """Cuts a text into sentences of normal forms, in one language."""

    def __init__(self, spelling: Spelling, language: Language) -> None:
        self._spelling = spelling
        self._dotted = frozenset(language.dotted)
        self._fillers = frozenset(language.fillers)
        self._begun = frozenset((*language.questions.auxiliaries, *language.questions.pronouns))
        self._openers: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for row in sorted((tuple(opener.split()) for opener in language.openers), key=len, reverse=True):
            self._openers[row[0]].append(row)

    def sentences(self, text: str) -> list[Sentence]:
        """All sentences of `text` that have at least one word."""
        found = [sentence for sentence in self._cut(text) if sentence.forms]
        for sentence in found:
            sentence.seal(self._heads(sentence))
        return found

    def _heads(self, sentence: Sentence) -> list[int]:
        """Where a clause may begin: at the front, after a name, after a comma, and behind whatever merely opens it."""
        starts = [0, *(place + 1 for place in sorted(sentence.breaks) if place + 1 < len(sentence.forms))][:MOST_HEADS]
        heads: list[int] = []
        for start in starts:
            at: int | None = start
            while at is not None and at < len(sentence.forms):
                heads.append(at)
                at = self._behind_opener(sentence.forms, at)
        return sorted(set(heads))

    def _behind_opener(self, forms: list[str], at: int) -> int | None:
        rows = self._openers.get(forms[at], ())
        return next((at + len(row) for row in rows if tuple(forms[at : at + len(row)]) == row), None)

    def _cut(self, text: str) -> Iterator[Sentence]:
        sentence = Sentence()
        for token in _TOKEN.finditer(text):
            word = token.group()
            if word[0].isalnum() or word[0] == "[" or self._spelling.opens(word):
                if len(sentence.forms) >= LONGEST_SENTENCE:
                    yield sentence
                    sentence = Sentence()
                self._add(sentence, word, token)
            elif word[0] == "\n" or (word[0] in _STOPS and not self._goes_on(text, token, sentence)):
                sentence.asked = "?" in word
                yield sentence
                sentence = Sentence()
            elif sentence.forms and (word[0] in _SOFT or not word.isascii()):
                sentence.breaks.add(len(sentence.forms) - 1)
        yield sentence

    def _add(self, sentence: Sentence, word: str, token: re.Match[str]) -> None:
        for form, stem in self._spelling.normal(word, starts=not sentence.forms):
            if form not in self._fillers:
                sentence.forms.append(form)
                sentence.stems.append(stem)
                sentence.spans.append(token.span())
                self._take_back_stutter(sentence)
        sentence.end = token.end()

    def _take_back_stutter(self, sentence: Sentence) -> None:
        """Leave out what was begun twice ("do you, do you have", "it it is"); only small words are begun again."""
        for size in (1, 2):
            again = sentence.forms[-size:]
            if sentence.forms[-2 * size : -size] == again and self._begun.issuperset(again):
                for row in (sentence.forms, sentence.stems, sentence.spans):
                    del row[-2 * size : -size]
                sentence.breaks = {place for place in sentence.breaks if place < len(sentence.forms) - size}

    def _goes_on(self, text: str, stop: re.Match[str], sentence: Sentence) -> bool:
        """A dot inside a number or after an abbreviation ends nothing, and no smile does."""
        follows = text[stop.end() : stop.end() + 1]
        if stop.group() == ";":
            return follows in (")", "-")
        if stop.group() != "." or not sentence.forms:
            return False
        before = text[max(0, stop.start() - LONGEST_DOTTED) : stop.start()].lower()
        word = re.split(r"[\s(]", before)[-1]
        return (
            (follows.isdigit() and word[-1:].isdigit())
            or word in self._dotted
            or (word[-1:].isalpha() and not word[-2:-1].isalpha() and follows.isalpha() and follows.islower())
        )
