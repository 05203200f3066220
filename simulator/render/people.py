"""What people wrote beside a talk, as lines: who, when, and what; nothing replaces what the program said."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief, Doubt
from simulator.model.notes import ActVerdict, Adjustment, Agreement, Coding, Comment, Contest, Note, SignOff
from simulator.render.blocks import Line, Span, line, quiet, quote
from simulator.render.wording import level, when, worded

ShownNote = Comment | Contest | Agreement | Adjustment | Coding | ActVerdict | SignOff
"""The notes a debrief shows word by word; how somebody feels, and forms filled in, are not for all its readers."""
DIFFERENTLY = "sees it differently: "
BLIND = " (without seeing the program's)"
NO_ACTS = "none of the acts"
SIGNED = "has gone through all of this"


def about(debrief: Debrief, place: int | str | None) -> Iterator[Line]:
    """What was written at a turn (its number), or about a criterion (its id) and no turn.

    None: about the talk as a whole, or about what this debrief does not show.
    """
    shown = (note for note in debrief.notes if isinstance(note, ShownNote))
    return (told(note, debrief) for note in shown if _place(note, debrief) == place)


def verdicts(debrief: Debrief, doubt: Doubt) -> Iterator[Line]:
    """How people judged what the program was not sure of."""
    for note in debrief.notes:
        if isinstance(note, ActVerdict) and (note.turn, note.act) == (doubt.quote.turn, doubt.act):
            yield told(note, debrief)


def adjustments(debrief: Debrief, criterion: str) -> tuple[Adjustment, ...]:
    """The latest of each person who came to another level, unless they have agreed since."""
    found = (one for one in debrief.notes if isinstance(one, Adjustment | Agreement) and one.criterion == criterion)
    latest = {one.by: one for one in found}
    return tuple(one for one in latest.values() if isinstance(one, Adjustment))


def who(note: Note) -> str:
    """`supervisor S1`, or the role alone."""
    return f"{note.role} {note.by}" if note.by else note.role


def _place(note: ShownNote, debrief: Debrief) -> int | str | None:
    """The turn or the criterion beside which a note stands."""
    turn = None if isinstance(note, Agreement | Adjustment | SignOff) else note.turn
    criterion = None if isinstance(note, Coding | ActVerdict | SignOff) else note.criterion
    if turn is not None and any(one.number == turn for one in debrief.transcript.turns):
        return turn
    return criterion if any(one.id == criterion for one in debrief.criteria) else None


def told(note: ShownNote, debrief: Debrief) -> Line:
    """A note in a line."""
    return (Span(f"{who(note)}, {when(note.at)}: ", "person"), *_said(note, debrief))


def _said(note: ShownNote, debrief: Debrief) -> Line:
    if isinstance(note, Comment):
        return line(note.text)
    if isinstance(note, Contest):
        return line(DIFFERENTLY, note.text)
    if isinstance(note, Agreement):
        return line("agrees: ", level(note.level), quiet(BLIND * note.blind))
    if isinstance(note, Adjustment):
        reason = f" – {note.reason}" if note.reason else ""
        return line(level(note.level), reason, quiet(BLIND * note.blind))
    if isinstance(note, Coding):
        acts = ", ".join(map(worded, note.acts)) or NO_ACTS
        return line(f"all that is in it: {acts}", quiet(BLIND * note.blind))
    if isinstance(note, SignOff):
        return line(f"{SIGNED}: {note.text}" if note.text else SIGNED)
    return _verdict(note, debrief)


def _verdict(note: ActVerdict, debrief: Debrief) -> Line:
    texts = (turn.text for turn in debrief.transcript.turns if turn.number == note.turn)
    words = next(texts, "")[note.start : note.end]
    is_it = f"{'is' if note.present else 'is not'} {worded(note.act)}"
    reason = f" – {note.reason}" if note.reason else ""
    return line(quote(words) if words else "this", f" {is_it}{reason}", quiet(BLIND * note.blind))
