"""What a place for sessions can do; tests/store/test_contract.py says what each promise means."""

from collections.abc import Callable
from typing import Protocol

from simulator.store.events import Event, SessionHead, SessionSummary, StoredEvent


class Store(Protocol):
    """Sessions that only grow. Every method raises StoreError, and an unknown session is one."""

    def create(self, head: SessionHead) -> None:
        """Begin a session; its id must be new and the content it names must be put already."""

    def append(self, event: Event) -> StoredEvent:
        """Save one event, durably by the time this returns; its number must be the next one."""

    def head(self, session: str) -> SessionHead:
        """What the session began with."""

    def events(self, session: str) -> tuple[StoredEvent, ...]:
        """All events by number, branches included."""

    def sessions(self) -> tuple[SessionSummary, ...]:
        """All sessions, in the order they were begun."""

    def has_session(self, session: str) -> bool:
        """Whether there is a session of this id."""

    def summary(self, session: str) -> SessionSummary:
        """The session as that list tells of it."""

    def with_notes(self) -> tuple[str, ...]:
        """The ids of the sessions beside which something was written, sorted."""

    def delete(self, session: str) -> None:
        """Take away a whole session, with any content that no other session names."""

    def note_export(self, session: str, file: str) -> None:
        """Remember that words of the session were written to this file, so that it can be taken away with them."""

    def exports(self, session: str) -> tuple[str, ...]:
        """The files noted for the session, sorted."""

    def keep_derived(self, session: str, made_from: str, text: str) -> None:
        """Keep what was worked out from the session, in place of what was kept before; it goes with the session."""

    def derived(self, session: str, made_from: str) -> str | None:
        """What was worked out from exactly this, None where it was made from anything else or never."""

    def put_content(self, text: str) -> str:
        """Keep a scenario, rubric or codebook (JSON) under the SHA-256 of its text, which is returned."""

    def has_content(self, sha256: str) -> bool:
        """Whether a text is kept under this hash already."""

    def content(self, sha256: str) -> str:
        """The text kept under this hash."""

    def claim(self, session: str, owner: str, is_alive: Callable[[str], bool]) -> None:
        """Be the one writer of a session; a claim whose owner `is_alive` denies is taken over."""

    def release(self, session: str, owner: str) -> None:
        """Give up a claim; nothing happens where the owner holds none."""

    def close(self) -> None:
        """Let go of the place; closing twice is fine."""
