"""A file of any known form, told apart by what is in it."""

import codecs
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from simulator.errors import ContentError
from simulator.importing.bubbles import Talk, to_transcript
from simulator.importing.casting import Cast, parts, with_roles
from simulator.importing.csv_rows import is_csv, read_csv
from simulator.importing.discord import is_discord, read_discord
from simulator.importing.message_rows import read_jsonl, read_rows
from simulator.importing.own_json import read_own_json
from simulator.importing.plain_text import read_plain_text
from simulator.importing.telegram import is_telegram, read_telegram
from simulator.importing.whatsapp import is_whatsapp, read_whatsapp
from simulator.importing.zip_file import unzipped
from simulator.model.defaults import DEFAULT_COUNSELOR
from simulator.model.transcript import Transcript

MOST_BYTES = 50_000_000
OWN = "rehearse"
"""The form of what this program wrote itself."""

WHAT_IT_IS = (
    "what `rehearse play --json` prints, an export of Telegram, WhatsApp or Discord, CSV with the columns sender and "
    "text, JSON lines with role and text, or text with a line `Name: words` a message"
)


class Sought(NamedTuple):
    """What helps to read a file: names that may be any text, and the chat to take out of several."""

    names: Collection[str] = (DEFAULT_COUNSELOR,)
    chat: str | None = None


def read_talk(path: Path, sought: Sought) -> Talk:
    """The conversation in a file. ContentError says where, what, and what would be right."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as wrong:
        reason = getattr(wrong, "strerror", None) or wrong
        raise ContentError(f"{path}: cannot be read ({reason}); give a file with a conversation") from None
    return parse_talk(content, str(path), sought)._replace(file=path.name)


def parse_talk(content: bytes, shown: str, sought: Sought) -> Talk:
    """The conversation in the bytes of a file that messages call `shown`."""
    try:
        return _parsed(_text(unzipped(content, MOST_BYTES)), sought)
    except ContentError as wrong:
        raise ContentError(f"{shown}: {wrong}") from None


def parse_transcript(content: bytes, shown: str, counselor: str) -> Transcript:
    """The same as a Transcript with the names of the file, neither coded nor rid of personal data."""
    talk = parse_talk(content, shown, Sought((counselor,)))
    if talk.played is not None:
        return talk.played
    try:
        return to_transcript(with_roles(talk.bubbles, parts(talk.bubbles, Cast(counselor))))
    except ContentError as wrong:
        raise ContentError(f"{shown}: {wrong}") from None


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise ContentError(f"more than {MOST_BYTES // 1_000_000} MB are no conversation; give a smaller file")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise ContentError(f"byte {wrong.start + 1} is no UTF-8; save the file as UTF-8") from None


def _parsed(text: str, sought: Sought) -> Talk:
    if is_whatsapp(text):
        return read_whatsapp(text)
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return read_csv(text) if is_csv(text) else read_plain_text(text, sought.names)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        if _is_json(start.split("\n", 1)[0]):
            return read_jsonl(text, sought.names)
        if start.startswith("["):
            return read_plain_text(text, sought.names)
        raise ContentError(f"it is no JSON ({wrong}); a transcript is {WHAT_IT_IS}") from None
    return _of_document(document, sought)


def _of_document(document: Any, sought: Sought) -> Talk:
    if isinstance(document, list):
        return read_rows(document, sought.names)
    if "turns" in document or "transcript" in document:
        return Talk(OWN, played=read_own_json(document))
    if is_telegram(document):
        return read_telegram(document, sought.chat)
    if is_discord(document):
        return read_discord(document)
    if "text" in document:
        return read_jsonl(json.dumps(document), sought.names)
    raise ContentError(f'it has neither "messages" nor "turns" nor "text"; a transcript is {WHAT_IT_IS}')


def _is_json(row: str) -> bool:
    try:
        return isinstance(json.loads(row), dict)
    except (ValueError, RecursionError):
        return False
