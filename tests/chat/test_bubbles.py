"""How a chat is laid out for a terminal of a given width."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.chat.bubbles import WIDEST, Paper, clipped, rows_of
from simulator.chat.happenings import Bubble, Cleared, Draft, Notice
from simulator.render.wrapping import columns

HEY = Bubble("client", "zero", None, "hey")
ROOT = Path(__file__).parent.parent.parent


def laid_out(*happenings, width=40):
    paper = Paper()
    return [row for happening in happenings for row in paper.lay_out(happening, width)]


def text(*happenings, width=40):
    return "".join(f"{row}\n" for _, row in laid_out(*happenings, width=width))


@pytest.mark.parametrize(
    ("happenings", "expected"),
    [
        ((HEY,), "\nzero\n  hey\n"),
        ((HEY, HEY), "\nzero\n  hey\n  hey\n"),
        ((HEY, HEY._replace(sender="mole"), HEY), "\nzero\n  hey\n\nmole\n  hey\n\nzero\n  hey\n"),
        ((HEY._replace(place="group"), HEY._replace(place="dm")), "\nzero [group]\n  hey\n\nzero [private]\n  hey\n"),
        ((HEY, Notice("info", "a\nb"), HEY), "\nzero\n  hey\n\na\nb\n\nzero\n  hey\n"),
        ((HEY._replace(text="two\nlines"),), "\nzero\n  two\n  lines\n"),
        (
            (HEY._replace(text="a   b\n  " + "list " * 10),),
            "\nzero\n  a   b\n" + ("    list" + " list" * 6 + "\n    list list list\n"),
        ),
        ((HEY._replace(text=" " * 99),), "\nzero\n" + " " * 21 + "\n"),
        ((HEY, Cleared("Back."), HEY), "\nzero\n  hey\n\n" + "─" * 40 + "\nBack.\n\nzero\n  hey\n"),
        ((HEY, Draft("unsent"), HEY), "\nzero\n  hey\n  hey\n"),
        ((HEY._replace(text="a\x1b[2J\u202eb"),), "\nzero\n  a\\x1b[2J\\u202eb\n"),
    ],
)
def test_a_name_stands_above_its_bubbles(happenings, expected):
    assert text(*happenings) == expected


def test_every_sender_has_a_colour_and_keeps_it():
    styles = [style for style, row in laid_out(HEY, HEY._replace(sender="mole"), HEY) if row in ("zero", "mole")]
    assert styles[0] == styles[2] != styles[1]


@pytest.mark.parametrize("word", ["a" * 200, "привіт " * 30, "日本語" * 40, "e\u0301" * 90, "👩‍🚀🏳️‍🌈👍🏽" * 20])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_long_words_of_any_script_fit(word, width):
    assert max(map(columns, text(HEY._replace(text=word), width=width).split("\n"))) <= width


def test_rows_of_a_very_wide_window_stay_readable():
    assert max(map(columns, text(HEY._replace(text="word " * 90), width=200).split("\n"))) <= WIDEST


@pytest.mark.parametrize(
    ("words", "width", "expected"),
    [
        ("you", 10, "you"),
        ("zero is typing", 14, "zero is typing"),
        ("zero is typing", 13, "zero is ..."),
        ("日本語日本語", 10, "日本語 ..."),
        ("a\nb\x1b", 20, "a b\\x1b"),
        ("zero", 3, "..."),
    ],
)
def test_what_does_not_fit_a_row_ends_in_dots(words, width, expected):
    assert clipped(words, width) == expected
    assert columns(expected) <= width


@settings(max_examples=80, deadline=None)
@given(said=st.text(), width=st.integers(min_value=20, max_value=200))
def test_no_row_is_wider_than_the_terminal_or_obeyed_by_it(said, width):
    rows = rows_of(said, width)
    assert all(columns(row) <= width for row in rows)
    assert not [letter for row in rows for letter in row if ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0]


def test_the_plain_front_does_without_the_terminal_library():
    words = (
        "import sys, simulator.chat.plain, simulator.commands.play_command; sys.exit('prompt_toolkit' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", words], cwd=ROOT, check=False).returncode == 0
