"""Messages as JSON objects, one a line (JSONL) or in a list: `role` or `sender`, and `text`.

A JSONL in which no line says who speaks holds turns of the counselor, each with what the `client` answered, if that is
there.
"""

import json
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import Any, get_args

from simulator.errors import ContentError
from simulator.importing.bubbles import Bubble, to_transcript
from simulator.importing.own_json import read_own_json
from simulator.model.transcript import Role, Transcript, Where

SENDERS = ("sender", "from", "speaker", "name")
ROLES = get_args(Role)


def read_jsonl(text: str, counselor: str) -> Transcript:
    """The conversation in a file of JSON lines. ContentError names the first line that is no message."""
    rows = [(place, row) for place, row in _lines(text) if _text(place, row).strip()]
    if rows and not any(key in row for _, row in rows for key in ("role", *SENDERS)):
        return read_own_json({"turns": [row for _, row in rows]})
    return to_transcript(_bubbles(rows, counselor), counselor)


def read_rows(rows: list[Any], counselor: str) -> Transcript:
    """The conversation in a list of messages. ContentError names the first that is none, counted from 1."""
    numbered = ((f"message {number}", row) for number, row in enumerate(rows, start=1))
    return to_transcript(_bubbles(numbered, counselor), counselor)


def _lines(text: str) -> Iterator[tuple[str, Any]]:
    # Only line feeds end a line: a JSON text may hold U+2028 as it is.
    for number, row in enumerate(text.split("\n"), start=1):
        if row.strip():
            try:
                yield f"line {number}", json.loads(row)
            except (ValueError, RecursionError) as wrong:
                raise ContentError(
                    f"line {number}: it is no JSON ({wrong}); write an object with role and text"
                ) from None


def _bubbles(rows: Iterable[tuple[str, Any]], counselor: str) -> Iterator[Bubble]:
    for place, row in rows:
        if _text(place, row).strip():
            yield _bubble(place, row, counselor)


def _text(place: str, row: Any) -> str:
    """The words of a message. ContentError where it has none."""
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ContentError(f'{place}: it has no "text"; write {{"role": "client", "text": "hello"}}')
    return str(row["text"])


def _bubble(place: str, row: dict[str, Any], counselor: str) -> Bubble:
    """A name the caller gives the counselor outweighs the role."""
    sender = next((row[key] for key in SENDERS if isinstance(row.get(key), str)), None)
    role = row.get("role")
    if sender is None and role is None:
        raise ContentError(
            f'{place}: it is not said who speaks; give it a "role" (counselor, client, other) or a "sender"'
        )
    if counselor.strip().casefold() in (str(one).strip().casefold() for one in (sender, role) if one):
        role = "counselor"
    if role is not None and role not in ROLES:
        raise ContentError(f'{place}: no role {role!r}; write "counselor", "client" or "other"')
    where: Where = "group" if row.get("where") == "group" else "dm"
    return Bubble(_whole(sender or str(role)), _whole(row["text"]), role, where, _seconds(row.get("at")))


def _whole(text: str) -> str:
    """The text with a replacement character for each half of one, which JSON can name but nobody can save."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _seconds(value: Any) -> float:
    counted = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12 and isfinite(value)
    return max(float(value), 0.0) if counted else 0.0
