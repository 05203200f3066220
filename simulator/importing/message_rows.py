"""Messages as JSON objects, one a line (JSONL) or in a list: `role` or `sender`, and `text`.

A JSONL in which no line says who speaks holds turns of the counselor, each with what the `client` answered, if that is
there.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any, get_args

from simulator.errors import ContentError
from simulator.importing.bubbles import Bubble, Talk, timed_talk
from simulator.importing.moments import moment, seconds
from simulator.importing.own_json import read_own_json
from simulator.model.transcript import Role, Where
from simulator.whole_text import whole

FORM = "JSON lines"
SENDERS = ("sender", "from", "speaker", "name")
TIMES = ("timestamp", "date", "time")
ROLES = get_args(Role)


def read_jsonl(text: str, names: Collection[str]) -> Talk:
    """The conversation in a file of JSON lines. ContentError names the first line that is no message."""
    rows = [(place, row) for place, row in _lines(text) if _text(place, row).strip()]
    if rows and not any(key in row for _, row in rows for key in ("role", *SENDERS)):
        return Talk(FORM, played=read_own_json({"turns": [row for _, row in rows]}))
    return _talk(rows, names)


def read_rows(rows: list[Any], names: Collection[str]) -> Talk:
    """The conversation in a list of messages. ContentError names the first that is none, counted from 1.

    A role that is one of the `names` is a name.
    """
    return _talk(((f"message {number}", row) for number, row in enumerate(rows, start=1)), names)


def _talk(rows: Iterable[tuple[str, Any]], names: Collection[str]) -> Talk:
    known = {name.strip().casefold() for name in names}
    return timed_talk(
        FORM, ((_bubble(place, row, known), _moment(row)) for place, row in rows if _text(place, row).strip())
    )


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


def _text(place: str, row: Any) -> str:
    """The words of a message. ContentError where it has none."""
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ContentError(f'{place}: it has no "text"; write {{"role": "client", "text": "hello"}}')
    return str(row["text"])


def _bubble(place: str, row: dict[str, Any], names: Collection[str]) -> Bubble:
    sender = next((row[key] for key in SENDERS if isinstance(row.get(key), str)), None)
    role = row.get("role")
    if sender is None and role is None:
        raise ContentError(
            f'{place}: it is not said who speaks; give it a "role" (counselor, client, other) or a "sender"'
        )
    if role is not None and role not in ROLES:
        if str(role).strip().casefold() not in names:
            raise ContentError(f'{place}: no role {role!r}; write "counselor", "client" or "other"')
        sender, role = str(role), None
    where: Where = "group" if row.get("where") == "group" else "dm"
    return Bubble(whole(sender or str(role)), whole(row["text"]), role, where, seconds(row.get("at")))


def _moment(row: dict[str, Any]) -> float | None:
    return next((found for key in TIMES if (found := moment(row.get(key))) is not None), None)
