"""Whole-file mistakes of a scenario, one per module; a new check is a module and a line here."""

from collections.abc import Callable, Iterator

from simulator.loader.checks import (
    dead_end,
    ids,
    never_goes_on,
    never_holds,
    not_together,
    same_words,
    silence_not_ascending,
    transition_never_reached,
    unknown_names,
    unreachable_ending,
    unreachable_state,
    unused_move,
)
from simulator.loader.document import Document
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem

Check = Callable[[Scenario, Document, Known], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    ids.check,
    never_goes_on.check,
    not_together.check,
    unknown_names.check,
    unreachable_state.check,
    unreachable_ending.check,
    dead_end.check,
    transition_never_reached.check,
    never_holds.check,
    silence_not_ascending.check,
    same_words.check,
    unused_move.check,
)
