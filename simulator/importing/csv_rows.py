"""A table of messages: comma, semicolon, tab or bar between the columns, which are told by their names."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple, get_args

from simulator.errors import ContentError
from simulator.importing.bubbles import Bubble, Talk, timed_talk
from simulator.importing.moments import moment, seconds
from simulator.model.transcript import Role, Where

FORM = "CSV"
_DELIMITERS = ",;\t|"
_COLUMNS = {
    "sender": (
        "sender",
        "from",
        "speaker",
        "name",
        "author",
        "who",
        "user",
        "username",
        "participant",
        "имя",
        "автор",
        "від",
    ),
    "role": ("role", "роль"),
    "text": ("text", "message", "content", "words", "body", "utterance", "msg", "текст", "сообщение", "повідомлення"),
    "day": ("timestamp", "datetime", "date", "when", "sent_at", "created_at", "дата"),
    "clock": ("time", "время", "час"),
    "at": ("at", "seconds"),
    "where": ("where",),
}
"""What each column may be called, in small letters; the first of these that is there is the one."""

_ROLES = get_args(Role)
_FORMULA = tuple(f"'{sign}" for sign in "=+-@\t\r\n＝＋－＠")
"""What `export` writes before a text that a spreadsheet could take for a formula."""


class _Table(NamedTuple):
    """Where the columns stand, what parts them, and the text after the head."""

    columns: dict[str, int]
    delimiter: str
    text: str


def is_csv(text: str) -> bool:
    """Whether the first line names a column of words and another one; a line of a talk has a colon."""
    return ":" not in text.lstrip().partition("\n")[0] and _table(text) is not None


def read_csv(text: str) -> Talk:
    """The messages of a table. ContentError names the row that is none, the head being row 1."""
    table = _table(text)
    if table is None:
        raise ContentError("the first row names no column `text`; name the columns sender and text there")
    if not {"sender", "role"} & table.columns.keys():
        raise ContentError("no column says who speaks; name one of them sender, or role")
    try:
        return timed_talk(FORM, _rows(table))
    except csv.Error as wrong:
        raise ContentError(f"the table cannot be read ({wrong}); save it again as CSV") from None


def _table(text: str) -> _Table | None:
    head, _, rest = text.lstrip().partition("\n")
    if head.casefold().startswith("sep=") and len(head.strip()) == 5:
        head, _, rest = rest.partition("\n")
    for delimiter in _DELIMITERS:
        names = _split(head.strip("\r"), delimiter)
        plain = [name.strip().casefold() for name in names]
        named = {key: next((name for name in known if name in plain), None) for key, known in _COLUMNS.items()}
        columns = {key: plain.index(name) for key, name in named.items() if name is not None}
        if "text" in columns and len(plain) > 1:
            return _Table(columns, delimiter, rest)
    return None


def _split(head: str, delimiter: str) -> list[str]:
    """The names in a first line; none where it cannot be one, such as a line of a hundred thousand letters."""
    try:
        return next(csv.reader([head], delimiter=delimiter), [])
    except csv.Error:
        return []


def _rows(table: _Table) -> Iterator[tuple[Bubble, float | None]]:
    rows = csv.reader(io.StringIO(table.text, newline=""), delimiter=table.delimiter)
    for number, row in enumerate(rows, start=2):
        cells = {key: _cell(row[at]) for key, at in table.columns.items() if at < len(row)}
        if not cells.get("text"):
            continue
        role, sender = cells.get("role", "").casefold(), cells.get("sender") or cells.get("role", "")
        if not sender:
            raise ContentError(f"row {number}: it is not said who speaks; fill in the column of the speaker")
        told: Role | None = next((one for one in _ROLES if one == role), None)
        where: Where = "group" if cells.get("where") == "group" else "dm"
        time = moment(" ".join(cells[key] for key in ("day", "clock") if cells.get(key)) or None)
        yield Bubble(sender, cells["text"], told, where, seconds(cells.get("at"))), time


def _cell(text: str) -> str:
    """The words without the apostrophe that `export` puts before what a spreadsheet would take for a formula."""
    return (text[1:] if text.startswith(_FORMULA) else text).strip()
