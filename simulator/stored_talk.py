"""Any talk in the store, played or imported, as something that can be judged."""

from typing import Protocol

from simulator.imported_talk import IMPORTED, ImportedTalk, Kept, imported_talk
from simulator.library import Frozen
from simulator.model.debrief import Debrief
from simulator.recording import Recording, need_content, resume
from simulator.store.events import SessionHead
from simulator.store.protocol import Store
from simulator.store.sqlite_store import open_in_memory


class StoredTalk(Protocol):
    """What a played and an imported talk have in common."""

    head: SessionHead

    @property
    def frozen(self) -> Frozen | Kept:
        """The content it began with."""

    def debrief(self) -> Debrief:
        """Its debrief by its own content, with all that is beside it."""


def stored_talk(store: Store, session: str) -> Recording | ImportedTalk:
    """The talk by its own content; whatever is done with it, nothing that is stored changes.

    Raises StoreError where there is no such session, or none of its content.
    """
    if store.head(session).mode == IMPORTED:
        return imported_talk(store, session)
    return resume(in_memory(store, session), session)


def in_memory(store: Store, session: str) -> Store:
    """A copy: resuming a session may save an answer that is due. StoreError where it has no content of its own."""
    head = store.head(session)
    need_content(head)
    copy = open_in_memory()
    for sha256 in head.hashes.values():
        copy.put_content(store.content(sha256))
    copy.create(head)
    for event in store.events(session):
        copy.append(event)
    return copy
