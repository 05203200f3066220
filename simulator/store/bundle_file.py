"""A session in one file, to be handed from one computer to another. Format 1: a JSON document, gzip, and age around it.

History: 1 is the first. The age format (age-encryption.org/v1, passphrase) needs the package pyrage.
"""

import gzip
import json
import zlib
from importlib import import_module
from types import ModuleType
from typing import Literal

from pydantic import ValidationError

from simulator.errors import ContentError, SimulatorError
from simulator.model.noun import Noun
from simulator.store.canonical_json import canonical, sha256_of
from simulator.store.chain import verify_chain
from simulator.store.events import SessionHead, StoredEvent
from simulator.store.protocol import Store

MOST_BYTES = 100_000_000
"""No session with its content is longer, unpacked; what is has been made to fill a memory."""

_AGE = b"age-encryption.org/v1"


class Bundle(Noun):
    """A session as it is stored, and the content it is frozen to, each text under its SHA-256."""

    format: Literal[1] = 1
    head: SessionHead
    events: tuple[StoredEvent, ...]
    content: dict[str, str]


def bundled(store: Store, session: str) -> Bundle:
    """A session of the store. Raises StoreError where it is not there."""
    head = store.head(session)
    content = {sha256: store.content(sha256) for sha256 in head.hashes.values()}
    return Bundle(head=head, events=store.events(session), content=content)


def to_bytes(bundle: Bundle) -> bytes:
    """The bytes of a file; the same bundle always gives the same."""
    return gzip.compress(canonical(bundle.model_dump(mode="json")).encode(), mtime=0)


def to_bundle(data: bytes) -> Bundle:
    """The bundle in the bytes of a file. ContentError where it is none, or anything in it was changed."""
    try:
        bundle = Bundle.model_validate(json.loads(_inflated(data)))
    except (ValidationError, ValueError, zlib.error, RecursionError, SimulatorError):
        raise ContentError("it is no bundle of this version; make one with `rehearse bundle`") from None
    broken = verify_chain(bundle.head, bundle.events)
    if broken:
        raise ContentError(f"it was changed after it was made: {broken.what}; ask for it again")
    if any(sha256_of(text) != sha256 for sha256, text in bundle.content.items()):
        raise ContentError("it was changed after it was made: content of another hash; ask for it again")
    if not bundle.content.keys() >= set(bundle.head.hashes.values()):
        raise ContentError("some of the session's content is missing in it; ask for it again")
    return bundle


def is_locked(data: bytes) -> bool:
    """Whether a passphrase is needed to open it."""
    return data.startswith(_AGE)


def locked(data: bytes, passphrase: str) -> bytes:
    """The data encrypted in the age format. SimulatorError where the package for it is not installed."""
    return bytes(_age().encrypt(data, passphrase))


def unlocked(data: bytes, passphrase: str) -> bytes:
    """The data of an age file. ContentError where the passphrase is another one."""
    age = _age()
    try:
        return bytes(age.decrypt(data, passphrase))
    except Exception:  # pyrage's own error derives from nothing narrower
        raise ContentError("this passphrase does not open it; ask whoever made it") from None


def _age() -> ModuleType:
    try:
        return import_module("pyrage").passphrase  # type: ignore[no-any-return]
    except ImportError:
        raise SimulatorError("locking a bundle needs the package pyrage: pip install 'rehearse[bundle]'") from None


def _inflated(data: bytes) -> bytes:
    opened = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    text = opened.decompress(data, MOST_BYTES)
    if not opened.eof:
        raise ValueError("more than fits, or cut off")
    return text
