import pytest

from simulator.loader.suggestion import nearest, suggestion

STATES = ["information", "contact", "request"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("infromation", "information"), ("Contact", "contact"), ("reqest", "request"), ("zebra", None), ("", None)],
)
def test_nearest(word: str, meant: str | None) -> None:
    assert nearest(word, STATES) == meant


@pytest.mark.parametrize(
    ("known", "remedy"),
    [
        (["contract"], 'did you mean "contract"?'),
        (["not_yet", "met"], "write one of met, not_yet"),
        (["met"], "write met"),
        ([], "none is defined; define it, or leave it out"),
        ([f"x{n}" for n in range(40)], "write one of the 40 there are"),
    ],
)
def test_suggestion(known: list[str], remedy: str) -> None:
    assert suggestion("contact", known) == remedy


@pytest.mark.parametrize(
    ("word", "kind", "remedy"),
    [
        ("x400", "act", 'did you mean "x40"? (`rehearse list acts` names them all)'),
        ("hug", "criterion", "write one of the 60 there are; `rehearse list criteria RUBRIC` names them all"),
        ("hug", "cue", "write one of the 60 there are; `rehearse list cues` names them all"),
        ("hug", "topic", "write one of the 60 there are"),
    ],
)
def test_where_there_are_many_a_command_that_tells_them_is_named(word: str, kind: str, remedy: str) -> None:
    assert suggestion(word, [f"x{n}" for n in range(60)], kind) == remedy
    assert "rehearse" not in suggestion(word, ["x1", "x2"], kind)


def test_names_in_a_row_lack_a_comma() -> None:
    assert suggestion("met not_yet", ["met", "not_yet"]) == "a comma is missing; write met, not_yet"
    assert suggestion("met not_yes", ["met", "not_yet"]) == 'did you mean "not_yet"?'


def test_hyphen_and_underscore_are_alike() -> None:
    assert nearest("not-yet", ["not_yet", "met"]) == "not_yet"
