"""What was written before, for whoever reviews after somebody else, or goes on."""

from collections.abc import Iterable, Iterator

from simulator.desk.desk import Desk
from simulator.model.notes import Note
from simulator.render.blocks import Item
from simulator.render.people import ShownNote, told


def told_notes(notes: Iterable[Note], desk: Desk) -> Iterator[Item]:
    """A line a note: who, when, what."""
    return (Item(told(note, desk.debrief)) for note in notes if isinstance(note, ShownNote))
