"""The words of a message cut where notes begin and end, so that overlapping notes can all be shown."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from simulator.render.blocks import Bubble


class Stretch(NamedTuple):
    """Words under the same notes: how many, whether one of them is sure, and the numbers of those that end here."""

    text: str
    notes: int
    sure: bool
    ending: tuple[int, ...]


def stretches(bubble: Bubble) -> Iterator[Stretch]:
    """The whole text in order; notes count from 1."""
    text, notes = bubble.text, list(enumerate(bubble.notes, start=1))
    cuts = sorted({0, len(text), *(edge for _, note in notes for edge in (note.start, note.end))})
    for start, end in pairwise(cuts):
        over = [(number, note) for number, note in notes if note.start <= start and end <= note.end]
        ending = tuple(number for number, note in over if note.end == end)
        yield Stretch(text[start:end], len(over), any(note.sure for _, note in over), ending)
