"""The words and phrases of a codebook: what may be named, what a mistake may be mended to, and all rows of phrases."""

import re
from collections.abc import Iterable, Iterator

from simulator.coder.lexis import Lexis
from simulator.coder.matchers.phrase import PhraseRow, PhraseRule
from simulator.coder.phrase_index import Row
from simulator.coder.spelling import Spelling
from simulator.model.codebook import Codebook, Definition, Phrase
from simulator.model.language import Language

_WORD = re.compile(r"[^\W\d_]{2,}")


def known_words(codebook: Codebook) -> frozenset[str]:
    """Every word that phrases and lists name: what a small mistake may be mended to."""
    return frozenset(word for text in _all_phrases(codebook) for word in _WORD.findall(text.lower()))


def lexis(codebook: Codebook, spelling: Spelling) -> Lexis:
    """What phrases of this codebook compile with."""
    language = codebook.language
    fillers, common = frozenset(language.fillers), frozenset(language.function_words)
    return Lexis(dict(language.lists), spelling.stem, language.opened, fillers, common, {})


def rows_of_marks(language: Language, words: Lexis) -> Iterator[Row[str]]:
    """The phrases of the language file, each under the name of its mark."""
    return (Row(name, phrase, words) for name, row in _marks(language) for phrase in row)


def rows_of(definitions: Iterable[Definition], words: Lexis) -> Iterator[Row[PhraseRule]]:
    """The phrases of codebook files; a file's own lists come before those of the language."""
    for definition in definitions:
        own = words.with_lists(definition.lists)
        yield from (Row(rule, rule.phrase.words, own) for rule in rules_of(definition))


def rules_of(definition: Definition) -> Iterator[PhraseRule]:
    """The phrases of one file, counted from 1 in each of its rows, those that speak against it among them."""
    rows: dict[PhraseRow, Iterable[Phrase]] = {
        "phrases": definition.phrases,
        "not_phrases": (Phrase(words=words) for words in definition.not_phrases),
        "contrary": (Phrase(words=words) for words in definition.contrary),
        "marked": (Phrase(words=words, mark=mark) for mark, row in definition.marked.items() for words in row),
    }
    for name, phrases in rows.items():
        for number, phrase in enumerate(phrases, start=1):
            yield PhraseRule(definition, definition.id, number, phrase, name)


def _marks(language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in (
        "closing",
        "opening",
        "inviting",
        "tags",
        "elliptic_open",
        "elliptic_closed",
        "indirect",
        "prompting",
        "probing",
        "feeling",
        "not_questions",
    ):
        yield name, getattr(language.questions, name)
    yield "not_negating", language.scopes.not_negating
    yield "no_orders", language.verbs.no_orders
    for kind in ("story", "telling", "echo"):
        yield from ((f"{kind}.{name}", phrases) for name, phrases in getattr(language, kind))
    yield from language.replies


def _all_phrases(codebook: Codebook) -> Iterator[str]:
    language = codebook.language
    for _, row in _marks(language):
        yield from row
    for row in (*language.lists.values(), *language.synonyms, language.verbs.orders, language.verbs.past):
        yield from row
    for feeling in codebook.feelings.values():
        yield from (*feeling.words, *feeling.phrases, *feeling.strong)
    for definition in (*codebook.acts, *codebook.cues):
        yield from (phrase.words for phrase in definition.phrases)
        for entries in definition.lists.values():
            yield from entries
