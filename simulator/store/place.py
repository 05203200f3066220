"""Where the sessions are kept, and how that place is made private."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs

from simulator.errors import StoreError

VARIABLE = "REHEARSE_DATABASE"
FILE_NAME = "sessions.sqlite3"


def database_path(option: str | None, environment: Mapping[str, str]) -> Path:
    """The option, or else REHEARSE_DATABASE, or else the user's data folder; links are followed."""
    chosen = option or environment.get(VARIABLE)
    try:
        path = Path(chosen).expanduser() if chosen else platformdirs.user_data_path("rehearse", False) / FILE_NAME
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"{chosen!r} cannot be a file: {error}; give a path with --database or {VARIABLE}") from error


def make_private_file(path: Path) -> None:
    """Create the file (0600) and the folders missing above it (0700); what exists keeps its permissions."""
    try:
        with _private():
            path.parent.mkdir(parents=True, exist_ok=True)
            # Only a new file is opened here: closing any descriptor of a database drops this process's locks on it.
            with suppress(FileExistsError):
                os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(
            f"{path}: cannot be created: {reason}; choose a place you may write to with --database or {VARIABLE}"
        ) from error


@contextmanager
def _private() -> Iterator[None]:
    # mkdir applies its mode to the last folder only; the umask reaches those above it too.
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
