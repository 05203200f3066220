"""What an earlier run worked out gives the same readings, and leaves the phrases alone until they are met."""

from collections.abc import Iterator

import pytest

from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.coder.phrase_index import PhraseIndex, Row
from simulator.coder.phrases import PhraseError
from simulator.coder.prepared import Prepared, from_json
from simulator.model.codebook import Codebook

TURNS = [
    "Hi, I'm Oleg, a peer counselor. What you write here stays between us.",
    "It sounds like you are scared of the doctor, and angry with yourself. Did I get that right?",
    "you must stop, junkies die!! teh tset is fre and annonymous",
    "If you want I can go with you; it's your choice. What would help you most right now?",
    "I had the same a few years ago, and I was afraid too. Then I got help.",
    "",
]
MESSAGES = ["i want to die", "he hit me again. i am so scared", "ok thanks", "where do i go??"]


@pytest.fixture(scope="module")
def prepared(coder: Coder, client_reader: ClientReader) -> Prepared:
    # The client reader puts its tables beside those of the coder.
    assert client_reader
    return from_json(coder.prepared().to_json())


@pytest.fixture
def again(codebook: Codebook, prepared: Prepared) -> Coder:
    return Coder(codebook, prepared)


def test_it_is_the_same_after_it_was_kept(coder: Coder, again: Coder) -> None:
    assert ClientReader(again.grammar)
    assert again.prepared().to_json() == coder.prepared().to_json()


@pytest.mark.parametrize("text", TURNS)
def test_turns_are_read_the_same(text: str, coder: Coder, again: Coder) -> None:
    for context in (Context(), Context(("i am afraid of the doctor", "is the test free?"))):
        assert again.read(text, context) == coder.read(text, context)


@pytest.mark.parametrize("text", MESSAGES)
def test_messages_are_read_the_same(text: str, client_reader: ClientReader, again: Coder) -> None:
    assert ClientReader(again.grammar).read(text) == client_reader.read(text)


class Counted:
    """Rows of an index that note which of them are compiled."""

    def __init__(self, coder: Coder) -> None:
        self._lexis = coder.grammar.lexis
        self.compiled: list[str] = []

    def __iter__(self) -> Iterator[Row[str]]:
        noted = self.compiled

        class Noted(Row[str]):
            def compiled(self):
                noted.append(self.words)
                return super().compiled()

        return (Noted(words, words, self._lexis) for words in ("help me", "(call|write) me", "good bye"))


def test_with_a_table_only_what_may_be_there_is_compiled(coder: Coder) -> None:
    first, later = Counted(coder), Counted(coder)
    table = PhraseIndex(first).table
    assert first.compiled == ["help me", "(call|write) me", "good bye"]
    index = PhraseIndex(later, table=table)
    assert later.compiled == []
    sentence = coder.grammar.splitter.sentences("please write me")[0]
    assert [words for words, _ in index.find(sentence)] == ["(call|write) me"]
    assert [words for words, _ in index.find(sentence)] == ["(call|write) me"]
    assert later.compiled == ["(call|write) me"]


def test_without_a_table_a_malformed_phrase_is_refused_at_once(coder: Coder) -> None:
    with pytest.raises(PhraseError, match="a bracket is left open"):
        PhraseIndex([Row("x", "(help me", coder.grammar.lexis)])
