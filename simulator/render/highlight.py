"""The words of a message cut where marks begin and end, so that overlapping marks can all be shown."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from simulator.render.blocks import Bubble


class Stretch(NamedTuple):
    """Words under the same marks: how many, whether one of them is sure, and the numbers of those that end here."""

    text: str
    marks: int
    sure: bool
    ending: tuple[int, ...]


def stretches(bubble: Bubble) -> Iterator[Stretch]:
    """The whole text in order; marks count from 1."""
    text, marks = bubble.text, list(enumerate(bubble.marks, start=1))
    cuts = sorted({0, len(text), *(edge for _, mark in marks for edge in (mark.start, mark.end))})
    for start, end in pairwise(cuts):
        over = [(number, mark) for number, mark in marks if mark.start <= start and end <= mark.end]
        ending = tuple(number for number, mark in over if mark.end == end)
        yield Stretch(text[start:end], len(over), any(mark.sure for _, mark in over), ending)
