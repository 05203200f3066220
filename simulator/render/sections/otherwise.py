"""Other ways the talk was tried, beside how it went: lines that were taken back, and turns written again."""

from collections.abc import Iterable, Iterator

from simulator.model.debrief import Branch, Debrief, LevelChange, Rewritten
from simulator.model.transcript import Message, Turn
from simulator.render.blocks import Block, Heading, Line, Table, line
from simulator.render.sections.conversation import marks_of
from simulator.render.wording import ENDINGS, level, turn_linked, worded

NOTHING = "–"
Row = tuple[Line, ...]


def otherwise(debrief: Debrief) -> Iterator[Block]:
    """A table for each: what was said, how it was answered, and which levels differ."""
    if debrief.branches or debrief.rewritten:
        yield Heading("Tried otherwise", name="otherwise")
    for number, branch in enumerate(debrief.branches, start=1):
        yield Heading(f"Another way from turn {branch.after + 1} on", 3, f"branch-{number}")
        yield Table("As it went, and as it was tried", ("what", "as it went", "tried"), tuple(_branch(branch, debrief)))
    for number, one in enumerate(debrief.rewritten, start=1):
        yield Heading(f"Turn {one.turn.number}, written again", 3, f"again-{number}")
        yield Table("First, and again", ("what", "first", "again"), tuple(_rewritten(one, debrief)))


def _branch(branch: Branch, debrief: Debrief) -> Iterator[Row]:
    talk, header = debrief.transcript, debrief.header
    here, there = talk.turns[branch.after :], branch.turns
    yield from _turns(next(iter(here), None), next(iter(there), None))
    if here[1:] or there[1:]:
        yield _row("after it", "as above" if here[1:] else "", " / ".join(_dialogue(there[1:])))
    yield _row(
        "ending", *(f"{worded(one.id)} ({ENDINGS[one.kind]})" if one else "" for one in (talk.ending, branch.ending))
    )
    if header.ending_meaning or branch.ending_meaning:
        yield _row("what that means", header.ending_meaning, branch.ending_meaning)
    yield from _levels(branch.changes)


def _rewritten(one: Rewritten, debrief: Debrief) -> Iterator[Row]:
    yield from _turns(
        next((turn for turn in debrief.transcript.turns if turn.number == one.turn.number), None), one.turn
    )
    yield from _levels(one.changes)


def _turns(here: Turn | None, there: Turn | None) -> Iterator[Row]:
    number = next((turn.number for turn in (here, there) if turn), None)
    if number is None:
        return
    sides = [turn.text if turn else "" for turn in (here, there)]
    yield ((turn_linked(number),), *(line(text or NOTHING) for text in sides))
    yield _row("read as", *(_read(turn) if turn else "" for turn in (here, there)))
    yield _row("the client", *(_answer(turn.client) if turn else "" for turn in (here, there)))


def _read(turn: Turn) -> str:
    return ", ".join(dict.fromkeys(name for mark in marks_of(turn.reading) for name in mark.names))


def _answer(messages: Iterable[Message]) -> str:
    return " / ".join(one.text for one in messages if one.role == "client")


def _dialogue(turns: Iterable[Turn]) -> Iterator[str]:
    for turn in turns:
        yield f"counselor: {turn.text}"
        yield from (f"{one.sender}: {one.text}" for one in turn.client)


def _levels(changes: Iterable[LevelChange]) -> Iterator[Row]:
    for one in changes:
        yield line(one.title), line(level(one.here)), line(level(one.there))


def _row(name: str, here: str, there: str) -> Row:
    return line(name), line(here or NOTHING), line(there or NOTHING)
