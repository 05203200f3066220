"""Many phrases behind one index of the words they need: which are looked for, and in which order they are found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Generic, NamedTuple, TypeVar

from simulator.coder.lexis import Lexis
from simulator.coder.phrases import Compiled, Match, compile_phrase
from simulator.coder.prepared import Table
from simulator.coder.words import Sentence

Key = TypeVar("Key")

DEPTH = 5
"""Groups of words by which a phrase is sifted before its pattern is tried; few phrases need more."""


def table_of(phrases: Iterable[Compiled]) -> Table:
    """Which groups of words each phrase needs, and which groups each word belongs to."""
    groups: dict[frozenset[str], int] = {}
    needs = [[groups.setdefault(group, len(groups)) for group in phrase.needs] for phrase in phrases]
    by_word: dict[str, list[int]] = defaultdict(list)
    for group, number in groups.items():
        for word in sorted(group):
            by_word[word].append(number)
    return Table(dict(by_word), needs)


class Row(NamedTuple, Generic[Key]):
    """A phrase as it was written, what it stands for, and what it compiles with."""

    key: Key
    words: str
    lexis: Lexis

    def compiled(self) -> Compiled:
        return compile_phrase(self.words, self.lexis)


class PhraseIndex(Generic[Key]):
    """Phrases behind their table: only those whose words are in the sentence are tried.

    With a table of an earlier run each is compiled when it is first tried: a talk meets few of some thousand. Without
    one all are compiled now, which raises PhraseError where one is malformed.
    """

    def __init__(self, rows: Iterable[Row[Key]], table: Table | None = None):
        self._rows = tuple(rows)
        self._compiled = {} if table else {number: row.compiled() for number, row in enumerate(self._rows)}
        self.table = table or table_of(self._compiled.values())
        self._places: list[dict[int, list[int]]] = [defaultdict(list) for _ in range(DEPTH)]
        for number, groups in enumerate(self.table.needs):
            for place, group in zip(self._places, groups, strict=False):
                place[group].append(number)
        self._free = [
            sum(1 << number for number, groups in enumerate(self.table.needs) if len(groups) <= depth)
            for depth in range(DEPTH)
        ]
        self._of_word: dict[str, tuple[int, ...]] = {}

    def find(self, sentence: Sentence) -> list[tuple[Key, Match]]:
        """Every phrase found, at its first place in the sentence, in the order they were given."""
        found = []
        for number in self._likely(sentence.vocabulary):
            match = _search(self._compiled.get(number) or self._compile(number), sentence)
            if match:
                found.append((self._rows[number].key, match))
        return found

    def _likely(self, vocabulary: set[str]) -> Iterator[int]:
        """The phrases whose first groups all have a word in the vocabulary; numbers hold one bit for each phrase."""
        sets = [self._of_word.get(word) or self._sets(word) for word in vocabulary & self.table.by_word.keys()]
        likely = -1 if sets else 0
        for free, there in zip(self._free, zip(*sets, strict=True), strict=False):
            likely &= reduce(or_, there, free)
        while likely:
            lowest = likely & -likely
            yield lowest.bit_length() - 1
            likely ^= lowest

    def _sets(self, word: str) -> tuple[int, ...]:
        """Per place the phrases whose group there holds the word; worked out when it is first met."""
        groups = self.table.by_word[word]
        self._of_word[word] = tuple(
            sum(1 << number for group in groups for number in place.get(group, ())) for place in self._places
        )
        return self._of_word[word]

    def _compile(self, number: int) -> Compiled:
        self._compiled[number] = self._rows[number].compiled()
        return self._compiled[number]


def _search(compiled: Compiled, sentence: Sentence) -> Match | None:
    if compiled.at_start:
        hits = (compiled.pattern.match(sentence.line, sentence.offsets[head]) for head in sentence.heads)
        hit = next((h for h in hits if h), None)
    else:
        hit = compiled.pattern.search(sentence.line)
    if hit is None or hit.end() == hit.start():
        return None
    return Match(sentence.places[hit.start()], sentence.places[hit.end()] - 1)
