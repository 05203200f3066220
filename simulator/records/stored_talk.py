"""Any talk in the store, played or imported, as something that can be judged."""

from typing import Protocol

from simulator.library import Frozen
from simulator.model.debrief import Debrief
from simulator.records.imported_talk import ImportedTalk
from simulator.records.own_content import OwnContent
from simulator.records.recording import Recording
from simulator.store.events import SessionHead
from simulator.store.protocol import Store
from simulator.store.sqlite_store import open_in_memory


class StoredTalk(Protocol):
    """What a played and an imported talk have in common."""

    head: SessionHead

    @property
    def frozen(self) -> Frozen:
        """The content it began with."""

    def debrief(self) -> Debrief:
        """Its debrief by its own content, with all that is beside it."""


def stored_talk(store: Store, session: str, content: OwnContent | None = None) -> Recording | ImportedTalk:
    """The talk by its own content; whatever is done with it, nothing that is stored changes.

    Raises StoreError where there is no such session, or none of its content. Whoever opens many sessions hands in the
    `content` they share.
    """
    head, events = store.head(session), store.events(session)
    own = content or OwnContent(store)
    if head.is_imported:
        return ImportedTalk(head, own.of_imported(head), events)
    frozen, script = own.of(head)
    # A copy: replaying may save an answer that is due.
    copy = open_in_memory()
    copy.create(head.model_copy(update={"hashes": {}}))
    for event in events:
        copy.append(event)
    recording = Recording(copy, head, frozen, script)
    recording.replay(copy.events(session))
    return recording
