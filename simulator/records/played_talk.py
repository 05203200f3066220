"""A conversation that was played, in the store: its words answered again by its own content, and nothing saved."""

from collections.abc import Sequence

from simulator.library import Played
from simulator.model.debrief import Debrief
from simulator.records.branching import debriefed, judge_of
from simulator.records.replaying import replayed
from simulator.script import Script
from simulator.store.events import SessionHead, StoredEvent
from simulator.store.lines import current_line


class PlayedTalk:
    """A played session by its own content."""

    def __init__(self, head: SessionHead, content: tuple[Played, Script], events: Sequence[StoredEvent]) -> None:
        self.head = head
        self.frozen, self._script = content
        self._events = events
        self.session = replayed(self._script, head.seed, current_line(events)).session

    def debrief(self) -> Debrief:
        """The debrief by the rubric it was begun with, with all that is beside it."""
        judge = judge_of(self._script, self.head, self.frozen, self.session.now)
        return debriefed(judge, self.session.transcript(), self._events)
