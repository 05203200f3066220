"""A played session as the one object that `play --json` prints."""

from collections.abc import Iterable
from typing import Any

from simulator.model.transcript import Act, Message, Turn
from simulator.records.recording import Recording
from simulator.render.to_json import debrief_object


def played_object(recording: Recording, unread: int) -> dict[str, Any]:
    """Everything that was said and read, and the debrief; a session that was stopped is not judged and has none."""
    transcript = recording.session.transcript()
    return {
        "session": recording.head.id,
        "scenario": recording.head.scenario,
        "mode": recording.head.manner,
        "opening": _messages(transcript.opening),
        "ending": transcript.ending.model_dump(mode="json") if transcript.ending else None,
        "unread": unread,
        "turns": [_turn(turn) for turn in transcript.turns],
        "debrief": None if transcript.stopped else debrief_object(recording.debrief()),
    }


def _turn(turn: Turn) -> dict[str, Any]:
    reading = turn.reading
    return {
        "text": turn.text,
        "at": turn.at,
        "state": turn.state,
        "stage": turn.stage,
        "trust": turn.trust,
        "acts": _acts(reading.acts),
        "unsure": _acts(reading.unsure),
        "topics": [asked.topic for asked in reading.topics],
        "unheard": [turn.text[one.start : one.end] for one in reading.unheard],
        "facts": [given.fact for given in reading.facts if given.right],
        "moves": [move.move for move in reading.moves],
        "client": _messages(turn.client),
    }


def _acts(acts: Iterable[Act]) -> list[dict[str, Any]]:
    return [{"act": act.act, "start": act.start, "end": act.end, "by": act.by} for act in acts]


def _messages(messages: Iterable[Message]) -> list[dict[str, Any]]:
    return [{"from": message.sender, "where": message.where, "text": message.text} for message in messages]
