"""A row of blocks as parts within parts, for formats that nest."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from simulator.render.blocks import Bar, Block, Bubble, Heading, Item, Ladder, Paragraph

LISTED: tuple[type, ...] = (Item, Bar, Bubble, Ladder)
"""Blocks that make one list with their neighbours of the same kind."""


class Listing(NamedTuple):
    """Neighbours of one kind; `name` is that of the paragraph that leads to them."""

    kind: str
    members: tuple[Block, ...]
    name: str


class Part(NamedTuple):
    """A heading with what stands under it, and the parts of lower rank."""

    heading: Heading
    body: tuple[Block | Listing, ...]
    parts: tuple["Part", ...]


def outlined(blocks: Iterable[Block]) -> Part:
    """The part of the first heading, with all the rest in it."""
    heading, *rest = blocks
    assert isinstance(heading, Heading), "a page begins with its title"
    rank = min((block.rank for block in rest if isinstance(block, Heading)), default=0)
    starts = [place for place, block in enumerate(rest) if isinstance(block, Heading) and block.rank == rank]
    edges = [*starts, len(rest)]
    parts = (outlined(rest[start:end]) for start, end in pairwise(edges))
    return Part(heading, tuple(_listed(rest[: edges[0]])), tuple(parts))


def named(blocks: Iterable[Block]) -> frozenset[str]:
    """The names that links can lead to."""
    return frozenset(name for block in blocks if (name := getattr(block, "name", "")))


def _listed(blocks: list[Block]) -> Iterator[Block | Listing]:
    name = ""
    for kind, row in groupby(blocks, key=type):
        members = tuple(row)
        if kind in LISTED:
            yield Listing(kind.__name__.lower(), members, name)
        else:
            yield from members
        name = members[-1].name if isinstance(members[-1], Paragraph) else ""
