"""Lines broken to the columns of a terminal."""

import re

import pytest
from fixed_debrief import DEBRIEF
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from simulator.render.blocks import Span
from simulator.render.grid import Row, folded
from simulator.render.palette import COLOURED
from simulator.render.to_terminal import to_terminal
from simulator.render.wrapping import wrapped


def rows(text: str, width: int) -> list[str]:
    return ["".join(span.text for span in row) for row in wrapped((Span(text),), width)]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("", []),
        ("one two three", ["one two", "three"]),
        ("exactly8", ["exactly8"]),
        ("a  b\n c", ["a b c"]),
        ("abcdefghijkl m", ["abcdefgh", "ijkl m"]),
        ("ab abcdefghijkl", ["ab", "abcdefgh", "ijkl"]),
        ("漢字漢字漢", ["漢字漢字", "漢"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
    ],
)
def test_words_are_broken_at_spaces_and_only_then_inside(text, broken):
    assert rows(text, 8) == broken


def test_words_of_two_tones_that_touch_stay_together():
    line = (Span("see ", "quiet"), Span("bold", "strong"), Span(", then"))
    assert wrapped(line, 10) == [(Span("see", "quiet"), Span(" "), Span("bold", "strong"), Span(",")), (Span("then"),)]


def test_a_broken_word_gets_no_space_that_nobody_wrote():
    made = wrapped((Span("abcdefghi", "plain"), Span("j", "strong")), 8)
    assert made == [(Span("abcdefgh"),), (Span("i"),), (Span("j", "strong"),)]


@given(st.text(), st.integers(2, 30))
def test_no_row_is_too_wide_and_no_letter_is_lost(text, width):
    made = rows(text, width)
    assert all(0 <= wcswidth(row) <= width for row in made)
    assert "".join("".join(made).split()) == "".join("".join(rows(text, 10_000)).split())


@pytest.mark.parametrize("width", [-1, 40, 57, 80, 120, 200, 900])
def test_a_debrief_keeps_to_its_width(width):
    plain = to_terminal(DEBRIEF, width)
    bound = min(max(width, 40), 200)
    assert max(map(wcswidth, plain.split("\n"))) <= bound
    coloured = to_terminal(DEBRIEF, width, COLOURED)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\x1b" not in plain


def test_every_width_tells_the_same():
    words = {"".join(re.sub(r"[─═│]", " ", to_terminal(DEBRIEF, width)).split()) for width in (40, 80, 200)}
    assert len(words) == 1


def test_a_long_grid_goes_on_below_itself():
    grid = (Row("turn", tuple(map(str, range(1, 31)))), Row("trust", tuple(["-10"] * 30)))
    made = list(folded(grid, 40))
    assert max(map(len, made)) <= 40
    assert [row.split()[0] if row else "" for row in made][:5] == ["turn", "trust", "", "turn", "trust"]
    turns = [cell for row in made if row.startswith("turn") for cell in row.split()[1:]]
    assert turns == [str(number) for number in range(1, 31)]
