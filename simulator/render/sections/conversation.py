"""The conversation, annotated: what was read in each turn, and why the client reacted so."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from simulator.model.debrief import Debrief, StagePoint
from simulator.model.transcript import Act, Evidence, Message, Reading, Turn
from simulator.render.blocks import Block, Bubble, Heading, Item, Line, line, quiet, quote
from simulator.render.wording import signed, worded

PLACES = {"dm": "", "group": " (in the group)"}
NOTHING_READ = "nothing was recognised in these words; that says nothing about them"
NOT_MATCHED = "the client found nothing to answer here; the scenario may not know such words yet"


def conversation(debrief: Debrief) -> Iterator[Block]:
    """Every message, and under each counselor turn its acts by the words that show them."""
    talk = debrief.transcript
    if not (talk.opening or talk.turns):
        return
    yield Heading("The conversation")
    points = {point.turn: point for point in debrief.timeline}
    yield from map(_bubble, talk.opening)
    for turn in talk.turns:
        yield Bubble(f"Turn {turn.number}, counselor{PLACES[turn.where]}", turn.text, "counselor")
        yield from _notes(turn, points.get(turn.number))
        yield from map(_bubble, turn.client)


def _bubble(message: Message) -> Bubble:
    who = f"{message.sender}{PLACES[message.where]}"
    return Bubble(who, message.text, "client" if message.role == "client" else "other")


def _notes(turn: Turn, point: StagePoint | None) -> Iterator[Item]:
    read = list(_read(turn))
    yield from (Item(note) for note in read or [line(quiet(NOTHING_READ))])
    standing = _standing(turn, point)
    if standing:
        yield Item(line(quiet("; ".join(standing))))
    yield from (Item(line("why the client reacted so: ", reason)) for reason in turn.why)
    if not turn.matched:
        yield Item(line(quiet(NOT_MATCHED)))


def _standing(turn: Turn, point: StagePoint | None) -> list[str]:
    stage = [f"stage: {point.stage}"] if point and point.stage else []
    change = f" ({signed(turn.trust_change)})" if turn.trust_change else ""
    return stage + ([f"trust: {turn.trust}{change}"] if turn.trust is not None else [])


def _read(turn: Turn) -> Iterator[Line]:
    """A line for each stretch of words: what it shows and by which rules."""
    named = sorted(_named(turn.reading), key=lambda pair: (pair[1].start, pair[1].end))
    for (start, end), row in groupby(named, key=lambda pair: (pair[1].start, pair[1].end)):
        pairs = list(row)
        names = ", ".join(dict.fromkeys(name for name, _ in pairs))
        rules = ", ".join(dict.fromkeys(evidence.by for _, evidence in pairs))
        yield line(quote(turn.text[start:end]), f" {names}", quiet(f" ({rules})"))


def _named(reading: Reading) -> Iterator[tuple[str, Evidence]]:
    yield from _acts(reading.acts, "")
    yield from _acts(reading.unsure, ", perhaps")
    yield from ((f"asks about {worded(one.topic)}", one) for one in reading.topics)
    yield from ((f"{'gives' if one.right else 'is not right about'} {worded(one.fact)}", one) for one in reading.facts)
    yield from ((worded(one.move), one) for one in reading.moves)
    yield from ((f"answers {worded(one.question)}", one) for one in reading.answers)


def _acts(acts: Iterable[Act], doubt: str) -> Iterator[tuple[str, Evidence]]:
    for act in acts:
        marks = f" ({', '.join(act.marks)})" if act.marks else ""
        yield f"{worded(act.act)}{marks}{doubt}", act
