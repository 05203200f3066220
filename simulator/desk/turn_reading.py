"""The acts read in a turn, numbered, each with its words and what the supervisor says of it."""

from collections.abc import Iterator

from simulator.desk.desk import Desk
from simulator.desk.verdicts import Read, readings, verdicts
from simulator.model.notes import ActVerdict, Coding
from simulator.model.transcript import Turn
from simulator.render.blocks import Block, Item, Paragraph, Span, line, quiet, quote, strong

SAID = {True: " you: yes, it is", False: " you: no, it is not"}


def own_verdicts(desk: Desk, turn: Turn) -> dict[str, bool]:
    """By act what this supervisor says of it, in this turn."""
    return verdicts(
        turn.number, [note for note in desk.notes if note.by == desk.by and isinstance(note, Coding | ActVerdict)]
    )


def shown_reading(desk: Desk, turn: Turn) -> Iterator[Block]:
    """What the engine read, then what only the supervisor found."""
    said = own_verdicts(desk, turn)
    read = readings(turn)
    if not read:
        yield Paragraph(line(quiet("The program recognised nothing in these words.")))
    for number, one in enumerate(read, start=1):
        yield Item(line(strong(f"{number} {desk.title(one.act)}"), *_doubt(one), *_words(one, turn), *_said(one, said)))
    own = [act for act, present in said.items() if present and act not in {one.act for one in read}]
    for act in own:
        yield Item(line(strong(f"+ {desk.title(act)}"), quiet(" you: the program missed it")))


def _doubt(one: Read) -> tuple[Span, ...]:
    return () if one.sure else (Span(", or not? The program is not sure", "plain"),)


def _words(one: Read, turn: Turn) -> tuple[Span, ...]:
    quotes = dict.fromkeys(turn.text[span.start : span.end] for span in one.spans)
    return (Span(": "), *(piece for words in quotes for piece in (quote(words), Span(" "))))


def _said(one: Read, said: dict[str, bool]) -> tuple[Span, ...]:
    return (quiet(SAID[said[one.act]]),) if one.act in said else ()
