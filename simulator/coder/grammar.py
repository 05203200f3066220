"""What acts and cues are read with: one language, compiled once, whoever reads with it."""

from collections.abc import Iterable

from simulator.coder.found import Clause
from simulator.coder.lexicon import known_words, lexis, rows_of_marks
from simulator.coder.matchers.phrase import PhraseRule
from simulator.coder.meaning import Meaning
from simulator.coder.phrase_index import Key, PhraseIndex, Row
from simulator.coder.phrases import Match
from simulator.coder.prepared import NOTHING_PREPARED, Prepared
from simulator.coder.scopes import ScopeReader, quoted_spans
from simulator.coder.spelling import Spelling
from simulator.coder.words import Splitter
from simulator.model.codebook import Codebook


class Grammar:
    """Splits, spells and marks the sentences of a language, and makes the indexes of its phrases."""

    def __init__(self, codebook: Codebook, prepared: Prepared = NOTHING_PREPARED) -> None:
        language = codebook.language
        self.codebook = codebook
        self._known = prepared.known or sorted(known_words(codebook))
        self._tables = dict(prepared.tables)
        self.spelling = Spelling(codebook, frozenset(self._known), prepared.stems)
        self.splitter = Splitter(self.spelling, language)
        self.meaning = Meaning(codebook, self.spelling, self.splitter)
        self.lexis = lexis(codebook, self.spelling)
        self.scopes = ScopeReader(language)
        self._marks = self.index("marks", rows_of_marks(language, self.lexis))

    def prepared(self) -> Prepared:
        """What making this worked out, and all indexes made with it."""
        return Prepared(self.spelling.stems, self._known, self._tables)

    def index(self, kind: str, rows: Iterable[Row[Key]]) -> PhraseIndex[Key]:
        """All phrases of a kind. Raises PhraseError."""
        index = PhraseIndex(rows, self._tables.get(kind))
        self._tables[kind] = index.table
        return index

    def clauses(self, text: str, index: PhraseIndex[PhraseRule]) -> list[tuple[Clause, list[tuple[PhraseRule, Match]]]]:
        """Every sentence, and the codebook's phrases found in it."""
        return [(clause, index.find(clause.sentence)) for clause in self.marked(text)]

    def marked(self, text: str) -> list[Clause]:
        """Every sentence with its scopes and the marks of the language file."""
        quotes = quoted_spans(text)
        made = []
        for number, sentence in enumerate(self.splitter.sentences(text)):
            marks: dict[str, list[Match]] = {}
            for name, match in self._marks.find(sentence):
                marks.setdefault(name, []).append(match)
            excused = {at for match in marks.get("not_negating", ()) for at in range(match.first, match.last + 1)}
            made.append(Clause(number, sentence, self.scopes.read(sentence, quotes, excused), marks))
        return made
