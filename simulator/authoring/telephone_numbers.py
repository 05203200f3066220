"""Telephone numbers in a scenario: somebody might call them, and a turn is never read with one."""

from collections.abc import Iterator
from typing import Any

from simulator.coder.personal_data import replace_personal_data
from simulator.loader.document import Document, Loc, children
from simulator.model.source import Problem

CITED = "source"
"""Where a number may be that of a publication."""


def telephone_numbers(document: Document) -> Iterator[Problem]:
    """telephone-number, for each text of a scenario that holds one."""
    for loc, text in _texts((), document.data):
        if "phone" in replace_personal_data(text).counts:
            remedy = "take it out: real help lines go into the configuration"
            yield document.problem(loc, "telephone-number", "it holds a telephone number", remedy)


def _texts(loc: Loc, data: Any) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, str):
        yield loc, data
    for key, value in children(data).items():
        if key != CITED:
            yield from _texts((*loc, key), value)
