"""The content of words: stems without function words, with synonyms of the language file made one."""

from collections.abc import Iterable
from functools import lru_cache

from simulator.coder.spelling import Spelling
from simulator.coder.words import Sentence, Splitter
from simulator.model.codebook import Codebook


class Meaning:
    """Turns sentences into sets of content stems that can be compared."""

    def __init__(self, codebook: Codebook, spelling: Spelling, splitter: Splitter) -> None:
        language = codebook.language
        self._empty = frozenset(spelling.stem(word) for word in (*language.function_words, *language.fillers))
        self._one: dict[str, str] = {}
        for row in language.synonyms:
            for word in row:
                self._one.setdefault(spelling.stem(word), spelling.stem(row[0]))
        fields: dict[str, dict[str, None]] = {}
        for name, words in codebook.fields.items():
            for word in words:
                fields.setdefault(spelling.stem(word), {})[name] = None
        self._fields = {stem: tuple(names) for stem, names in fields.items()}
        self._splitter = splitter
        self.of_text = lru_cache(maxsize=4_096)(self._of_text)

    def fields(self, stem: str) -> tuple[str, ...]:
        """The semantic fields a word belongs to, by its stem."""
        return self._fields.get(stem, ())

    def of_sentence(self, sentence: Sentence) -> frozenset[str]:
        """Content stems of one sentence; synonyms count as one."""
        return self.of_stems(sentence.stems)

    def of_stems(self, stems: Iterable[str]) -> frozenset[str]:
        return frozenset(self._one.get(stem, stem) for stem in stems if stem not in self._empty)

    def of_texts(self, texts: Iterable[str]) -> frozenset[str]:
        """Content stems of several messages."""
        return frozenset().union(*map(self.of_text, texts))

    def stems(self, text: str) -> list[str]:
        """All stems of a text, in its order."""
        return [stem for sentence in self._splitter.sentences(text) for stem in sentence.stems]

    def _of_text(self, text: str) -> frozenset[str]:
        return self.of_stems(self.stems(text))
