"""Halves of characters, which no file can hold."""

import pytest

from simulator.whole_text import whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("ça va 😀", "ça va 😀"),
        ("a\ud83d", "a\ufffd"),
        ("\ude00\udcffa", "\ufffd\ufffda"),
        ("\ud83d\ud83d\ude00", "\ufffd😀"),
    ],
    ids=["nothing", "whole ones", "a first half at the end", "second halves", "two halves that belong together"],
)
def test_each_half_of_a_character_is_marked(text: str, expected: str) -> None:
    assert whole(text) == expected
