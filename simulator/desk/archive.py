"""Many sessions of a store, each judged by its own content; nothing that is stored changes."""

from simulator.model.debrief import Debrief
from simulator.own_content import OwnContent
from simulator.recording import Recording
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
