"""A file of any known form, told apart by what is in it, as a Transcript."""

import json
from pathlib import Path
from typing import Any

from simulator.errors import ContentError
from simulator.importing.message_rows import read_jsonl, read_rows
from simulator.importing.own_json import read_own_json
from simulator.importing.plain_text import read_plain_text
from simulator.model.transcript import Transcript

MOST_BYTES = 20_000_000
WHAT_IT_IS = (
    "what `rehearse play --json` prints, JSON lines with role and text, or text with a line `Name: words` a message"
)


def read_transcript(path: Path, counselor: str) -> Transcript:
    """The conversation in a file, not yet coded. ContentError says where, what, and what would be right."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as wrong:
        reason = getattr(wrong, "strerror", None) or wrong
        raise ContentError(f"{path}: cannot be read ({reason}); give a file with a conversation") from None
    return parse_transcript(content, str(path), counselor)


def parse_transcript(content: bytes, shown: str, counselor: str) -> Transcript:
    """The conversation in the bytes of a file that messages call `shown`."""
    try:
        return _parsed(_text(content), counselor)
    except ContentError as wrong:
        raise ContentError(f"{shown}: {wrong}") from None


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise ContentError(f"more than {MOST_BYTES // 1_000_000} MB are no conversation; give a smaller file")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise ContentError(f"byte {wrong.start + 1} is no UTF-8; save the file as UTF-8") from None


def _parsed(text: str, counselor: str) -> Transcript:
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return read_plain_text(text, counselor)
    try:
        document = _json(text)
    except (ValueError, RecursionError) as wrong:
        if _is_json(start.split("\n", 1)[0]):
            return read_jsonl(text, counselor)
        if start.startswith("["):
            return read_plain_text(text, counselor)
        raise ContentError(f"it is no JSON ({wrong}); a transcript is {WHAT_IT_IS}") from None
    return _of_document(document, counselor)


def _of_document(document: Any, counselor: str) -> Transcript:
    if isinstance(document, list):
        return read_rows(document, counselor)
    if "turns" in document or "transcript" in document:
        return read_own_json(document)
    if "text" in document:
        return read_jsonl(json.dumps(document), counselor)
    raise ContentError(f'it has neither "turns" nor "text"; a transcript is {WHAT_IT_IS}')


def _is_json(row: str) -> bool:
    try:
        return isinstance(_json(row), dict)
    except (ValueError, RecursionError):
        return False


def _json(text: str) -> Any:
    return json.loads(text)
