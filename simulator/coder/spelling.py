"""Normal forms of words: what is short is opened, small mistakes are mended, and every form gets its stem."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache

from simulator.model.codebook import Codebook

LONGEST_MENDED = 24
"""Letters; nobody mistypes a longer word, and a row of 100,000 letters is no word."""

MOST_STEMS = 50_000
"""Stems that are remembered; a long service meets ever new names."""

_STRETCHED = re.compile(r"(.)\1{2,}")


class Spelling:
    """The spelling of one language: mistakes are mended to `known` words, and `stems` were worked out before."""

    def __init__(self, codebook: Codebook, known: frozenset[str], stems: Mapping[str, str]) -> None:
        language = codebook.language
        self._algorithm = language.stemmer
        self.stems = dict(stems)
        self._opened = {short: tuple(words.split()) for short, words in language.opened.items()}
        self._known = known | frozenset(language.function_words)
        self._short = frozenset(word for word in language.function_words if len(word) in (3, 4))
        self._text = codebook.words
        self._normal = lru_cache(maxsize=50_000)(self._find)
        self._shelves: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) > 3:
                self._shelves[word[0], len(word)].append(word)

    def stem(self, form: str) -> str:
        stem = self.stems.get(form)
        if stem is None:
            stem = self._stemmed(form)
            if len(self.stems) < MOST_STEMS:
                self.stems[form] = stem
        return stem

    @cached_property
    def _stemmed(self) -> Callable[[str], str]:
        # Imported late, as rapidfuzz below: a talk begins faster, and most of its words are known.
        import snowballstemmer

        stemmed: Callable[[str], str] = snowballstemmer.stemmer(self._algorithm).stemWord
        return stemmed

    @cached_property
    def _real(self) -> frozenset[str]:
        return frozenset(self._text.split())

    def opens(self, sign: str) -> bool:
        """Whether a sign stands for a word (`&`)."""
        return sign in self._opened

    def normal(self, word: str, starts: bool) -> tuple[tuple[str, str], ...]:
        """Form and stem of every word that `word` stands for; a capital inside a sentence marks a name, which stays."""
        named = word[0].isupper() and not starts and not word.isupper()
        return self._normal(word.lower().replace("’", "'").replace("`", "'"), named)

    def is_strange(self, form: str) -> bool:
        """Whether a form is in no list of words: a name, mostly, or a word nobody knows."""
        return form.isalpha() and form not in self._known and not self._is_real(form)

    def _find(self, word: str, named: bool) -> tuple[tuple[str, str], ...]:
        forms = self._open(word)
        if forms is None:
            bare = word.replace("'", "") if word.replace("'", "") in self._opened else word.removesuffix("'s")
            forms = self._open(bare) or ((bare,) if named else self._open(self._mend(bare)) or (self._mend(bare),))
        return tuple((form, self.stem(form)) for form in forms)

    def _open(self, word: str) -> tuple[str, ...] | None:
        return self._opened.get(word) or ((word,) if word in self._known else None)

    def _mend(self, word: str) -> str:
        word = word[: LONGEST_MENDED * 2]
        if word in self._known or word[:1] == "[" or not word.isalpha():
            return word
        pressed = _STRETCHED.sub(r"\1\1", word)
        for candidate in (pressed, _STRETCHED.sub(r"\1", word)):
            if candidate in self._known or candidate in self._opened or self._is_real(candidate):
                return candidate
        if len(word) > LONGEST_MENDED or len(word) < 3:
            return word
        return self._nearest(pressed) or pressed

    def _is_real(self, word: str) -> bool:
        return word in self._real or (word.endswith("s") and word[:-1] in self._real)

    def _nearest(self, word: str) -> str | None:
        """The one known word within reach: a swap for short words, one slip up to seven letters, two beyond."""
        if len(word) <= 4:
            swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
            return next((other for other in swapped if other in self._short), None)
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        reach = 1 if len(word) < 8 else 2
        sizes = range(len(word) - reach, len(word) + reach + 1)
        shelf = [known for size in sizes for known in self._shelves.get((word[0], size), ())]
        best = process.extract(word, shelf, scorer=OSA.distance, score_cutoff=reach, limit=4)
        return min(best, key=lambda hit: (hit[1], _slip(word, hit[0]), hit[0]))[0] if best else None


def _slip(word: str, meant: str) -> int:
    """How unlikely the slip is: letters that changed places, left out, typed for others, typed twice or too much."""
    if sorted(word) == sorted(meant):
        return 0
    return 1 if len(meant) > len(word) else 2 if len(meant) == len(word) else 3
