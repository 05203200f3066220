"""Notes in words, for whoever reviews after somebody else."""

from collections.abc import Iterable, Iterator

from simulator.desk.desk import Desk
from simulator.model.levels import LevelName
from simulator.model.notes import ActVerdict, Adjustment, Agreement, Coding, Comment, Contest, Note
from simulator.render.blocks import Item, line, quiet, strong

LEVEL_WORDS: dict[LevelName, str] = {
    "met": "met",
    "partly": "partly",
    "not_yet": "not yet",
    "not_applicable": "did not come up",
    "unsure": "open",
}


def told_notes(notes: Iterable[Note], desk: Desk) -> Iterator[Item]:
    """A line a note: who, when, what."""
    for note in notes:
        words = _words(note, desk)
        if words:
            who = "you" if note.by == desk.by else note.by or ("the trainee" if note.role == "trainee" else "somebody")
            yield Item(line(strong(who), quiet(f" {note.at[:10]}: "), words))


def _words(note: Note, desk: Desk) -> str:
    match note:
        case Comment():
            return note.text
        case Contest():
            return f"sees it differently: {note.text}"
        case Agreement():
            return f"{LEVEL_WORDS[note.level]}, as the program says{_blind(note)}"
        case Adjustment():
            why = f": {note.reason}" if note.reason else ""
            return f"{LEVEL_WORDS[note.level]}{_blind(note)}{why}"
        case Coding():
            return f"in it: {', '.join(map(desk.title, note.acts)) or 'none of the acts'}{_blind(note)}"
        case ActVerdict():
            why = f": {note.reason}" if note.reason else ""
            return f"{desk.title(note.act)} {'is' if note.present else 'is not'} in it{why}"
    return ""


def _blind(note: Agreement | Adjustment | Coding) -> str:
    return " (before seeing the program's)" if note.blind else ""
