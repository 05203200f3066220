"""`verify`: whether a session, a bundle or a debrief is what its words make of it."""

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.bundle_reading import read_bundle
from simulator.commands.completing import session_ids
from simulator.commands.database_option import LAST, database_option, opened_store, wanted_session
from simulator.commands.format_option import json_option, print_json
from simulator.errors import ContentError
from simulator.render.visible import in_one_line

if TYPE_CHECKING:
    from simulator.model.debrief import Debrief
    from simulator.records.verifying import Check


@click.command("verify")
@click.argument("what", default=LAST, shell_complete=session_ids)
@click.option("--bundle", type=click.Path(path_type=Path), help="The bundle with the session that a debrief is about.")
@json_option
@database_option
def command(what: str, bundle: Path | None, as_json: bool, database: str | None) -> None:
    """Make the debrief of a session again from its words, and report any difference. Exit status 1 where there is one.

    \b
    rehearse verify
    rehearse verify monday.rehearse
    rehearse debrief k7mq-2xdr --json -o debrief.json && rehearse verify debrief.json

    WHAT is a session (the last one if left out), a bundle, or a debrief as `debrief --json` writes it.
    """
    given = _debrief(Path(what)) if what.endswith(".json") else None
    file = bundle or (Path(what) if given is None and Path(what).is_file() else None)
    checks = _of_bundle(file, given) if file else _of_session(what, given, database)
    _told(checks, as_json)
    sys.exit(int(any(check.wrong for check in checks)))


def _of_bundle(file: Path, given: "Debrief | None") -> "Sequence[Check]":
    from simulator.records.verifying import verified
    from simulator.store.merging import merged
    from simulator.store.sqlite_store import open_in_memory

    bundle = read_bundle(file)
    with closing(open_in_memory()) as store:
        merged(store, bundle)
        return verified(store, bundle.head.id, given)


def _of_session(what: str, given: "Debrief | None", database: str | None) -> "Sequence[Check]":
    from simulator.records.verifying import verified

    session = given.header.session or "" if given else wanted_session(what, database)
    with opened_store(database) as store:
        return verified(store, session, given)


def _debrief(path: Path) -> "Debrief":
    from pydantic import ValidationError

    from simulator.model.debrief import Debrief

    try:
        debrief = Debrief.model_validate_json(path.read_bytes())
    except OSError as wrong:
        raise ContentError(f"{path}: cannot be read ({wrong.strerror}); give what `debrief --json` wrote") from None
    except ValidationError:
        raise ContentError(f"{path}: it is no debrief of this version; give what `debrief --json` wrote") from None
    if debrief.header.session is None:
        raise ContentError(f"{path}: it is about a file, not a session; `rehearse score` judges that file again")
    return debrief


def _told(checks: "Sequence[Check]", as_json: bool) -> None:
    if as_json:
        print_json([check.model_dump(mode="json") for check in checks])
        return
    for check in checks:
        click.echo(in_one_line(f"NOT SO: {check.what}: {check.wrong}" if check.wrong else f"yes: {check.what}"))
