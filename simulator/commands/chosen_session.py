"""Which recording `play` goes to work on: a new one, or one that was left."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from simulator.commands.database_option import LAST
from simulator.commands.writing import claimed, new_session_id, utc_now

if TYPE_CHECKING:
    from simulator.model.manner import Manner
    from simulator.records.recording import Recording
    from simulator.store.events import Mode
    from simulator.store.protocol import Store

SEED_BYTES = 4


class Wish(NamedTuple):
    """What the command line asks for; the session is an id, or `last` for the latest that is not over."""

    scenario: str | None
    session: str | None
    seed: int | None
    trainee: str | None
    mode: "Mode"
    manner: "Manner"


@contextmanager
def chosen(store: "Store", wish: Wish) -> "Iterator[Recording]":
    """The recording, with this process as its only writer. Raises StoreError while another process plays it."""
    from simulator.records.recording import resume

    begun = _begun(store, wish) if wish.session is None else None
    session = begun.head.id if begun else _left(store, wish)
    with claimed(store, session):
        yield begun or resume(store, session)


def _begun(store: "Store", wish: Wish) -> "Recording":
    """A new session, in the store."""
    from simulator.library import Library
    from simulator.records.recording import Beginning, begin
    from simulator.store.codes import trainee_code

    trainee = trainee_code(wish.trainee) if wish.trainee is not None else None
    library = Library().for_scenario(wish.scenario)
    frozen = library.frozen(wish.scenario or "")
    seed = int.from_bytes(os.urandom(SEED_BYTES), "big") if wish.seed is None else wish.seed
    beginning = Beginning(new_session_id(), trainee, utc_now(), seed, wish.mode, wish.manner)
    return begin(store, frozen, library.readers(frozen.scenario.language), beginning)


def _left(store: "Store", wish: Wish) -> str:
    """The id of a session that can be gone on with."""
    wish = wish._replace(scenario=_id_of(wish.scenario))
    if wish.session != LAST:
        return _named(store, wish)
    open_ones = [one.head for one in store.sessions() if not one.is_over]
    fitting = [head for head in open_ones if wish.scenario in (None, head.scenario)]
    if not fitting:
        of_it = f" of {wish.scenario}" if wish.scenario else ""
        raise click.UsageError(f"no session{of_it} waits to be gone on with; begin one without --resume")
    return fitting[-1].id


def _id_of(scenario: str | None) -> str | None:
    """The id of a scenario that may be named by its file."""
    from simulator.library import Library
    from simulator.loader.named_file import YAML

    return Library().scenario(scenario).id if scenario and Path(scenario).suffix in YAML else scenario


def _named(store: "Store", wish: Wish) -> str:
    summary = store.summary(wish.session or "")
    if summary.is_over:
        over = f"session {wish.session} is over; `rehearse debrief {wish.session}` shows its debrief"
        raise click.UsageError(over)
    if wish.scenario not in (None, summary.head.scenario):
        raise click.UsageError(
            f"session {wish.session} plays {summary.head.scenario}, not {wish.scenario}; name only one"
        )
    return summary.head.id
