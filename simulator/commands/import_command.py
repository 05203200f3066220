"""`import`: conversations from elsewhere become sessions, without names and personal data."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.commands.completing import trainee_codes
from simulator.commands.database_option import database_option, opened_store, store_place
from simulator.commands.format_option import json_option, print_json
from simulator.commands.intake_options import intake_options
from simulator.commands.one_by_one import from_each
from simulator.commands.talk_content import TalkContent
from simulator.commands.writing import utc_now
from simulator.errors import SimulatorError
from simulator.listing import some_of
from simulator.render.counting import counted
from simulator.render.visible import in_one_line

if TYPE_CHECKING:
    from simulator.records.intake import Intake, TakenIn
    from simulator.store.events import SessionSummary

MOST_NUMBERS = 12
"""Numbers of messages told one by one."""


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--trainee", metavar="CODE", shell_complete=trainee_codes, help="Whose talks these are: a code, never a name."
)
@click.option(
    "--write-speakers", "draft", metavar="FILE", type=click.Path(path_type=Path), help="Only write who speaks, to edit."
)
@click.option("--dry-run", is_flag=True, help="Only report what would be replaced; store nothing.")
@intake_options
@json_option
@database_option
def command(
    files: tuple[Path, ...],
    trainee: str | None,
    draft: Path | None,
    dry_run: bool,
    scenario: str | None,
    rubric: str | None,
    intake: "Intake",
    as_json: bool,
    database: str | None,
) -> None:
    """Store each conversation in a FILE as a session of a trainee, for debriefs, review and progress.

    \b
    rehearse import result.json --write-speakers speakers.yaml
    rehearse import result.json --speakers speakers.yaml --trainee K7
    rehearse import "WhatsApp Chat.txt" --counselor Oleg --trainee K7 --dry-run
    rehearse import role-play.csv --trainee K7 --scenario ira-hiv-test

    The files are those `score` reads. Names become codes, and phones, e-mails, links, handles, addresses and numbers of
    cards, accounts and documents become placeholders before anything is stored. Look through the words yourself too:
    no program finds everything. Exit status 1 where a talk is here already.
    """
    if draft is not None:
        _write_draft(files, draft, intake)
        return
    from simulator.store.codes import trainee_code

    if trainee is None:
        raise click.UsageError("whose talks are these? name a code with --trainee, such as --trainee K7")
    importer = _Importer(trainee_code(trainee), intake, TalkContent(scenario, rubric), database, dry_run)

    def told(path: Path) -> bool:
        row = importer.bring_in(path)
        if as_json:
            print_json(row)
        else:
            click.echo("\n".join(_shown(row)))
        return bool(row["already"])

    already, failed = from_each(files, told)
    sys.exit(failed or int(any(already)))


class _Importer(NamedTuple):
    """Brings one file after another in."""

    trainee: str
    intake: "Intake"
    content: TalkContent
    database: str | None
    dry_run: bool

    def bring_in(self, path: Path) -> dict[str, Any]:
        """What became of the file. ContentError where it is no conversation."""
        from simulator.records.imported_talk import Arrival, store_talk, talk_id

        taken, content = self.content.take_in(path, self.intake)
        session = talk_id(taken.transcript)
        there = _finished(session, self.database)
        if there is None and not self.dry_run:
            with opened_store(self.database) as store:
                store_talk(store, taken.transcript, content, Arrival(self.trainee, taken.began or utc_now()))
        row = _row(taken, session if there or not self.dry_run else None)
        return {**row, "already": there is not None, "trainee": there.head.trainee if there else self.trainee}


def _finished(session: str, database: str | None) -> "SessionSummary | None":
    """The session where all of it is here already. No database is made for it."""
    if not store_place(database).exists():
        return None
    with opened_store(database) as store:
        there = store.summary(session) if store.has_session(session) else None
    return there if there and there.is_over else None


def _write_draft(files: tuple[Path, ...], draft: Path, intake: "Intake") -> None:
    from simulator.records.intake import read_talk, speakers_draft

    if len(files) != 1:
        raise click.UsageError("--write-speakers is for one FILE; leave out the others")
    text = speakers_draft(read_talk(files[0], intake), intake)
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise SimulatorError(f"{draft}: it is there already, and stays as it is; name another file") from None
    except OSError as wrong:
        raise SimulatorError(f"{draft}: cannot be written ({wrong.strerror}); name another file") from None
    click.echo(f"{draft} says who speaks; look through it, then import with --speakers {draft}")


def _row(taken: "TakenIn", session: str | None) -> dict[str, Any]:
    report = taken.report
    return {
        "session": session,
        "file": taken.file,
        "form": report.form,
        "messages": report.messages,
        "turns": len(taken.transcript.turns),
        "replaced": [one.model_dump(mode="json") for one in report.kinds],
        "careful_names": report.careful,
    }


def _shown(row: dict[str, Any]) -> list[str]:
    what = f"{counted(row['messages'], 'message')} ({row['form']}), {counted(row['turns'], 'counselor turn')}"
    rows = [f"{row['session'] or 'not stored'}  {in_one_line(row['file'])}: {what}"]
    if row["already"]:
        whose = f" of {row['trainee']}" if row["trainee"] else ""
        rows.append(f"  the same words are here already as session {row['session']}{whose}; nothing was stored")
    rows += [f"  {_replaced(one)}" for one in row["replaced"]] or ["  nothing in it had to be replaced"]
    if row["careful_names"]:
        rows.append(
            f"  {row['careful_names']} of the names are everyday words too: replaced only where a capital letter shows "
            "a name; put one under `also` in the speakers file to replace it everywhere"
        )
    return rows


def _replaced(one: dict[str, Any]) -> str:
    numbers = some_of(map(str, one["messages"]), MOST_NUMBERS)
    return f"replaced: {one['kind']}, {counted(one['count'], 'time')} (message {numbers})"
