"""The conversation, annotated: what was read in each turn, and why the client reacted so."""

from collections.abc import Iterator
from itertools import groupby

from simulator.model.debrief import Debrief, StagePoint
from simulator.model.transcript import MODEL, Act, Evidence, Message, Reading, Turn
from simulator.render.blocks import Block, Bubble, Heading, Line, Mark, line, quiet
from simulator.render.people import about
from simulator.render.wording import worded

PLACES = {"dm": "", "group": " (in the group)"}
NOTHING_READ = "nothing was recognised in these words; that says nothing about them"
NOT_MATCHED = "the client found nothing to answer here; the scenario may not know such words yet"

Named = tuple[str, Evidence, bool]
"""What was read, where, and whether that is sure."""


def conversation(debrief: Debrief) -> Iterator[Block]:
    """Every message, and under each counselor turn its acts by the words that show them."""
    talk = debrief.transcript
    if not (talk.opening or talk.turns):
        return
    yield Heading("The conversation", name="conversation")
    points = {point.turn: point for point in debrief.timeline}
    for number, message in enumerate(talk.opening):
        yield _bubble(message)._replace(name="" if number else "turn-0")
    for turn in talk.turns:
        yield _annotated(turn, points.get(turn.number), debrief)
        yield from map(_bubble, turn.client)


def _bubble(message: Message) -> Bubble:
    who = f"{message.sender}{PLACES[message.where]}"
    return Bubble(who, message.text, "client" if message.role == "client" else "other")


def _annotated(turn: Turn, point: StagePoint | None, debrief: Debrief) -> Bubble:
    who = f"Turn {turn.number}, counselor{PLACES[turn.where]}"
    marks = tuple(marks_of(turn.reading))
    unread = () if marks else (line(quiet(NOTHING_READ)),)
    remarks = (*unread, *_remarks(turn, point), *about(debrief, turn.number))
    return Bubble(who, turn.text, "counselor", marks, remarks, f"turn-{turn.number}")


def _remarks(turn: Turn, point: StagePoint | None) -> Iterator[Line]:
    standing = _standing(turn, point)
    if standing:
        yield line(quiet("; ".join(standing)))
    yield from (line(quiet("why the client reacted so: "), reason) for reason in turn.why)
    if not turn.matched:
        yield line(quiet(NOT_MATCHED))
    counted = "; ".join(_counted(turn))
    if counted:
        yield line(quiet(counted))


def _standing(turn: Turn, point: StagePoint | None) -> list[str]:
    stage = [f"stage: {point.stage}"] if point and point.stage else []
    change = f" ({turn.trust_change:+d})" if turn.trust_change else ""
    return stage + ([f"trust: {turn.trust}{change}"] if turn.trust is not None else [])


def _counted(turn: Turn) -> Iterator[str]:
    """What only those ask for who write scenarios and rubrics."""
    if turn.state:
        yield f"state: {turn.state}"
    if turn.nearest:
        yield f"nearest reaction: {turn.nearest}"
    for name, value in turn.reading.measures.model_dump(exclude_defaults=True).items():
        yield f"{worded(name)}: {', '.join(value) if isinstance(value, tuple) else value}"


def marks_of(reading: Reading) -> Iterator[Mark]:
    """One for each stretch of words: what it shows and by which rules."""
    named = sorted(_named(reading), key=lambda one: one[1].span)
    for (start, end), row in groupby(named, key=lambda one: one[1].span):
        found = list(row)
        names = tuple(dict.fromkeys(name for name, _, _ in found))
        rules = tuple(dict.fromkeys(_rule(evidence) for _, evidence, _ in found if evidence.by))
        yield Mark(start, end, names, rules, any(sure for _, _, sure in found))


def _rule(evidence: Evidence) -> str:
    """The rule, with its strength where that is less than full; the reasons of the model help nobody here."""
    rule = MODEL if evidence.by_model else evidence.by
    return rule if evidence.strength == 1 else f"{rule} at {evidence.strength:.2f}"


def _named(reading: Reading) -> Iterator[Named]:
    yield from ((_act(one), one, True) for one in reading.acts)
    yield from ((f"perhaps {_act(one)}", one, False) for one in reading.unsure)
    yield from ((f"asks about {worded(one.topic)}", one, True) for one in reading.topics)
    for given in reading.facts:
        yield f"{'gives' if given.right else 'is not right about'} {worded(given.fact)}", given, True
    yield from ((f"right about {worded(one.fact)}, or not", one, False) for one in reading.open_facts)
    yield from ((worded(one.move), one, True) for one in reading.moves)
    yield from ((f"answers {worded(one.question)}", one, True) for one in reading.answers)


def _act(act: Act) -> str:
    return worded(act.act) + (f" ({', '.join(act.marks)})" if act.marks else "")
