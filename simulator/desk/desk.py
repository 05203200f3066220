"""A talk on the desk of one supervisor: what is known of it, and what is written beside it."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeVar

from simulator.model.anchors import Anchors
from simulator.model.codebook import ActDefinition
from simulator.model.notes import ActVerdict, Adjustment, Agreement, Bookmark, Coding, Note, SelfRating, Wellbeing
from simulator.records.pen import Pen
from simulator.records.stored_talk import StoredTalk
from simulator.render.blocks import Item, line, strong
from simulator.render.people import ShownNote, told
from simulator.render.wording import worded

View = Literal["open", "blind"]
"""Whether the engine's reading is seen before or after the person's own."""

AnyNote = TypeVar("AnyNote", bound=Note)
JUDGING = (Agreement, Adjustment, Coding, ActVerdict)
UNTOLD = (SelfRating, Wellbeing, Bookmark)
"""Notes that a review does not show beside the talk."""


class Desk:
    """A session under review; `save` has every note at once, so that nothing is lost however the review ends."""

    def __init__(self, talk: StoredTalk, pen: Pen, save: Callable[[Note], None], view: View = "open") -> None:
        self.debrief = talk.debrief()
        self.definitions: dict[str, ActDefinition] = {one.act: one for one in talk.frozen.codebook.acts}
        self.anchors: dict[str, Anchors] = {one.id: one.anchors for one in talk.frozen.rubric.criteria}
        self.notes: list[Note] = list(self.debrief.notes)
        self.by = pen.by
        self.view = view
        self._pen = pen
        self._save = save

    def write(self, kind: type[AnyNote], **said: Any) -> None:
        """Save a note of this kind."""
        note = kind(**self._pen.signed(), **said)
        self._save(note)
        self.notes.append(note)

    def own(self, kind: type[AnyNote]) -> list[AnyNote]:
        """What this supervisor wrote of one kind, oldest first."""
        return [note for note in self.notes if isinstance(note, kind) and note.by == self.by]

    def beside(self, key: Literal["turn", "criterion"], value: int | str) -> list[Note]:
        """What anybody wrote about a turn or a criterion, oldest first."""
        told = (note for note in self.notes if not isinstance(note, UNTOLD))
        return [note for note in told if getattr(note, key, None) == value]

    def told_before(self, key: Literal["turn", "criterion"], value: int | str) -> Iterator[Item]:
        """The same a line each, for whoever reviews after somebody else, or goes on: who, when, what."""
        return (Item(told(note, self.debrief)) for note in self.beside(key, value) if isinstance(note, ShownNote))

    def title(self, act: str) -> str:
        """An act in words."""
        found = self.definitions.get(act)
        return found.title if found else worded(act)

    def meaning(self, act: str) -> Item | None:
        """The codebook's words for an act; None where it has none."""
        one = self.definitions.get(act)
        if one is None:
            return None
        against = (line(f"Not: {one.what_not}"),) if one.what_not else ()
        return Item(line(strong(f"{one.title}: "), one.what), against)

    def hides(self, key: Literal["turn", "criterion"], value: int | str) -> bool:
        """Whether the engine's reading is kept back until this supervisor has judged; once seen, it stays seen."""
        own = (note for note in self.beside(key, value) if note.by == self.by)
        return self.view == "blind" and not any(isinstance(note, JUDGING) for note in own)
