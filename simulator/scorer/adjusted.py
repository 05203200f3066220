"""Which level counts where people said something about it."""

from collections.abc import Iterable

from simulator.model.levels import LevelName
from simulator.model.notes import Adjustment, Agreement, Note


def adjusted_levels(notes: Iterable[Note]) -> dict[str, LevelName]:
    """The levels that supervisors set otherwise than the engine, by criterion; what was said last counts."""
    latest: dict[str, Agreement | Adjustment] = {}
    for note in sorted(notes, key=lambda note: note.at):
        if isinstance(note, Agreement | Adjustment):
            latest[note.criterion] = note
    return {criterion: note.level for criterion, note in latest.items() if isinstance(note, Adjustment)}
