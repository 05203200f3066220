"""Sentences of chat text, and offsets that always point into the original."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.coder.coder import Coder
from simulator.coder.words import LONGEST_SENTENCE, Splitter

SENTENCES = [
    ("plain", "Hi there. How are you?", ["Hi there", "How are you"]),
    ("no-capitals", "hi there. how are you? fine", ["hi there", "how are you", "fine"]),
    ("no-punctuation", "how are you", ["how are you"]),
    ("several-bubbles", "hi\nim oleg\nwhats up", ["hi", "im oleg", "whats up"]),
    ("empty-lines", "hi\n\n\nbye", ["hi", "bye"]),
    ("ellipsis", "well... i don't know", ["well", "i don't know"]),
    ("one-sign-ellipsis", "well… maybe", ["well", "maybe"]),
    ("interrobang", "what?! no way!!", ["what", "no way"]),
    ("no-space-behind-the-dot", "ok.tell me more", ["ok", "tell me more"]),
    ("decimal", "it takes 2.5 hours. ok", ["it takes 2.5 hours", "ok"]),
    ("time-with-dot", "come at 10.30 tomorrow", ["come at 10.30 tomorrow"]),
    ("etcetera", "tests, masks etc. are free", ["tests, masks etc. are free"]),
    ("doctor", "ask dr. Smith about it", ["ask dr. Smith about it"]),
    ("no-is-an-answer", "No. I'm not police", ["No", "I'm not police"]),
    ("for-example", "some services, e.g. shelters, are free", ["some services, e.g. shelters, are free"]),
    ("that-is", "call us (i.e. the hotline). ok", ["call us (i.e. the hotline", "ok"]),
    ("emoji-inside", "i hear you 😊 tell me more", ["i hear you 😊 tell me more"]),
    ("emoji-alone", "😊", []),
    ("signs-alone", "?! ...", []),
    ("empty", "", []),
    ("blank", " \n\t ", []),
    ("comma-is-no-end", "ok, so, what now", ["ok, so, what now"]),
    ("semicolon", "stopping is the danger; the half is no crime", ["stopping is the danger", "the half is no crime"]),
    ("winking", "ok ;) and you ;-) tell me", ["ok ;) and you ;-) tell me"]),
    ("brackets", "tests (free) are here. yes", ["tests (free) are here", "yes"]),
    ("curly-apostrophe", "I’m here. You’re not alone", ["I’m here", "You’re not alone"]),
    ("placeholder", "write to [email] today. bye", ["write to [email] today", "bye"]),
    ("cyrillic", "Привет. Как дела?", ["Привет", "Как дела"]),
    ("question-after-statement", "i see you are tired? since when", ["i see you are tired", "since when"]),
]

OFFSETS = [
    ("curly quotes", "“hello” she said, I’m here", "here"),
    ("combining accent", "cafe\u0301 is open, hello", "hello"),
    ("emoji before", "👨‍👩‍👧 😀 hello", "hello"),
    ("astral letters", "𝓱𝓲 hello", "hello"),
    ("opened word", "u're here, i dunno friend", "friend"),
    ("sharp s grows in upper case", "STRAẞE straße hello", "hello"),
    ("dotted capital i grows in lower case", "İİİ hello", "hello"),
    ("zero width", "a\u200bb \u00a0 hello", "hello"),
]


@pytest.fixture(scope="module")
def splitter(coder: Coder) -> Splitter:
    return coder.grammar.splitter


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_sentences(text: str, wanted: list[str], splitter: Splitter) -> None:
    found = [text[s.start : s.end] for s in splitter.sentences(text)]
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("do you, do you have a test", "do you have a test"),
        ("it's-- it's free", "it is free"),
        ("is, is it far", "is it far"),
        ("I- I was there, and you", "i was there and you"),
        ("no no, very very far", "no no very very far"),
        ("what is it that it is", "what is it that it is"),
    ],
    ids=["two-words", "opened-words", "before-another", "one-word", "meant-twice", "not-in-a-row"],
)
def test_what_is_begun_twice_counts_once(text: str, forms: str, splitter: Splitter) -> None:
    (sentence,) = splitter.sentences(text)
    assert " ".join(sentence.forms) == forms
    assert all(text[slice(*span)] for span in sentence.spans)
    assert all(place < len(sentence.forms) for place in sentence.breaks)


def test_the_comma_of_what_was_taken_back_is_gone(splitter: Splitter) -> None:
    (sentence,) = splitter.sentences("do you, do you have a test, here")
    assert sentence.breaks == {4}


@pytest.mark.parametrize(("text", "word"), [row[1:] for row in OFFSETS], ids=[row[0] for row in OFFSETS])
def test_offsets_point_into_the_original(text: str, word: str, splitter: Splitter) -> None:
    spans = [span for sentence in splitter.sentences(text) for span in sentence.spans]
    assert (text.index(word), text.index(word) + len(word)) in spans


@pytest.mark.parametrize(
    ("text", "asked"),
    [("really?", [True]), ("go! now.", [False, False]), ("what?!", [True]), ("ok", [False])],
)
def test_marks_at_the_end(text: str, asked: list[bool], splitter: Splitter) -> None:
    found = splitter.sentences("so " + text.replace(" ", " so "))
    assert [s.asked for s in found] == asked


OPENED = [
    ("I'm", ["i", "am"]),
    ("I’m", ["i", "am"]),
    ("im", ["i", "am"]),
    ("dont", ["do", "not"]),
    ("can't", ["can", "not"]),
    ("cannot", ["can", "not"]),
    ("gonna", ["going", "to"]),
    ("u", ["you"]),
    ("um hello uh", ["hello"]),
    ("hello & bye", ["hello", "and", "bye"]),
]


@pytest.mark.parametrize(("text", "forms"), OPENED)
def test_short_forms_are_opened_and_fillers_left_out(text: str, forms: list[str], splitter: Splitter) -> None:
    assert [form for s in splitter.sentences(text) for form in s.forms] == forms


HEADS = [
    ("okay so what now", "what"),
    ("well, tell me", "tell"),
    ("by the way how are you", "how"),
    ("Anna, what do you think", "what"),
]


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_a_clause_begins_behind_what_merely_opens_it(text: str, head: str, splitter: Splitter) -> None:
    sentence = splitter.sentences(text)[0]
    assert sentence.forms.index(head) in sentence.heads


def test_what_is_inside_a_clause_is_no_head(splitter: Splitter) -> None:
    assert splitter.sentences("i know what you mean")[0].heads == [0]


def test_a_row_without_a_stop_is_cut(splitter: Splitter) -> None:
    sizes = [len(sentence.forms) for sentence in splitter.sentences("word " * 1000)]
    assert sum(sizes) == 1000
    assert max(sizes) <= LONGEST_SENTENCE


TEXTS = st.text(st.characters(codec="utf-8"), max_size=200) | st.lists(
    st.sampled_from(
        [
            "hi",
            "I’m",
            "dont",
            "?",
            "!",
            "...",
            "…",
            "\n",
            ",",
            "é",
            "e\u0301",
            "👍🏽",
            "«да»",
            "2.5",
            "e.g.",
            "“",
            "'",
            "[x]",
            "&",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_span_is_inside_ascending_and_not_empty(coder: Coder, text: str) -> None:
    latest = 0
    for sentence in coder.grammar.splitter.sentences(text):
        assert sentence.forms
        assert len(sentence.forms) == len(sentence.stems) == len(sentence.spans)
        for start, end in sentence.spans:
            assert latest <= start < end <= len(text)
            assert text[start:end].strip()
            latest = start
        assert sentence.spans[-1][1] <= sentence.end <= len(text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_every_act_has_its_words(coder: Coder, text: str) -> None:
    reading = coder.read(text)
    for act in (*reading.acts, *reading.unsure):
        assert 0 <= act.start < act.end <= len(text)
        assert text[act.start : act.end].strip()


LARGE = [
    ("100 kB of talk", "so how are you doing, my friend. it is what it is? " * 2_000, 8),
    ("1 MB without a stop", "how are you " * 84_000, 20),
    ("10,000 question marks", "?" * 10_000, 2),
    ("10,000 question marks apart", "? " * 10_000, 2),
    ("a word of 100,000 letters", "a" * 100_000, 2),
    ("a name of 100,000 letters", "hi " + "Abcdefghij" * 10_000, 2),
    ("100,000 apostrophes", "'" * 100_000, 5),
    ("50,000 quotation marks", "“a" * 50_000, 5),
    ("2,500 quotations", 'he said "no way" ok. ' * 10_000, 20),
    ("50,000 brackets", "[a-" * 50_000, 5),
    ("addresses", "a.b@" * 25_000, 10),
]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "seconds"), [row[1:] for row in LARGE], ids=[row[0] for row in LARGE])
def test_large_texts_take_bounded_time(text: str, seconds: float, coder: Coder) -> None:
    """The bounds are several times what it takes; time with the square of the length is far beyond them."""
    before = time.process_time()
    coder.read(text)
    assert time.process_time() - before < seconds
