"""`export`: sessions for spreadsheets, statistics and learning record stores."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.commands.completing import session_ids
from simulator.commands.database_option import (
    LAST,
    database_option,
    opened_store,
    some_sessions,
    wanted_session,
)
from simulator.commands.one_by_one import FromEach, from_each_session
from simulator.commands.output import output_option, save_noted
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.exporting.tables import Table
    from simulator.model.debrief import Debrief
    from simulator.store.protocol import Store

FORMATS = ("csv", "jsonl", "parquet", "xapi")
TABLES = ("turns", "messages", "criteria", "forms")


class Options(NamedTuple):
    """The command line as it was typed."""

    sessions: tuple[str, ...]
    every: bool
    format: str
    what: "Table | None"
    file: Path | None
    home_page: str | None
    database: str | None


@click.command("export")
@click.argument("sessions", metavar="[SESSION]...", nargs=-1, shell_complete=session_ids)
@click.option("--all", "every", is_flag=True, help="Every session.")
@click.option("--format", type=click.Choice(FORMATS), default="csv", show_default=True)
@click.option(
    "--what", type=click.Choice(TABLES), help="One row for each of these (else turns; whole sessions in JSONL)."
)
@output_option
@click.option(
    "--home-page", metavar="IRI", help="Where trainees' codes come from, for xAPI: an address of your service."
)
@database_option
def command(**options: Any) -> None:
    """Write SESSIONs (the last one if left out) for other programs.

    \b
    rehearse export --all --what criteria -o levels.csv
    rehearse export k7mq-2xdr --format jsonl -o session.jsonl
    rehearse export --all --format parquet --what turns -o turns.parquet
    rehearse export --all --format xapi --home-page https://lrs.example.org -o statements.json

    CSV: a text that a spreadsheet could take for a formula gets an apostrophe before it; `import` takes it away again.
    JSONL without --what has everything of a session in a line. xAPI: one statement a turn, a criterion, a form and a
    session; exported again, they have the same ids. Parquet needs `pip install 'rehearse[export]'`.
    A file that was written is remembered: `forget` and `purge` delete it with the session. A session that cannot be
    read is named and left out, and the exit status is not 0.
    """
    chosen = Options(**options)
    _refuse_nonsense(chosen)
    wanted = _wanted(chosen)
    with opened_store(chosen.database) as store:
        debriefs, failed = _debriefs(store, wanted)
        if debriefs:
            _hand_out(debriefs, store, chosen)
    sys.exit(failed)


def _hand_out(debriefs: "list[Debrief]", store: "Store", options: Options) -> None:
    content = _written(debriefs, options)
    file = options.file
    if file is None:
        sys.stdout.buffer.write(content)
        return
    save_noted(store, [debrief.header.session or "" for debrief in debriefs], file, content)
    click.echo(f"{counted(len(debriefs), 'session')} written to {file}", err=True)


def _refuse_nonsense(options: Options) -> None:
    home, chosen = options.home_page, options.format
    if options.every and options.sessions:
        raise click.UsageError(f"--all is every session; leave out {options.sessions[0]}, or --all")
    if chosen == "xapi" and options.what:
        raise click.UsageError("--what is for tables; xAPI statements are about everything: leave it out")
    if home is not None and (chosen != "xapi" or not home.startswith(("https://", "http://")) or " " in home):
        raise click.UsageError("--home-page is for --format xapi and begins with https://, such as https://example.org")
    if chosen == "parquet" and options.file is None:
        raise click.UsageError("Parquet is no text for a terminal; name a file with -o")


def _wanted(options: Options) -> Sequence[str]:
    if options.every:
        return [one.head.id for one in some_sessions(options.database)]
    return list(dict.fromkeys(wanted_session(one, options.database) for one in options.sessions or (LAST,)))


def _debriefs(store: "Store", sessions: Sequence[str]) -> "FromEach[Debrief]":
    from simulator.records.own_content import OwnContent
    from simulator.records.stored_talk import stored_talk

    content = OwnContent(store)
    return from_each_session(sessions, lambda session: stored_talk(store, session, content).debrief())


def _written(debriefs: "list[Debrief]", options: Options) -> bytes:
    """The whole content of the file. SimulatorError where the format needs what is not installed."""
    from simulator.exporting.tables import columns, table_rows

    table = options.what or "turns"
    match options.format:
        case "xapi":
            from simulator.exporting.to_xapi import HOME, to_xapi

            return to_xapi(debriefs, options.home_page or HOME).encode()
        case "parquet":
            from simulator.exporting.to_parquet import to_parquet

            return to_parquet(columns(table), table_rows(table, debriefs))
        case "jsonl":
            from simulator.exporting.to_jsonl import rows_to_jsonl, sessions_to_jsonl

            lines = rows_to_jsonl(table_rows(table, debriefs)) if options.what else sessions_to_jsonl(debriefs)
            return lines.encode()
    from simulator.exporting.to_csv import to_csv
    from simulator.render.visible import visible

    # Spreadsheets take a file for UTF-8 only where it begins with the mark.
    encoding = "utf-8-sig" if options.file else "utf-8"
    return to_csv(columns(table), table_rows(table, debriefs), visible).encode(encoding)
