"""What took long to work out, as text in the user's cache folder: a file each, found by all that it follows from.

Format 2 (since 0.1.0): a line with the SHA-256 of the rest, then the rest; the file's name is a hash of what it was
made from. Whatever is wrong with a kept text, it is as if there were none; whoever cannot write does without.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from simulator import __version__

FORMAT = 2

MOST_KEPT = {"codebook": 4, "coder": 8}
MOST_OF_OTHERS = 64
"""Files of a kind; the oldest make room. A codebook is some megabytes, a scenario some kilobytes."""

MADE_BY = ("coder", "loader", "model")
"""The packages whose code decides what is kept."""


def folder() -> Path:
    """Where this user's caches are."""
    from platformdirs import user_cache_path

    return user_cache_path("rehearse")


class CacheEntry(NamedTuple):
    """A text on disk, and its SHA-256 as it was written."""

    path: Path
    sha256: str

    def text(self) -> str | None:
        """The text; None where it is gone or damaged, and then it goes: the next run keeps a new one."""
        with suppress(OSError):
            raw = self.path.read_bytes().partition(b"\n")[2]
            if hashlib.sha256(raw).hexdigest() == self.sha256:
                return raw.decode()
            self.path.unlink()
        return None


def find(kind: str, made_from: str) -> CacheEntry | None:
    """What was kept of this kind for exactly this; its text is not read yet."""
    path = _path(kind, made_from)
    with suppress(OSError, ValueError), path.open("rb") as file:
        first = file.readline(65).decode("ascii")
        if len(first) == 65 and first[-1] == "\n":
            return CacheEntry(path, first[:-1])
    return None


def keep(kind: str, made_from: str, text: str) -> None:
    """Keep a text for the next run; nothing happens where that is not possible."""
    with suppress(OSError, ValueError):
        raw = text.encode()
        path = _path(kind, made_from)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Another process may be reading: the file changes in one go or not at all.
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{kind}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(raw).hexdigest().encode() + b"\n" + raw)
            os.replace(made, path)
        except OSError:
            os.unlink(made)
        _make_room(kind)


def fingerprint(paths: Iterable[Path]) -> str:
    """A hash over the names and contents of files; one that cannot be read counts as empty, for loading it tells."""
    return hash_of((path.name, _raw(path)) for path in paths)


def hash_of(files: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 over names and contents."""
    digest = hashlib.sha256()
    for name, raw in files:
        digest.update(f"{name}\n{len(raw)}\n".encode(errors="surrogateescape"))
        digest.update(raw)
    return digest.hexdigest()


def _raw(path: Path) -> bytes:
    with suppress(OSError):
        return path.read_bytes()
    return b""


def _make_room(kind: str) -> None:
    paths = sorted(folder().glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in paths[MOST_KEPT.get(kind, MOST_OF_OTHERS) :]:
        path.unlink()


def _path(kind: str, made_from: str) -> Path:
    key = hashlib.sha256(f"{FORMAT} {__version__} {_program()} {made_from}".encode()).hexdigest()
    return folder() / f"{kind}-{key[:24]}"


@cache
def _program() -> str:
    """What tells this program's code from other code of the same version, as Python itself judges compiled modules."""
    package = Path(__file__).resolve().parent.parent
    stats = ((path, path.stat()) for part in MADE_BY for path in sorted((package / part).rglob("*.py")))
    return " ".join(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in stats)
