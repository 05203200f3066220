"""The program's own JSON: what `play --json` prints, a whole debrief, or a Transcript by itself."""

from typing import Any

from pydantic import ValidationError

from simulator.errors import ContentError
from simulator.importing.moments import seconds
from simulator.model.transcript import BY_AUTHOR, Transcript

_OF_MESSAGE = ("role", "from", "where", "text", "at")
_OF_TURN = ("text", "at", "where", "state", "stage", "trust", "trust_change", "why", "matched", "nearest")


def read_own_json(document: dict[str, Any]) -> Transcript:
    """The words, times and places; what was once read in them is left behind. ContentError names what is wrong."""
    talk = document["transcript"] if isinstance(document.get("transcript"), dict) else document
    try:
        return Transcript.model_validate(
            {
                "scenario": talk.get("scenario"),
                "opening": [_message(one) for one in _rows(talk, "opening")],
                "turns": [_turn(number, one) for number, one in enumerate(_rows(talk, "turns"), start=1)],
                "ending": talk.get("ending"),
                "stopped": talk.get("stopped", False),
            }
        )
    except ValidationError as wrong:
        first = wrong.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise ContentError(f"{place}: {first['msg']}; give what `rehearse play --json` prints") from None


def _rows(talk: Any, key: str) -> list[Any]:
    rows = talk.get(key, []) if isinstance(talk, dict) else None
    if not isinstance(rows, list):
        raise ContentError(f'"{key}" is no list of messages; give what `rehearse play --json` prints')
    return rows


def _message(row: Any) -> Any:
    if not isinstance(row, dict):
        return row
    cues = row.get("cues") if isinstance(row.get("cues"), list) else []
    authored = [cue for cue in cues or [] if isinstance(cue, dict) and cue.get("by") == BY_AUTHOR]
    return {"role": "client", **_taken(row, _OF_MESSAGE), "cues": authored}


def _turn(number: int, row: Any) -> Any:
    if not isinstance(row, dict):
        return row
    return {**_taken(row, _OF_TURN), "number": number, "client": [_message(one) for one in _rows(row, "client")]}


def _taken(row: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    taken = {key: row[key] for key in keys if row.get(key) is not None}
    return {**taken, "at": seconds(row.get("at"))}
