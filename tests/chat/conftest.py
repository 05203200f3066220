"""A tiny talk of these tests' own, ready to be played in one process."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.chat.clocks import Clock, VirtualClock
from simulator.chat.controller import Controller
from simulator.chat.help_lines import HelpLines
from simulator.chat.talk import Talk
from simulator.library import Frozen, Library
from simulator.loader.scenario_file import load_scenario
from simulator.readers import Readers
from simulator.recording import Beginning, begin
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
    """Begin `tiny` or `tiny-group`; what is saved goes to the `store` of the test."""

    def started(name: str = "tiny", clock: Clock | None = None, help_lines: HelpLines = HelpLines()) -> Controller:  # noqa: B008
        path = HERE / f"{name}.yaml"
        scenario = load_scenario(path, path.name, library.known).needed()
        frozen = Frozen(scenario, library.rubric("peer-counseling"), small_readers.codebook)
        recording = begin(store, frozen, small_readers, BEGINNING)
        return Controller(Talk(recording, clock or VirtualClock()), help_lines)

    return started
