"""Which words are denied, quoted, reported or only supposed; the word asked about stands in capitals."""

import pytest

from simulator.coder.coder import Coder
from simulator.coder.scopes import ScopeReader, quoted_spans
from simulator.model.codebook import Scope

TABLE: list[tuple[Scope, str, bool]] = [
    ("negated", "you do not have to STOP", True),
    ("negated", "i will never TELL", True),
    ("negated", "i can't PROMISE it", True),
    ("negated", "there is no way you STOP", True),
    ("negated", "you should STOP", False),
    ("negated", "it is not your fault but you should STOP", False),
    ("negated", "no, you should STOP", False),
    ("negated", "i do not judge, you should STOP", False),
    ("negated", "it is not late. you should STOP", False),
    ("negated", "not only DOCTORS can help", False),
    ("negated", "do not hesitate to WRITE", False),
    ("negated", "no problem, WRITE me", False),
    ("negated", "why not STOP", False),
    ("negated", "is not it HARD", False),
    ("negated", "you do not need to hide it because i UNDERSTAND", False),
    ("negated", "without any JUDGMENT", True),
    ("negated", "i am not here to tell you that it is all very BAD", False),
    ("negated", "STOP is not the word", False),
    ("negated", "not never STOP", True),
    ("quoted", 'did you say "i am a DOCTOR"?', True),
    ("quoted", "did you say “i am a DOCTOR”?", True),
    ("quoted", "did you say «i am a DOCTOR»?", True),
    ("quoted", "did you say 'i am a DOCTOR'?", True),
    ("quoted", 'you call it "junk", i am a DOCTOR', False),
    ("quoted", "i don't think it's a DOCTOR's thing", False),
    ("quoted", '"hello, i am a DOCTOR"', False),
    ("quoted", "“hello. i am a DOCTOR.”", False),
    ("quoted", 'she said "go away" and you are a DOCTOR', False),
    ("quoted", 'an open quote "i am a DOCTOR', False),
    ("reported", "he said you must STOP", True),
    ("reported", "my mother told me to STOP", True),
    ("reported", "the doctor says you have to STOP", True),
    ("reported", "people say you should STOP", True),
    ("reported", "they told you to STOP", True),
    ("reported", "you said you want to STOP", True),
    ("reported", "i said you should STOP", False),
    ("reported", "i would say you should STOP", False),
    ("reported", "you should STOP", False),
    ("reported", "go to your mother, write her that you must STOP", False),
    ("reported", "call the nurse and tell her to STOP", False),
    ("reported", "my sister, who is a nurse, says you should STOP", True),
    ("hypothetical", "if you want to STOP", True),
    ("hypothetical", "if you are alone, STOP", False),
    ("hypothetical", "imagine you STOP", True),
    ("hypothetical", "in case you STOP", True),
    ("hypothetical", "call me if you STOP", True),
    ("hypothetical", "STOP if you can", False),
    ("hypothetical", "you will STOP", False),
]


NOT_YET: list[tuple[Scope, str, bool]] = [
    ("negated", "no one will KNOW", True),
    ("negated", "is it not HARD", False),
    ("reported", "people think you should STOP", True),
]
"""What the words of the language file do not tell apart yet."""


def stands(coder: Coder, scope: Scope, text: str) -> bool:
    """Whether the word in capitals stands in the scope."""
    at = next(i for i, _ in enumerate(text) if text[i : i + 2].isupper() and text[i : i + 2].isalpha())
    for clause, _ in coder.grammar.clauses(text, coder.grammar.index("none", ())):
        for word, (start, _end) in enumerate(clause.sentence.spans):
            if start == at:
                return clause.scopes.holds(scope, word, word)
    raise AssertionError(f"no word in capitals in {text!r}")


@pytest.mark.parametrize(("scope", "text", "wanted"), TABLE)
def test_scopes(scope: Scope, text: str, wanted: bool, coder: Coder) -> None:
    assert stands(coder, scope, text) == wanted


@pytest.mark.xfail(reason="the scope words of the language file do not cover these")
@pytest.mark.parametrize(("scope", "text", "wanted"), NOT_YET)
def test_scopes_not_yet_told_apart(scope: Scope, text: str, wanted: bool, coder: Coder) -> None:
    assert stands(coder, scope, text) == wanted


def test_a_denial_inside_the_words_is_part_of_them(coder: Coder) -> None:
    clause, _ = coder.grammar.clauses("i am not a doctor", coder.grammar.index("none", ()))[0]
    assert not clause.scopes.holds("negated", 0, 4)
    assert clause.scopes.holds("negated", 3, 4)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('say "no way" now', ['"no way"']),
        ('"one two three four five six" “seven”', []),
        ('well "one two" and “three four” too', ['"one two"', "“three four”"]),
        ("it's Olga's and 'no way' too", ["'no way'"]),
        ('a " sign alone', []),
        ('across "two\nlines" here', []),
        ("", []),
    ],
)
def test_quotations(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == wanted


def test_quotations_far_away_are_those_of_the_sentence(coder: Coder) -> None:
    """Only quotations near a sentence are looked at; none is lost by that."""
    text = 'ok. "ab cd" x. he wrote "ef gh" and "ij kl" too. no quotes. "mn op" and more words that fill it up.'
    reader = ScopeReader(coder.grammar.codebook.language)
    quotes = quoted_spans(text)
    found = []
    for sentence in coder.grammar.splitter.sentences(text):
        scopes = reader.read(sentence, quotes, set())
        found += [form for form, quoted in zip(sentence.forms, scopes.quoted, strict=True) if quoted]
    assert found == ["ab", "cd", "ef", "gh", "ij", "kl", "mn", "op"]
