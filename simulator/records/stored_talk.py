"""Any talk in the store, played or imported, as something that can be judged; nothing is saved by looking at it."""

from collections.abc import Sequence

from simulator.library import Played
from simulator.model.debrief import Debrief
from simulator.records.branching import debriefed, judge_of
from simulator.records.imported_talk import ImportedTalk
from simulator.records.own_content import OwnContent
from simulator.records.replaying import replayed
from simulator.script import Script
from simulator.store.events import SessionHead, StoredEvent
from simulator.store.lines import current_line
from simulator.store.protocol import Store


class PlayedTalk:
    """A played session by its own content: its words answered again."""

    def __init__(self, head: SessionHead, content: tuple[Played, Script], events: Sequence[StoredEvent]) -> None:
        self.head = head
        self.frozen, self._script = content
        self._events = events
        self.session = replayed(self._script, head.seed, current_line(events)).session

    def debrief(self) -> Debrief:
        """The debrief by the rubric it was begun with, with all that is beside it."""
        judge = judge_of(self._script, self.head, self.frozen, self.session.now)
        return debriefed(judge, self.session.transcript(), self._events)


StoredTalk = PlayedTalk | ImportedTalk


def stored_talk(store: Store, session: str, content: OwnContent | None = None) -> StoredTalk:
    """The talk by its own content; nothing that is stored changes, not even where an answer is due.

    Raises StoreError where there is no such session, or none of its content. Whoever opens many sessions hands in the
    `content` they share.
    """
    head, events = store.head(session), store.events(session)
    own = content or OwnContent(store)
    if head.is_imported:
        return ImportedTalk(head, own.of_imported(head), events)
    return PlayedTalk(head, own.of(head), events)
