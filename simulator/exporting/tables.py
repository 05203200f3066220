"""What is in debriefs, as rows: one a turn, a message, a criterion, or a field of a contact form."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from simulator.model.debrief import Debrief
from simulator.model.notes import Adjustment, ContactForm
from simulator.model.transcript import Message, Transcript

Table = Literal["turns", "messages", "criteria", "forms"]
Cell = str | int | float | bool | None | tuple[str, ...]
Row = dict[str, Cell]


def table_rows(table: Table, debriefs: Iterable[Debrief]) -> Iterator[Row]:
    """The rows of a table, session by session. Nothing of a talk that was stopped is judged."""
    for debrief in debriefs:
        yield from _TABLES[table](debrief)


def columns(table: Table) -> tuple[str, ...]:
    """The columns of a table, in their order; there also where it has no row."""
    return _COLUMNS[table]


def _turns(debrief: Debrief) -> Iterator[Row]:
    for turn in debrief.transcript.turns:
        yield {
            **_whose(debrief),
            "turn": turn.number,
            "at": turn.at,
            "where": turn.where,
            "text": turn.text,
            "acts": tuple(dict.fromkeys(act.act for act in turn.reading.acts)),
            "unsure": tuple(dict.fromkeys(act.act for act in turn.reading.unsure)),
            "stage": turn.stage,
            "trust": turn.trust,
            "trust_change": turn.trust_change,
            "client": tuple(message.text for message in turn.client),
        }


def _messages(debrief: Debrief) -> Iterator[Row]:
    for number, row in enumerate(_said(debrief.transcript), start=1):
        yield {**_whose(debrief), "number": number, **row}


def _said(talk: Transcript) -> Iterator[Row]:
    """Everything in its order; what was said before the first turn is of turn 0."""
    yield from (_message(0, message) for message in talk.opening)
    for turn in talk.turns:
        own: Row = {"role": "counselor", "sender": "Counselor", "where": turn.where, "at": turn.at, "text": turn.text}
        yield {"turn": turn.number, **own, "shows": tuple(dict.fromkeys(act.act for act in turn.reading.acts))}
        yield from (_message(turn.number, message) for message in turn.client)


def _message(turn: int, message: Message) -> Row:
    return {
        "turn": turn,
        "role": message.role,
        "sender": message.sender,
        "where": message.where,
        "at": message.at,
        "text": message.text,
        "shows": tuple(dict.fromkeys(cue.cue for cue in message.cues)),
    }


def _criteria(debrief: Debrief) -> Iterator[Row]:
    adjusted = {note.criterion: note for note in debrief.notes if isinstance(note, Adjustment)}
    for one in () if debrief.transcript.stopped else debrief.criteria:
        note = adjusted.get(one.id)
        yield {
            **_whose(debrief),
            "rubric": debrief.header.rubric,
            "area": one.area,
            "criterion": one.id,
            "title": one.title,
            "level": one.level,
            "supervisor_level": note.level if note else None,
            "supervisor_reason": note.reason if note else None,
            "critical": one.critical,
            "matters": one.matters,
            "note": one.note,
            "turns": tuple(dict.fromkeys(str(quote.turn) for quote in one.evidence)),
            "quotes": tuple(quote.sentence for quote in one.evidence),
        }


def _forms(debrief: Debrief) -> Iterator[Row]:
    for note in debrief.notes:
        if isinstance(note, ContactForm):
            for field, answer in note.fields.items():
                yield {**_whose(debrief), "form": note.form, "filled_at": note.at, "field": field, "answer": answer}


def _whose(debrief: Debrief) -> Row:
    head = debrief.header
    return {"session": head.session, "trainee": head.trainee, "scenario": head.scenario, "date": head.date}


_TABLES: dict[Table, Callable[[Debrief], Iterator[Row]]] = {
    "turns": _turns,
    "messages": _messages,
    "criteria": _criteria,
    "forms": _forms,
}
_WHOSE = ("session", "trainee", "scenario", "date")
_COLUMNS: dict[Table, tuple[str, ...]] = {
    "turns": (
        *_WHOSE,
        *("turn", "at", "where", "text", "acts", "unsure", "stage", "trust", "trust_change", "client"),
    ),
    "messages": (*_WHOSE, "number", "turn", "role", "sender", "where", "at", "text", "shows"),
    "criteria": (
        *(*_WHOSE, "rubric", "area", "criterion", "title", "level", "supervisor_level", "supervisor_reason"),
        *("critical", "matters", "note", "turns", "quotes"),
    ),
    "forms": (*_WHOSE, "form", "filled_at", "field", "answer"),
}
