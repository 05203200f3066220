"""Acts by likeness to the whole sentences an author gave; never for safety acts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from simulator.coder.found import Clause, Found
from simulator.coder.prepared import NearExample

LEAST_LIKENESS = 86.0
"""Percent of `ratio` over the sorted words; from here to 100 the strength runs from 0.55 to 0.85."""

MOST_CANDIDATES = 256


class NearMatcher:
    """Compares a sentence with the examples that share a word with it."""

    def __init__(self, examples: Iterable[NearExample]) -> None:
        self._names: list[tuple[str, int]] = []
        self._texts: list[str] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for act, number, forms in examples:
            for word in set(forms):
                self._by_word[word].append(len(self._texts))
            self._names.append((act, number))
            self._texts.append(" ".join(sorted(forms)))

    def match(self, clause: Clause) -> Iterator[Found]:
        forms = clause.sentence.forms
        if len(forms) < 3 or any(clause.scopes.quoted) or any(clause.scopes.reported):
            return
        shared: dict[int, int] = defaultdict(int)
        for word in set(forms):
            for number in self._by_word.get(word, ()):
                shared[number] += 1
        close = sorted((n for n, count in shared.items() if count * 2 >= len(forms)), key=lambda n: (-shared[n], n))
        if not close:
            return
        from rapidfuzz import fuzz, process

        texts = {n: self._texts[n] for n in close[:MOST_CANDIDATES]}
        wanted = " ".join(sorted(forms))
        for _, likeness, number in process.extract(
            wanted, texts, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=3
        ):
            act, example = self._names[number]
            strength = 0.55 + 0.3 * (likeness - LEAST_LIKENESS) / (100 - LEAST_LIKENESS)
            yield Found(act, clause.index, 0, len(forms) - 1, f"near:{act}#{example}", round(strength, 3))
