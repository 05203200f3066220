"""Many phrases behind one index of the words they need: which are looked for, and in which order they are found."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from simulator.coder.phrases import Compiled, Lexis, Match, compile_phrase
from simulator.coder.prepared import Table
from simulator.coder.words import Sentence

Key = TypeVar("Key")

COMMON_WORD = 40.0
RARE_WORD = 0.3
"""How often a word is met, roughly: one of the language's function words against any other."""


def table_of(phrases: Iterable[Compiled], common: frozenset[str] = frozenset()) -> Table:
    """Each phrase under the words of its rarest group."""

    def met(group: frozenset[str]) -> float:
        return sum(COMMON_WORD if word.lstrip("~") in common else RARE_WORD for word in group)

    by_word: dict[str, list[int]] = defaultdict(list)
    others: list[list[int]] = []
    groups: dict[frozenset[str], int] = {}
    for number, compiled in enumerate(phrases):
        rarest, *rest = sorted(compiled.needs, key=lambda group: (met(group), sorted(group)))
        for word in sorted(rarest):
            by_word[word].append(number)
        others.append([groups.setdefault(group, len(groups)) for group in rest])
    return Table(dict(by_word), others, [sorted(group) for group in groups])


class Row(NamedTuple, Generic[Key]):
    """A phrase as it was written, what it stands for, and what it compiles with."""

    key: Key
    words: str
    lexis: Lexis

    def compiled(self) -> Compiled:
        return compile_phrase(self.words, self.lexis)


class PhraseIndex(Generic[Key]):
    """Phrases behind their table: only those whose rarest word is in the sentence are tried.

    With a table of an earlier run each is compiled when it is first tried: a talk meets few of some thousand. Without
    one all are compiled now, which raises PhraseError where one is malformed.
    """

    def __init__(self, rows: Iterable[Row[Key]], common: frozenset[str] = frozenset(), table: Table | None = None):
        self._rows = tuple(rows)
        self._compiled = {} if table else {number: row.compiled() for number, row in enumerate(self._rows)}
        self.table = table or table_of(self._compiled.values(), common)
        groups = [frozenset(group) for group in self.table.groups]
        self._others = [tuple(groups[at] for at in row) for row in self.table.others]

    def find(self, sentence: Sentence) -> list[tuple[Key, Match]]:
        """Every phrase found, at its first place in the sentence, in the order they were given."""
        found = []
        for number in sorted(self._likely(sentence.vocabulary)):
            match = _search(self._compiled.get(number) or self._compile(number), sentence)
            if match:
                found.append((self._rows[number].key, match))
        return found

    def _likely(self, vocabulary: set[str]) -> list[int]:
        """The phrases of which every needed word is there."""
        likely = []
        by_word = self.table.by_word
        for number in {number for word in vocabulary & by_word.keys() for number in by_word[word]}:
            for group in self._others[number]:
                if group.isdisjoint(vocabulary):
                    break
            else:
                likely.append(number)
        return likely

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
