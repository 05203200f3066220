"""Rows of the tables to nouns and back."""

import json
import zlib
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from simulator.errors import SimulatorError, StoreError
from simulator.store.canonical_json import canonical, sha256_of
from simulator.store.events import SessionHead, SessionSummary, StoredEvent
from simulator.store.failures import DamageError

Row = tuple[Any, ...]

_HEAD_FIELDS = ("id", "trainee", "scenario", "seed", "started_at", "program", "mode", "manner")
_EVENT_FIELDS = ("session", "number", "parent", "kind", "at", "body", "sha256")
HEAD_COLUMNS = ", ".join(_HEAD_FIELDS)
EVENT_COLUMNS = ", ".join(_EVENT_FIELDS)


def head_row(head: SessionHead) -> Row:
    """The values of HEAD_COLUMNS."""
    return tuple(getattr(head, field) for field in _HEAD_FIELDS)


def event_row(event: StoredEvent) -> Row:
    """The values of EVENT_COLUMNS, the body as canonical JSON."""
    return tuple(canonical(event.body) if field == "body" else getattr(event, field) for field in _EVENT_FIELDS)


def to_head(row: Row, hashes: Mapping[str, str]) -> SessionHead:
    """The head in a row of HEAD_COLUMNS; DamageError where something in it cannot be."""
    try:
        return SessionHead(**dict(zip(_HEAD_FIELDS, row, strict=True)), hashes=dict(hashes))
    except (ValidationError, SimulatorError) as error:
        raise DamageError(f"session {row[0]}") from error


def to_summary(row: Row, hashes: Mapping[str, str]) -> SessionSummary:
    """The summary in a row of HEAD_COLUMNS, turns, last kind; DamageError where something in it cannot be."""
    *head, turns, last = row
    try:
        return SessionSummary(head=to_head(tuple(head), hashes), turns=turns, last=last)
    except ValidationError as error:
        raise DamageError(f"session {row[0]}") from error


def to_event(row: Row) -> StoredEvent:
    """The event in a row of EVENT_COLUMNS; DamageError where something in it cannot be."""
    values = dict(zip(_EVENT_FIELDS, row, strict=True))
    try:
        return StoredEvent(**{**values, "body": json.loads(values["body"])})
    except (ValueError, TypeError, RecursionError, StoreError) as error:
        raise DamageError(f"event {row[1]} of session {row[0]}") from error


def packed(text: str) -> bytes:
    """The text as it is kept: UTF-8, zlib."""
    return zlib.compress(text.encode())


def unpacked(sha256: str, kept: bytes) -> str:
    """The text that was packed; DamageError where its hash is another one."""
    try:
        text = zlib.decompress(kept).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise DamageError(f"content {sha256}") from error
    if sha256_of(text) != sha256:
        raise DamageError(f"content {sha256}")
    return text
