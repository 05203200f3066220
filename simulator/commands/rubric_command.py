"""`rubric`: what an author of a rubric wants to know, its smells and its table of examples."""

import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.commands.command_group import CommandGroup
from simulator.commands.completing import rubric_ids
from simulator.commands.format_option import json_option, print_json
from simulator.model.defaults import DEFAULT_RUBRIC
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.authoring.examples import Talk
    from simulator.authoring.rubric_table import Row
    from simulator.library import Library

IMPOSSIBLE = "impossible"


@click.group("rubric", cls=CommandGroup)
def command() -> None:
    """Check a rubric, and count its examples.

    \b
    rehearse rubric check motivation
    rehearse rubric table --talks my-talks/

    Examples are the walks of all scenarios that have `scores`, and the talks in folders named with --talks.
    """


_talks_option = click.option(
    "--talks",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Also the talks in this folder; may be repeated.",
)


@command.command("check", short_help="what is doubtful about rubrics")
@click.argument("rubrics", nargs=-1, metavar="[ID]...", shell_complete=rubric_ids)
@_talks_option
@json_option
def check(rubrics: tuple[str, ...], talks: tuple[Path, ...], as_json: bool) -> None:
    """What is doubtful about rubrics (without IDs, all there are): exit status 1 where there is anything.

    \b
    rehearse rubric check
    rehearse rubric check drill-reflections --talks my-talks/
    rehearse rubric check lay/rubrics/after-relapse.yaml --talks lay/talks/
    """
    from simulator.authoring.examples import examples_of
    from simulator.authoring.rubric_check import smells

    library = _around(talks)
    judged = lru_cache(lambda own: _talks(own, talks))
    found = []
    for name in rubrics or library.packs.rubrics():
        own = library.naming(name)
        one = own.rubric(name)
        found += [(one.id, smell) for smell in smells(one, examples_of(one, judged(own)))]
    if as_json:
        rows = [{"rubric": rubric, **smell._asdict()} for rubric, smell in found]
        print_json(rows)
    else:
        for rubric, smell in found:
            click.echo(f"{rubric}: {smell}")
        click.echo(counted(len(found), "finding") if found else "nothing to complain about", err=True)
    sys.exit(1 if found else 0)


@command.command("table", short_help="examples by criterion and level")
@click.argument("rubric", default=DEFAULT_RUBRIC, metavar="[ID]", shell_complete=rubric_ids)
@_talks_option
@json_option
def table(rubric: str, talks: tuple[Path, ...], as_json: bool) -> None:
    """How many examples each level of each criterion of a rubric has (peer-counseling if left out).

    \b
    rehearse rubric table
    rehearse rubric table motivation --talks my-talks/

    An example counts where its level was written down beforehand and comes out so. Exit status 1 where a level that
    can come has none, or where an example does not hold.
    """
    from simulator.authoring.examples import examples_of, proving
    from simulator.authoring.rubric_table import failures
    from simulator.authoring.rubric_table import table as table_of

    library = _around(talks).naming(rubric)
    chosen = library.rubric(rubric)
    examples = examples_of(chosen, proving(chosen, _talks(library, talks)))
    rows, failed = table_of(chosen, examples), list(failures(examples))
    if as_json:
        print_json(_as_data(chosen.id, rows, failed))
    else:
        click.echo("\n".join((*_printed(rows), *(f"does not hold: {failure}" for failure in failed))))
        click.echo(_summed_up(rows, len(failed)), err=True)
    sys.exit(1 if failed or any(row.empty for row in rows) else 0)


def _around(talks: tuple[Path, ...]) -> "Library":
    """The library with the packs that the folders of talks lie in."""
    from simulator.library import Library

    library = Library()
    for folder in reversed(talks):
        library = library.around(folder)
    return library


def _talks(library: "Library", folders: tuple[Path, ...]) -> "list[Talk]":
    """Every walk there is, and every talk in the folders."""
    from simulator.authoring.examples import walked_talks, written_talks

    return [*walked_talks(library), *(talk for folder in folders for talk in written_talks(library, folder))]


def _as_data(rubric: str, rows: tuple["Row", ...], failed: list[str]) -> dict[str, Any]:
    """Counts by level; null where a level is impossible."""
    criteria = [{"criterion": row.criterion, "area": row.area, **row.counts} for row in rows]
    return {"rubric": rubric, "criteria": criteria, "failures": failed}


def _printed(rows: tuple["Row", ...]) -> Iterator[str]:
    width = max(len(row.criterion) for row in rows)
    yield f"{'':{width}}" + "".join(f"{level.replace('_', ' '):>12}" for level in rows[0].counts)
    for row in rows:
        cells = (IMPOSSIBLE if count is None else str(count) for count in row.counts.values())
        yield f"{row.criterion:{width}}" + "".join(f"{cell:>12}" for cell in cells)


def _summed_up(rows: tuple["Row", ...], failed: int) -> str:
    empty = sum(len(row.empty) for row in rows)
    told = f"{counted(empty, 'level')} without an example" if empty else "every level has an example"
    wrong = "1 example does not hold" if failed == 1 else f"{failed} examples do not hold"
    return f"{told}; {wrong}" if failed else told
