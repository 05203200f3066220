"""`purge`: sessions that are old enough to go."""

import re
from datetime import UTC, datetime, timedelta

import click

from simulator.commands.database_option import database_option, opened_store, sessions_so_far
from simulator.commands.forgetting import forgotten, yes_option

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_AGE = re.compile(r"([1-9][0-9]{0,4})([dwmy])")


def _age(context: click.Context, option: click.Parameter, value: str) -> timedelta:
    found = _AGE.fullmatch(value.strip().lower())
    if not found:
        words = f"{value!r} is no age; write a number and d, w, m (30 days) or y (365), such as 90d"
        raise click.BadParameter(words)
    return timedelta(days=int(found[1]) * _DAYS[found[2]])


@click.command("purge")
@click.option("--older-than", "age", required=True, callback=_age, metavar="AGE", help="90d, 12w, 6m (of 30 days), 1y.")
@click.option("--dry-run", is_flag=True, help="Only list them.")
@yes_option
@database_option
def command(age: timedelta, dry_run: bool, yes: bool, database: str | None) -> None:
    """Delete the sessions that were begun longer ago than an age, and the exports and bundles made of them.

    \b
    rehearse purge --older-than 1y --dry-run
    rehearse purge --older-than 90d

    Nothing is ever deleted unless somebody asks for it.
    """
    began = ((one.head, datetime.fromisoformat(one.head.started_at)) for one in sessions_so_far(database))
    old = [head for head, when in began if datetime.now(UTC) - when > age]
    for head in old:
        click.echo(f"{head.id}  {head.started_at[:10]}  {head.scenario or 'no scenario'}, {head.trainee or 'no code'}")
    if not old or dry_run:
        click.echo("nothing was deleted" if old else "no session is as old as that")
        return
    with opened_store(database) as store:
        forgotten(store, [head.id for head in old], f"Delete these {len(old)}? They cannot be brought back", yes)
    click.echo(f"{len(old)} deleted")
