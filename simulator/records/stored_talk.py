"""Any talk in the store, played or imported, as something that can be judged."""

from typing import Protocol

from simulator.library import Frozen
from simulator.model.debrief import Debrief
from simulator.records.imported_talk import ImportedTalk
from simulator.records.own_content import OwnContent
from simulator.records.played_talk import PlayedTalk
from simulator.store.events import SessionHead
from simulator.store.protocol import Store


class StoredTalk(Protocol):
    """What a played and an imported talk have in common."""

    head: SessionHead

    @property
    def frozen(self) -> Frozen:
        """The content it began with."""

    def debrief(self) -> Debrief:
        """Its debrief by its own content, with all that is beside it."""


def stored_talk(store: Store, session: str, content: OwnContent | None = None) -> PlayedTalk | ImportedTalk:
    """The talk by its own content; nothing that is stored changes, not even where an answer is due.

    Raises StoreError where there is no such session, or none of its content. Whoever opens many sessions hands in the
    `content` they share.
    """
    head, events = store.head(session), store.events(session)
    own = content or OwnContent(store)
    if head.is_imported:
        return ImportedTalk(head, own.of_imported(head), events)
    return PlayedTalk(head, own.of(head), events)
