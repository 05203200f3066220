"""`sessions`: what was played on this computer, and taking it away."""

from typing import TYPE_CHECKING, Any

import click

from simulator.commands.command_group import CommandGroup
from simulator.commands.completing import session_ids
from simulator.commands.database_option import database_option, opened_store, sessions_so_far, wanted_session
from simulator.commands.forgetting import forgotten, yes_option
from simulator.commands.format_option import json_option, print_json
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.store.events import SessionSummary


@click.group("sessions", cls=CommandGroup, invoke_without_command=True)
@json_option
@database_option
@click.pass_context
def command(context: click.Context, as_json: bool, database: str | None) -> None:
    """Your sessions on this computer, the latest last.

    \b
    rehearse sessions
    rehearse sessions delete k7mq-2xdr
    """
    context.obj = database
    if context.invoked_subcommand is not None:
        return
    summaries = sessions_so_far(database)
    if as_json:
        print_json(list(map(_row, summaries)))
    else:
        click.echo("\n".join(map(_shown, summaries)) or "no session yet; rehearse play begins one")


@command.command("delete")
@click.argument("session", metavar="ID", shell_complete=session_ids)
@yes_option
@database_option
@click.pass_obj
def delete(above: str | None, session: str, yes: bool, database: str | None) -> None:
    """Take away the session with this ID: its words, its times, content nothing else needs, exports made of it.

    \b
    rehearse sessions delete k7mq-2xdr
    """
    place = database or above
    wanted = wanted_session(session, place)
    with opened_store(place) as store:
        forgotten(store, [wanted], f"Delete session {wanted}? It cannot be brought back", yes)
    click.echo(f"session {wanted} is deleted")


def _row(summary: "SessionSummary") -> dict[str, Any]:
    head = summary.head
    return {
        "session": head.id,
        "scenario": head.scenario,
        "trainee": head.trainee,
        "started_at": head.started_at,
        "turns": summary.turns,
        "state": "imported" if head.is_imported else summary.state,
        "seed": head.seed,
    }


def _shown(summary: "SessionSummary") -> str:
    row = _row(summary)
    turns = counted(row["turns"], "turn")
    trainee = f", {row['trainee']}" if row["trainee"] else ""
    started = row["started_at"][:16].replace("T", " ")
    return f"{row['session']}  {started} UTC  {row['scenario'] or 'no scenario'}, {turns}, {row['state']}{trainee}"
