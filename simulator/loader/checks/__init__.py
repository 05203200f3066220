"""Whole-file mistakes of a scenario, one per module; a new check is a module and a line here."""

from collections.abc import Callable, Iterator

from simulator.loader.checks import (
    ids,
    never_goes_on,
    never_holds,
    not_together,
    same_words,
    silence_not_ascending,
    transition_never_reached,
    unused_move,
    ways,
)
from simulator.loader.document import Document
from simulator.model.scenario import Scenario
from simulator.model.source import Problem

Check = Callable[[Scenario, Document], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    ids.check,
    never_goes_on.check,
    not_together.check,
    ways.check,
    transition_never_reached.check,
    never_holds.check,
    silence_not_ascending.check,
    same_words.check,
    unused_move.check,
)
"""What needs nothing but the file; the names in it are checked beside these."""
