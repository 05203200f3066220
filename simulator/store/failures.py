"""What SQLite reports, as StoreErrors that say what to do."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches

from simulator.errors import StoreError

_ANOTHER = "name another file with --database or REHEARSE_DATABASE"
_BUSY = "another program is writing to it; try again in a moment or close the other program"

# By SQLite's name of the failure; the longer name is looked up before its first two words.
_ADVICE = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_NOTADB": f"it is not a database of sessions, and nothing in it was changed; {_ANOTHER}",
    "SQLITE_CORRUPT": "the file is damaged; put a copy of it back, or move it away to begin a new one",
    "SQLITE_READONLY": f"it may only be read; make the file and its folder writable, or {_ANOTHER}",
    "SQLITE_READONLY_DBMOVED": "the file was moved or deleted while it was open; put it back and start again",
    "SQLITE_FULL": "the disk is full; free some space and resume, everything answered so far is saved",
    "SQLITE_IOERR": "the disk did not read or write as it should; check it and resume",
    "SQLITE_CANTOPEN": f"it cannot be opened; it has to be a file, in a folder you may write to, or {_ANOTHER}",
    "SQLITE_PERM": f"you may not open it; ask its owner, or {_ANOTHER}",
}


class DamageError(Exception):
    """Something saved cannot be what was saved; the message names it."""


@contextmanager
def storage_errors(place: str) -> Iterator[None]:
    """Raise StoreError with the place and a remedy for every failure of SQLite and every DamageError inside."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{place}: {_advice(error)} ({error})") from error
    except DamageError as damage:
        raise StoreError(
            f"{place}: {damage} is damaged; put a copy of the file back, or delete the session"
        ) from damage
    except UnicodeEncodeError as error:
        # An argument that was no UTF-8 reaches us with half characters in it, and SQLite cannot look for them.
        raise StoreError(f"{place}: {error.object!r} holds half a character; write it in UTF-8") from error


def _advice(error: sqlite3.Error) -> str:
    # Errors that Python's own module raises carry no name.
    name: str = getattr(error, "sqlite_errorname", "")
    short = "_".join(name.split("_")[:2])
    return _ADVICE.get(name) or _ADVICE.get(short) or f"cannot be read or written; try again, or {_ANOTHER}"


def unknown(place: str, session: str, ids: Sequence[str]) -> StoreError:
    """That there is no such session among those in a place, with the one that was probably meant."""
    close = get_close_matches(session, ids, n=1)
    meant = f"did you mean {close[0]}?" if close else "`rehearse sessions` lists those there are"
    return StoreError(f"{place}: no session {session!r} here; {meant}")
