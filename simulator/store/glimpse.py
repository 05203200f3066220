"""A quick look at the sessions of a file, unchecked and read-only: enough to complete what somebody types."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from simulator.store.statements import LAST

MOST = 100
PATIENCE_SECONDS = 0.05

_NEWEST = f"""SELECT id, scenario, substr(started_at, 1, 10), trainee, coalesce(({LAST}), '')
    FROM session ORDER BY ordinal DESC LIMIT ?"""


class Glimpse(NamedTuple):
    """A session in a few words; `last` is the kind of event the talk stands at."""

    id: str
    scenario: str
    date: str
    trainee: str | None
    last: str


def glimpses(file: Path) -> list[Glimpse]:
    """The newest sessions, the latest first. sqlite3.Error where the file is none, or busy."""
    place = f"{file.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(place, timeout=PATIENCE_SECONDS, uri=True)) as connection:
        return [Glimpse(*row) for row in connection.execute(_NEWEST, (MOST,))]
