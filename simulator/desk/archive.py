"""Many sessions of a store, each judged by its own content; nothing of the talks that is stored changes."""

from contextlib import suppress

from simulator import __version__
from simulator.desk.gists import FORMAT, gist
from simulator.errors import StoreError
from simulator.model.debrief import Debrief
from simulator.model.gist import Gist
from simulator.model.notes import Note
from simulator.records.noting import notes_of
from simulator.records.own_content import OwnContent
from simulator.records.stored_talk import StoredTalk, stored_talk
from simulator.store.canonical_json import canonical, sha256_of
from simulator.store.events import SessionSummary
from simulator.store.protocol import Store


class Archive:
    """The sessions of a store, opened one after the other; content they share is made ready once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._content = OwnContent(store)

    def debrief(self, session: str) -> Debrief:
        """The debrief of a session with all that is beside it. Raises StoreError where it cannot be read."""
        return self.talk(session).debrief()

    def notes(self, session: str) -> tuple[Note, ...]:
        """What was written beside a session; nothing is judged for that."""
        return notes_of(self._store.events(session))

    def talk(self, session: str) -> StoredTalk:
        """The session by its own content, played or imported."""
        return stored_talk(self._store, session, self._content)

    def gist(self, summary: SessionSummary) -> Gist:
        """The session in a few lines; worked out once, and again when something was added to it."""
        session = summary.head.id
        events = self._store.events(session)
        newest = events[-1].sha256 if events else ""
        made_from = sha256_of(canonical([FORMAT, __version__, newest, summary.head.hashes]))
        kept = self._store.derived(session, made_from)
        if kept is not None:
            with suppress(ValueError):
                return Gist.model_validate_json(kept)
        found = gist(summary, self.debrief(session), events)
        with suppress(StoreError):  # Somebody who may only read does without.
            self._store.keep_derived(session, made_from, found.model_dump_json())
        return found
