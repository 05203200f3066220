"""Many sessions of a store, each judged by its own content; nothing of the talks that is stored changes."""

from contextlib import suppress

from simulator import __version__
from simulator.desk.gists import FORMAT, gist
from simulator.errors import StoreError
from simulator.model.debrief import Debrief
from simulator.model.gist import Gist
from simulator.model.notes import Note
from simulator.noting import notes_of
from simulator.own_content import OwnContent
from simulator.recording import Recording
from simulator.store.canonical_json import canonical, sha256_of
from simulator.store.events import SessionSummary
from simulator.store.protocol import Store
from simulator.store.sqlite_store import open_in_memory


class Archive:
    """The sessions of a store, opened one after the other; content they share is made ready once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._content = OwnContent(store)

    def debrief(self, session: str) -> Debrief:
        """The debrief of a session with all that is beside it. Raises StoreError where it cannot be read."""
        return self.recording(session).debrief()

    def notes(self, session: str) -> tuple[Note, ...]:
        """What was written beside a session; nothing is judged for that."""
        return notes_of(self._store.events(session))

    def recording(self, session: str) -> Recording:
        """The session in memory: resuming it may save an answer that is due."""
        head = self._store.head(session)
        frozen, script = self._content.of(head)
        copy = open_in_memory()
        copy.create(head.model_copy(update={"hashes": {}}))
        for event in self._store.events(session):
            copy.append(event)
        recording = Recording(copy, head, frozen, script)
        recording.replay(copy.events(session))
        return recording

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
        found = gist(summary, self.debrief(session))
        with suppress(StoreError):  # Somebody who may only read does without.
            self._store.keep_derived(session, made_from, found.model_dump_json())
        return found
