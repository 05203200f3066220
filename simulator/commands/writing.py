"""What writing to a session needs from outside: to be its only writer, fresh ids, and the time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from simulator.commands.running_process import is_running, this_process

if TYPE_CHECKING:
    from simulator.records.pen import Pen
    from simulator.store.protocol import Store


@contextmanager
def claimed(store: "Store", session: str) -> "Iterator[None]":
    """Be the only program that writes to the session. Raises StoreError while another one does."""
    owner = this_process()
    store.claim(session, owner, is_running)
    try:
        yield
    finally:
        store.release(session, owner)


def utc_now() -> str:
    """The time in ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_session_id() -> str:
    """An id that can be read aloud."""
    from simulator.store.codes import ID_BYTES, new_id

    return new_id(os.urandom(ID_BYTES))


def new_pen(by: str | None, role: Literal["trainee", "supervisor"]) -> "Pen":
    """What signs the notes of the person with this code."""
    from simulator.records.pen import Pen

    # Two in a row: no other note has this id, on whatever computer.
    return Pen(by, role, lambda: f"{new_session_id()}-{new_session_id()}", utc_now)
