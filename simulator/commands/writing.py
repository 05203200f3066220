"""A session opened for writing beside it: claimed, so that no other program adds to it meanwhile."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from simulator.commands.running_process import is_running, this_process

if TYPE_CHECKING:
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
    """The time as notes have it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def new_note_id() -> str:
    """An id that no other note has, on whatever computer."""
    from simulator.store.codes import new_id

    return "-".join(new_id(os.urandom(5)) for _ in range(2))
