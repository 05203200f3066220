"""The stores that have to keep the same promises."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.errors import StoreError
from simulator.store.canonical_json import sha256_of
from simulator.store.chain import refuse_unless_next, root_hash, sealed
from simulator.store.events import Event, SessionHead, SessionSummary, StoredEvent
from simulator.store.lines import current_line
from simulator.store.protocol import Store
from simulator.store.sqlite_store import open_in_memory, open_store


class DictStore:
    """The shortest store there can be: what another database has to do, without a database."""

    def __init__(self) -> None:
        self._heads: dict[str, SessionHead] = {}
        self._events: dict[str, list[StoredEvent]] = {}
        self._content: dict[str, str] = {}
        self._claims: dict[str, str] = {}
        self._exports: dict[str, set[str]] = {}
        self._derived: dict[str, tuple[str, str]] = {}

    def create(self, head: SessionHead) -> None:
        if head.id in self._heads:
            raise StoreError(f"there is a session {head.id} already")
        for sha256 in head.hashes.values():
            self.content(sha256)
        self._heads[head.id], self._events[head.id] = head, []

    def append(self, event: Event) -> StoredEvent:
        head, before = self.head(event.session), self._events[event.session]
        refuse_unless_next(event, len(before))
        stored = sealed(event, root_hash(head) if event.parent is None else before[event.parent - 1].sha256)
        before.append(stored)
        return stored

    def head(self, session: str) -> SessionHead:
        if session not in self._heads:
            raise StoreError(f"no session {session!r} here")
        return self._heads[session]

    def events(self, session: str) -> tuple[StoredEvent, ...]:
        self.head(session)
        return tuple(self._events[session])

    def sessions(self) -> tuple[SessionSummary, ...]:
        return tuple(map(self.summary, self._heads))

    def has_session(self, session: str) -> bool:
        return session in self._heads

    def summary(self, session: str) -> SessionSummary:
        head = self.head(session)
        kinds = [event.kind for event in current_line(self._events[session]) if event.kind != "back"]
        return SessionSummary(head=head, turns=kinds.count("turn"), last=kinds[-1] if kinds else None)

    def with_notes(self) -> tuple[str, ...]:
        noted = (name for name, row in self._events.items() if any(event.kind == "note" for event in row))
        return tuple(sorted(noted))

    def delete(self, session: str) -> None:
        gone = self.head(session)
        del self._heads[session], self._events[session]
        self._claims.pop(session, None)
        self._exports.pop(session, None)
        self._derived.pop(session, None)
        named = {sha256 for head in self._heads.values() for sha256 in head.hashes.values()}
        for sha256 in set(gone.hashes.values()) - named:
            del self._content[sha256]

    def keep_derived(self, session: str, made_from: str, text: str) -> None:
        self.head(session)
        self._derived[session] = (made_from, text)

    def derived(self, session: str, made_from: str) -> str | None:
        self.head(session)
        kept = self._derived.get(session, ("", ""))
        return kept[1] if kept[0] == made_from else None

    def note_export(self, session: str, file: str) -> None:
        self.head(session)
        self._exports.setdefault(session, set()).add(file)

    def exports(self, session: str) -> tuple[str, ...]:
        self.head(session)
        return tuple(sorted(self._exports.get(session, ())))

    def put_content(self, text: str) -> str:
        sha256 = sha256_of(text)
        self._content[sha256] = text
        return sha256

    def content(self, sha256: str) -> str:
        if sha256 not in self._content:
            raise StoreError(f"no content {sha256} here")
        return self._content[sha256]

    def claim(self, session: str, owner: str, is_alive: Callable[[str], bool]) -> None:
        self.head(session)
        holder = self._claims.get(session, owner)
        if holder != owner and is_alive(holder):
            raise StoreError(f"session {session} is open in another program ({holder})")
        self._claims[session] = owner

    def release(self, session: str, owner: str) -> None:
        if self._claims.get(session) == owner:
            del self._claims[session]

    def close(self) -> None:
        pass


@pytest.fixture(params=["file", "memory", "dict"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    openers: dict[str, Callable[[], Store]] = {
        "file": lambda: open_store(tmp_path / "sessions.sqlite3"),
        "memory": open_in_memory,
        "dict": DictStore,
    }
    opened = openers[request.param]()
    yield opened
    opened.close()
