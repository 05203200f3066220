"""Sessions as xAPI statements (version 1.0.3) for a learning record store.

Every turn is a response and every judged criterion a score, both parts of a session that was completed. The id of a
statement follows from what it says: exported again it has the same id, and a record store keeps it once.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from simulator.model.debrief import Debrief, Score
from simulator.model.notes import ContactForm
from simulator.model.transcript import Turn

Statement = dict[str, Any]
HOME = "https://rehearse.invalid"
"""Where codes and activities are named, unless the caller has a place of its own; `.invalid` leads nowhere."""

_VERBS = "http://adlnet.gov/expapi/verbs/"
_ACTIVITIES = "http://adlnet.gov/expapi/activities/"
_SCALED = {"met": 1.0, "partly": 0.5, "not_yet": 0.0}


def to_xapi(debriefs: Iterable[Debrief], home: str = HOME) -> str:
    """All statements in one JSON array, as a record store takes them."""
    place = home.rstrip("/")
    statements = [one for debrief in debriefs for one in _Session(debrief, place).statements()]
    return json.dumps(statements, indent=1) + "\n"


class _Session:
    """The statements of one session; every IRI begins with `home`."""

    def __init__(self, debrief: Debrief, home: str) -> None:
        self._debrief = debrief
        self._home = home
        self._name = debrief.header.session or "talk"
        self._here = f"{home}/sessions/{self._name}"

    def statements(self) -> Iterator[Statement]:
        talk = self._debrief.transcript
        yield from (self._sealed(self._turn(turn)) for turn in talk.turns)
        if not talk.stopped:
            yield from (self._sealed(self._score(one)) for one in self._debrief.criteria)
        forms = (note for note in self._debrief.notes if isinstance(note, ContactForm))
        yield from (self._sealed(self._form(note)) for note in forms)
        yield self._sealed(self._whole())

    def _turn(self, turn: Turn) -> Statement:
        reading = {
            "acts": sorted(turn.reading.act_ids),
            "unsure": sorted({act.act for act in turn.reading.unsure}),
            "stage": turn.stage,
            "trust": turn.trust,
        }
        thing = _activity(f"{self._here}/turns/{turn.number}", "interaction", f"Turn {turn.number}")
        result = {"response": turn.text, "extensions": self._extensions(reading)}
        return self._statement("responded", thing, result, turn.at)

    def _score(self, one: Score) -> Statement:
        where = f"{self._home}/rubrics/{self._debrief.header.rubric}/criteria/{one.id}"
        found = {
            "level": one.level,
            "note": one.note,
            "critical": one.critical,
            "turns": sorted({quote.turn for quote in one.evidence}),
            "quotes": [quote.sentence for quote in one.evidence],
        }
        result: dict[str, Any] = {"response": one.level, "extensions": self._extensions(found)}
        if one.level in _SCALED:
            result["score"] = {"scaled": _SCALED[one.level], "min": 0, "max": 1, "raw": _SCALED[one.level]}
        return self._statement("scored", _activity(where, "objective", one.title), result, self._end)

    def _form(self, note: ContactForm) -> Statement:
        thing = _activity(f"{self._home}/forms/{note.form}", "question", note.form)
        answers = {field: list(answer) for field, answer in note.fields.items()}
        result = {"response": json.dumps(answers), "extensions": self._extensions(answers)}
        return {**self._statement("answered", thing, result, 0.0), "timestamp": note.at}

    def _whole(self) -> Statement:
        head, stopped = self._debrief.header, self._debrief.transcript.stopped
        thing = _activity(self._here, "simulation", head.title or "A conversation")
        result = {
            "completion": not stopped,
            "duration": f"PT{self._end:.0f}S",
            "extensions": self._extensions({"ending": head.ending, "turns": head.turns, **head.hashes}),
        }
        return self._statement("terminated" if stopped else "completed", thing, result, self._end)

    @property
    def _end(self) -> float:
        return float(int(self._debrief.header.seconds))

    def _statement(self, verb: str, thing: Statement, result: Statement, at: float) -> Statement:
        head = self._debrief.header
        account = {"homePage": self._home, "name": head.trainee or f"trainee of {self._name}"}
        parent = [_activity(self._here, "simulation", head.title or "A conversation")]
        about = {"parent": parent} if thing["id"] != self._here else {}
        if head.scenario:
            about["grouping"] = [_activity(f"{self._home}/scenarios/{head.scenario}", "simulation", head.title)]
        return {
            "actor": {"objectType": "Agent", "account": account},
            "verb": {"id": _VERBS + verb, "display": {"en": verb}},
            "object": thing,
            "result": result,
            "context": {
                "registration": str(uuid5(NAMESPACE_URL, self._here)),
                "platform": "rehearse",
                "contextActivities": about,
            },
            "timestamp": _moment(head.date, at),
        }

    def _extensions(self, values: dict[str, Any]) -> dict[str, Any]:
        told = {key: value for key, value in values.items() if value not in (None, "", [])}
        return {f"{self._home}/extensions/{key}": value for key, value in told.items()}

    def _sealed(self, statement: Statement) -> Statement:
        said = json.dumps(statement, sort_keys=True, separators=(",", ":"))
        return {"id": str(uuid5(NAMESPACE_URL, f"{self._here}#{said}")), **statement}


def _activity(iri: str, kind: str, name: str) -> Statement:
    named = {"name": {"en": name}} if name else {}
    return {"objectType": "Activity", "id": iri, "definition": {"type": _ACTIVITIES + kind, **named}}


def _moment(began: str | None, seconds: float) -> str:
    """ISO 8601 in UTC; a talk of which nobody knows when it was held is taken to the beginning of time."""
    start = datetime.fromisoformat((began or "1970-01-01T00:00:00Z").replace("Z", "+00:00"))
    return (start + timedelta(seconds=seconds)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
