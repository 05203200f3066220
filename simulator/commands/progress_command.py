"""`progress`: how a trainee, or a group of them, comes along over time."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.configured import configured
from simulator.commands.database_option import database_option, opened_store
from simulator.commands.one_by_one import gists_of
from simulator.commands.output import Output, output_options, printed, write_out

if TYPE_CHECKING:
    from simulator.model.progress import Cohort, Progress
    from simulator.store.events import SessionSummary


@click.command("progress")
@click.argument("trainee", required=False)
@click.option(
    "--cohort",
    "group",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="A group instead: a file with one trainee's code a line.",
)
@output_options
@database_option
def command(trainee: str | None, group: Path | None, database: str | None, output: Output) -> None:
    """How TRAINEE (a code) comes along: levels over time, first against latest, practice time, own ratings.

    \b
    rehearse progress
    rehearse progress t-07 --format html -o t-07.html
    rehearse progress --cohort spring.txt

    A level that a supervisor set otherwise counts, and is marked. Without TRAINEE it is whoever plays on this computer.
    """
    if trainee and group:
        raise click.UsageError("one trainee or a group; leave out one of the two")
    from simulator.desk.progress import cohort, progress

    codes = _codes(group) if group else []
    with opened_store(database) as store:
        summaries = store.sessions()
        wanted: Sequence[str | None] = codes or [_whose(trainee, summaries)]
        gists = gists_of(store, [one for one in summaries if one.head.trainee in wanted])
    _hand_out(cohort(codes, gists.found) if codes else progress(wanted[0], gists.found), output)
    sys.exit(gists.failed)


def _codes(file: Path) -> list[str]:
    """The codes in a file; blank lines and what follows # are passed over. UsageError for what is no code."""
    from simulator.model.trainee import CODE, CODE_RULE

    rows = [row.partition("#")[0].strip() for row in file.read_text(encoding="utf-8", errors="replace").splitlines()]
    for number, row in enumerate(rows, start=1):
        if row and not CODE.fullmatch(row):
            raise click.UsageError(f"{file}:{number}: a code, never a name, stands on each line; {CODE_RULE}")
    if not any(rows):
        raise click.UsageError(f"{file}: there is no code in it; write one a line, such as t-07")
    return [row for row in rows if row]


def _whose(trainee: str | None, summaries: "tuple[SessionSummary, ...]") -> str | None:
    """The trainee that was named or configured, else the only one there is. UsageError where that is not clear."""
    there = {summary.head.trainee for summary in summaries}
    named: str | None = trainee or configured("trainee")
    if named is None and len(there) <= 1:
        return next(iter(there), None)
    if named not in there:
        codes = sorted(code for code in there if code)
        known = f"there are {', '.join(codes)}" if codes else "no session here has a code"
        told = f'no session of "{named}" here' if named else "whose progress? There are several trainees here"
        raise click.UsageError(f"{told}; {known}")
    return named


def _hand_out(found: "Progress | Cohort", output: Output) -> None:
    from simulator.desk.progress_page import cohort_page, progress_page
    from simulator.model.progress import Cohort

    if output.format == "json":
        text = json.dumps(found.model_dump(mode="json")) + "\n"
    else:
        text = printed(cohort_page(found) if isinstance(found, Cohort) else progress_page(found), output)
    write_out(text, output.file)
