"""A program killed at any moment loses nothing that it was told is saved."""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from simulator.store.chain import verify_chain
from simulator.store.events import Event, SessionHead
from simulator.store.sqlite_store import open_store

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")]

TRIES = 100
MOST_EVENTS = 6
LONGEST_SECONDS = 0.005
# Every fourth try is in a new file, so that some are killed while the tables are made.
TRIES_PER_FILE = 4


def head(session: str) -> SessionHead:
    return SessionHead(id=session, scenario="ira", seed=1, started_at="2026-01-02T03:04:05Z", program="0.1.0")


def write_until_killed(path: Path, session: str, acknowledge: int) -> None:
    store = open_store(path)
    store.create(head(session))
    store.claim(session, session, lambda owner: True)
    for number in range(1, 1_000_000):
        body = {"text": f"turn {number} " + "long " * (number % 7 * 300)}
        saved = store.append(
            Event(session=session, number=number, parent=number - 1 or None, kind="turn", at=number, body=body)
        )
        os.write(acknowledge, f"{saved.number} {saved.sha256}\n".encode())


def acknowledged_before_kill(path: Path, session: str, dice: random.Random) -> list[str]:
    """What the writer had printed in whole lines when it was killed, some events and milliseconds into its work."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write_until_killed(path, session, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as lines:
        # Counted in events, not in time alone: a slow machine would kill every writer before it wrote.
        printed = [lines.readline() for _ in range(dice.randint(0, MOST_EVENTS))]
        time.sleep(dice.uniform(0, LONGEST_SECONDS))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        printed += lines.readlines()
    assert os.WIFSIGNALED(status), "the writer failed before it was killed"
    return [line.strip() for line in printed if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "darwin", reason="forked processes may not use SQLite there")
def test_every_acknowledged_event_is_there_after_a_kill(tmp_path: Path) -> None:
    dice = random.Random(20)
    for attempt in range(TRIES):
        path = tmp_path / f"{attempt // TRIES_PER_FILE}.sqlite3"
        session = f"s-{attempt}"
        acknowledged = acknowledged_before_kill(path, session, dice)
        store = open_store(path)
        begun = [summary.head.id for summary in store.sessions()]
        events = store.events(session) if session in begun else ()
        saved = [f"{event.number} {event.sha256}" for event in events]
        assert saved[: len(acknowledged)] == acknowledged
        assert len(saved) <= len(acknowledged) + 1
        assert verify_chain(head(session), events) is None
        if events:
            store.claim(session, "next", lambda owner: False)
        store.close()
