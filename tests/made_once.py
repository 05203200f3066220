"""What tests of one process share: each of them plays a whole run, and a run makes all of this but once.

All of it follows from what it is made from and never changes afterwards. Tests of how it is made call the makers, and
whatever runs in a process of its own makes its own.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

import simulator.authoring.surroundings
import simulator.coder.scenario_reader
import simulator.library
import simulator.records.own_content
import simulator.script
import simulator.store.sqlite_store
import simulator.store.transactions
import simulator.talk_coding
from simulator.authoring.proof import readers as readers_of_sound_phrases
from simulator.coder.grammar import Grammar
from simulator.coder.phrases import Compiled
from simulator.coder.scenario_reader import ScenarioReader
from simulator.engine.machine import ScenarioMachine
from simulator.model.codebook import Codebook
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.readers import Readers, kept_readers
from simulator.store.rows import packed, unpacked

T = TypeVar("T")

AS_SHIPPED = simulator.store.transactions._SETTINGS
"""How a real run sets a connection to SQLite."""

MOST = 32
"""Of each kind; a codebook is some megabytes."""

MOST_PATTERNS = 8192
"""Somewhat more than the shipped phrases."""


class _Same:
    """A thing that equals only itself, whatever it holds."""

    def __init__(self, it: object) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def for_the_same(make: Callable[..., T]) -> Callable[..., T]:
    """What is made of things that have no hash, once for the very same ones."""
    made = lru_cache(MOST)(lambda *given: make(*(one.it for one in given)))
    return lambda *given: made(*map(_Same, given))


def readers_by_hash() -> Callable[..., Readers]:
    """The readers of a codebook, once for each hash, whichever way to load it comes with the hash first."""
    loads: dict[str, Callable[[], Codebook]] = {}
    made = lru_cache(MOST)(lambda sha256: kept_readers(loads[sha256], sha256))

    def readers(codebook: Callable[[], Codebook], sha256: str) -> Readers:
        loads[sha256] = codebook
        return made(sha256)

    return readers


def share() -> None:
    """From now on, in this process."""
    read: Any = lru_cache(MOST)
    for noun in (Codebook, Rubric, Scenario):
        noun.model_validate_json = read(noun.model_validate_json)
    readers = readers_by_hash()
    simulator.library.kept_readers = simulator.records.own_content.kept_readers = readers
    reader = for_the_same(ScenarioReader)
    simulator.coder.scenario_reader.ScenarioReader = simulator.talk_coding.ScenarioReader = reader
    simulator.authoring.surroundings.Grammar = for_the_same(Grammar)
    simulator.authoring.surroundings.readers = for_the_same(readers_of_sound_phrases)
    pattern = lru_cache(MOST_PATTERNS)(re.compile)
    vars(Compiled)["pattern"].func = lambda phrase: pattern(phrase.source)
    simulator.script.ScenarioMachine = for_the_same(ScenarioMachine)
    simulator.store.sqlite_store.packed = read(packed)
    simulator.store.sqlite_store.unpacked = read(unpacked)
    # No test pulls the plug: nothing needs to be on the disk when a commit ends.
    simulator.store.transactions._SETTINGS = (*AS_SHIPPED, "PRAGMA synchronous = OFF")
