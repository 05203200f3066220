"""WhatsApp's text exports: Android and iOS, clocks of 12 and 24 hours, any order of day and month."""

import re
from typing import NamedTuple

from simulator.importing.bubbles import Bubble, Talk, timed_talk
from simulator.importing.moments import Numbers, at, date_order

FORM = "WhatsApp"
LOOKED_AT = 20
"""Lines at the top of a file among which one has to begin a message."""

_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_BEGINS = re.compile(
    rf"[{_MARKS}]*\[?(?P<a>\d{{1,4}})[./-]\s?(?P<b>\d{{1,2}})[./-]\s?(?P<c>\d{{1,4}})\.?,?(?:\s(?:at|um|às|в))?[\s{_MARKS}]{{1,3}}"
    rf"(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?(?:[\s{_MARKS}]{{0,2}}(?P<half>[AaPp])\.?\s?[Mm]\.?)?"
    rf"(?:\][{_MARKS}]*|\s-)\s(?P<rest>.*)"
)
_SAID = re.compile(r"(?P<name>[^:“”\"\n]{1,80}?):(?:\s(?P<text>.*)|)$", re.DOTALL)
_EDITED = re.compile(r"\s{0,3}(?:\u200e<[^<>\n]{4,40}>|<(?:This message was edited|Сообщение изменено)>)$")
_LEFT_OUT = re.compile(r"<[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20}){1,4}>")
_ATTACHED = re.compile(r"(?:<[^<>:\n]{3,20}:\s)?[^\s<>]{1,80}\.(?P<ending>\w{2,4})(?:>|\s\([^()\n]{4,40}\))")
_OMITTED = re.compile(
    r"(?P<what>[^\n]{2,40}?)\s(?:omitted|weggelassen|omitid[oa]|omiss?e?|пропущен[оаы]?|отсутствует|вилучено)", re.I
)
_DELETED = re.compile(
    r"(?:this message was deleted|you deleted this message|(?:данное|это) сообщение удалено"
    r"|вы удалили (?:данное|это) сообщение|це повідомлення видалено|ви видалили це повідомлення"
    r"|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|se eliminó este mensaje|eliminaste este mensaje"
    r"|ce message a été supprimé|vous avez supprimé ce message)\.?",
    re.I,
)
_NOTES = (
    ("voice message", "audio voice opus m4a ogg aac mp3 amr"),
    ("photo", "image photo bild imagen foto jpg jpeg png heic изображение зображення"),
    ("sticker", "sticker webp стикер"),
    ("video", "video mp4 mov 3gp видео відео"),
    ("gif", "gif"),
    ("contact", "contact vcf контакт"),
)


class _Line(NamedTuple):
    numbers: Numbers
    half: str
    rest: str


def is_whatsapp(text: str) -> bool:
    """Whether one of the first lines begins with a date and a time as WhatsApp writes them."""
    rows = [row for row in text[:20_000].splitlines() if row.strip()]
    return any(_BEGINS.match(row) for row in rows[:LOOKED_AT])


def read_whatsapp(text: str) -> Talk:
    """The messages of an export; what the messenger itself says, and what was deleted, is left out."""
    lines = _lines(text)
    order = date_order([line.numbers for line in lines], [line.half for line in lines])
    rows = [(said, at(line.numbers, order)) for line in lines if (said := _said(line.rest)) is not None]
    group = len({bubble.sender for bubble, _ in rows}) > 2
    placed = ((bubble._replace(where="group") if group else bubble, time) for bubble, time in rows)
    return timed_talk(FORM, placed)


def _lines(text: str) -> list[_Line]:
    """What begins with a date, each with the lines that go on with it."""
    found: list[tuple[re.Match[str], list[str]]] = []
    # Only line feeds end a line here: a message may hold U+2028 as it is.
    for row in text.replace("\r\n", "\n").split("\n"):
        if begun := _BEGINS.fullmatch(row):
            found.append((begun, [begun["rest"]]))
        elif found:
            found[-1][1].append(row)
    return [_line(begun, words) for begun, words in found]


def _line(found: re.Match[str], words: list[str]) -> _Line:
    half = (found["half"] or "").lower()
    hour = int(found["hour"])
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    seconds = hour * 3600 + int(found["minute"]) * 60 + int(found["second"] or 0)
    return _Line(Numbers((int(found["a"]), int(found["b"]), int(found["c"])), seconds), half, "\n".join(words))


def _said(rest: str) -> Bubble | None:
    """What somebody said; None where the messenger speaks, or nothing is left to read."""
    found = _SAID.match(rest)
    if not found:
        return None
    name = found["name"].strip(_MARKS + "~ \u00a0\u202f")
    text = (found["text"] or "").strip()
    own = text.startswith("\u200e")
    plain = text.strip(_MARKS + " \n")
    if not name or not plain or _DELETED.fullmatch(plain):
        return None
    note = _note(plain)
    if note or own:
        return Bubble(name, note) if note else None
    words = _EDITED.sub("", text).strip(_MARKS + " \n")
    return Bubble(name, words) if words else None


def _note(text: str) -> str:
    """What stands for a picture, a voice message and so on; nothing where the text is words."""
    if text == "null" or _LEFT_OUT.fullmatch(text):
        return "[media]"
    attached = _ATTACHED.fullmatch(text)
    if attached:
        return f"[{_kind(attached['ending'], 'file')}]"
    omitted = _OMITTED.fullmatch(text)
    return f"[{_kind(omitted['what'], 'media')}]" if omitted else ""


def _kind(word: str, otherwise: str) -> str:
    words = word.lower().split()
    return next((note for note, names in _NOTES if set(words) & set(names.split())), otherwise)
