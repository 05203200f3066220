"""Emoji by name, and what only looks like one."""

import unicodedata

import pytest
from wcwidth import wcswidth

from simulator.chat.emoji import EMOJI, closed_name, with_emoji


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thanks :heart:", "thanks ❤️"),
        (":+1::tea:", "👍🍵"),
        ("a:b:heart:", "a:b❤️"),
        ("at 12:30:45", "at 12:30:45"),
        (":nobody_knows:", ":nobody_knows:"),
        (":heart", ":heart"),
        (": heart :", ": heart :"),
        (":Heart:", ":Heart:"),
    ],
)
def test_names_between_colons_become_emoji(text, expected):
    assert with_emoji(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [("hm :heart:", ":heart:"), (":heart: ", ""), (":heart", ""), ("12:30:", ""), ("heart:", ""), (":", "")],
)
def test_a_name_is_closed_by_its_second_colon(text, name):
    assert closed_name(text) == name


def test_every_emoji_has_a_name_of_its_own_and_takes_two_columns():
    assert len(EMOJI) >= 120
    assert [name for name, emoji in EMOJI.items() if wcswidth(emoji) != 2] == []
    assert [
        name for name, emoji in EMOJI.items() if unicodedata.category(emoji[0]) not in ("So", "Sk", "Sm", "Po")
    ] == []
