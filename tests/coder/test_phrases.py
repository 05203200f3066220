"""The phrase language of docs/codebook.md: each operator, what it refuses, and its bounds."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.coder.coder import Coder
from simulator.coder.lexis import Lexis
from simulator.coder.phrase_index import PhraseIndex, Row
from simulator.coder.phrases import Match, PhraseError, compile_phrase

LISTS = {"profession": ("doctor", "social worker"), "empty": ()}

FOUND = [
    ("word", "help", "i can help you", "help"),
    ("word-not-part", "help", "i am helpless", None),
    ("row", "can help", "i can help you", "can help"),
    ("row-not-apart", "can help", "i can not help you", None),
    ("capitals-fall", "help", "HELP", "HELP"),
    ("any-form", "~test", "we are testing people", "testing"),
    ("any-form-not-another", "~test", "a testament", None),
    ("either-first", "(test|exam)", "an exam", "exam"),
    ("either-longer", "(blood test|exam)", "a blood test today", "blood test"),
    ("either-none", "(test|exam)", "a quiz", None),
    ("empty-alternative-there", "good (old|) friend", "good old friend", "good old friend"),
    ("empty-alternative-not-there", "good (old|) friend", "good friend", "good friend"),
    ("optional-there", "good old? friend", "good old friend", "good old friend"),
    ("optional-not-there", "good old? friend", "good friend", "good friend"),
    ("optional-group", "good (very old)? friend", "good very old friend", "good very old friend"),
    ("any-word", "tell _ more", "tell me more", "tell me more"),
    ("any-word-is-one", "tell _ more", "tell more", None),
    ("any-word-not-two", "tell _ more", "tell the doctor more", None),
    ("two-dots-none", "tell .. more", "tell more", "tell more"),
    ("two-dots-two", "tell .. more", "tell the doctor more", "tell the doctor more"),
    ("two-dots-not-three", "tell .. more", "tell the good doctor more", None),
    ("three-dots-five", "tell ... more", "tell a b c d e more", "tell a b c d e more"),
    ("three-dots-not-six", "tell ... more", "tell a b c d e f more", None),
    ("list", "@profession", "ask a social worker", "social worker"),
    ("list-in-row", "no @profession here", "no doctor here", "no doctor here"),
    ("start", "< tell me", "tell me", "tell me"),
    ("start-behind-opener", "< tell me", "okay so tell me", "tell me"),
    ("start-behind-comma", "< tell me", "anna, tell me", "tell me"),
    ("start-not-inside", "< tell me", "they tell me", None),
    ("end", "more >", "tell me more", "more"),
    ("end-not-inside", "more >", "more of it", None),
    ("whole", "< no >", "no", "no"),
    ("opened-in-phrase", "don't know", "i do not know", "do not know"),
    ("opened-in-text", "do not know", "i dont know", "dont know"),
    ("filler-in-text", "can help", "i can really help", "can really help"),
    ("comma-in-phrase", "yes , sir", "yes sir", "yes sir"),
    ("slip-in-text", "information", "some informtion here", "informtion"),
    ("nested", "(i (can|may)|we) help", "i may help", "i may help"),
    ("placeholder", "write to [email]", "write to [email]", "write to [email]"),
    ("first-place", "help", "help and help", "help"),
    ("across-sentences", "can help", "i can. help", None),
]

WRONG = [
    ("open-bracket", "(a|b", "left open"),
    ("closing-bracket", "a) b", "no"),
    ("bar-outside", "a | b", "no"),
    ("lone-question-mark", "? a", "no"),
    ("start-inside", "a < b", "no"),
    ("unknown-list", "@nowhere a", "no list @nowhere"),
    ("filler", "really good", "left out of every sentence"),
    ("empty", "", "at least one word"),
    ("only-gap", "..", "at least one word"),
    ("only-any", "_ _", "at least one word"),
    ("only-optional", "a? (b|)", "at least one word"),
    ("only-ends", "< >", "at least one word"),
    ("too-many-gaps", "a .. b .. c .. d .. e .. f .. g", "too long"),
    ("too-many-words", "friend " * 100, "too long"),
    ("regex", "a+b", "no word"),
    ("backslash", r"\bword", "no word"),
    ("nested-repeat", "(a+)+$", "no word"),
    ("too-deep", "(" * 5000 + "a" + ")" * 5000, "deep"),
    ("lone-tilde", "~ a", "no word"),
    ("lone-at", "@ a", "there is no list"),
]


@pytest.fixture(scope="module")
def words(coder: Coder) -> Lexis:
    return coder.grammar.lexis._replace(lists=LISTS, ready={})


def found(phrase: str, text: str, words: Lexis, coder: Coder) -> str | None:
    """The words of the text in which the phrase is found first."""
    index = PhraseIndex([Row("here", phrase, words)])
    for sentence in coder.grammar.splitter.sentences(text):
        for _, match in index.find(sentence):
            start, end = sentence.span(*match)
            return text[start:end]
    return None


@pytest.mark.parametrize(("phrase", "text", "wanted"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_operators(phrase: str, text: str, wanted: str | None, words: Lexis, coder: Coder) -> None:
    assert found(phrase, text, words, coder) == wanted


@pytest.mark.parametrize(("phrase", "what"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_is_no_phrase_is_refused_with_a_reason(phrase: str, what: str, words: Lexis) -> None:
    with pytest.raises(PhraseError, match=what):
        compile_phrase(phrase, words)


PIECES = st.sampled_from(
    [
        "a",
        "help",
        "~test",
        "(",
        ")",
        "|",
        "?",
        "..",
        "...",
        "<",
        ">",
        "_",
        "@profession",
        "@x",
        " ",
        "\\",
        "[",
        "]",
        "*",
        "{2}",
        "é",
        "really",
    ]
)


@given(st.text(max_size=60) | st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join))
@example("(" * 5000)
@example("(a|" * 2000 + "b" + ")" * 2000)
@example("\x00")
@example("ǅ ß İ")
@settings(max_examples=250, deadline=None)
def test_no_text_crashes_the_compiler(coder: Coder, text: str) -> None:
    words = coder.grammar.lexis._replace(lists=LISTS, ready={})
    try:
        compiled = compile_phrase(text, words)
    except PhraseError:
        return
    assert compiled.pattern.groups == 0
    PhraseIndex([Row("x", text, words)]).find(coder.grammar.splitter.sentences("help me to test this")[0])


SLOW = [
    "a ... a ... a ... a ... a ... b",
    "(a|a a|a a a)? (a|a a)? (a|a a)? (a|a a)? .. a ... a ... b",
    "~test ... ~test ... ~test ... ~test ... ~test ... zebra",
]


@pytest.mark.parametrize("phrase", SLOW)
def test_matching_is_bounded_in_time(phrase: str, words: Lexis, coder: Coder) -> None:
    text = "a b test " * 2_000
    before = time.process_time()
    found(phrase, text, words, coder)
    assert time.process_time() - before < 10


def test_only_phrases_whose_words_are_there_are_tried(words: Lexis, coder: Coder) -> None:
    index = PhraseIndex([Row("one", "help me", words), Row("two", "(call|write) me", words)])
    sentence = coder.grammar.splitter.sentences("write me")[0]
    assert index.find(sentence) == [("two", Match(0, 1))]
