"""A tiny talk of these tests' own, ready to be played in one process."""

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from simulator.chat.clock import Clock
from simulator.chat.controller import Controller
from simulator.chat.help_lines import HelpLines
from simulator.chat.talk import Talk
from simulator.library import Library, Played
from simulator.loader.scenario_file import load_scenario
from simulator.readers import Readers
from simulator.records.pen import Pen
from simulator.records.recording import Beginning, begin
from simulator.store.protocol import Store
from simulator.store.sqlite_store import open_in_memory

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
BEGINNING = Beginning("k7mq-2xdr", None, "2026-01-02T03:04:05Z", 7, "virtual")

Start = Callable[..., Controller]


@pytest.fixture
def store() -> Store:
    return open_in_memory()


@pytest.fixture
def start(library: Library, small_readers: Readers, store: Store) -> Start:
    """Begin `tiny` or `tiny-group` (clock, patient, help_lines, manner, pen may be given), saved in `store`."""

    def started(name: str = "tiny", **others: Any) -> Controller:
        path = HERE / f"{name}.yaml"
        scenario = load_scenario(path, path.name, library.known).needed()
        frozen = Played(scenario, library.rubric("peer-counseling"), small_readers.codebook)
        recording = begin(store, frozen, small_readers, BEGINNING._replace(manner=others.get("manner", "practice")))
        clock = others.get("clock", Clock())
        talk = Talk(recording, clock, others.get("patient", False))
        return Controller(talk, others.get("help_lines", HelpLines()), others.get("pen"))

    return started


@pytest.fixture
def pen() -> Pen:
    """Signs what trainee t-07 writes, at one and the same time."""
    numbers = count(1)
    return Pen("t-07", "trainee", lambda: f"note-{next(numbers)}", lambda: "2026-01-02T04:00:00Z")
