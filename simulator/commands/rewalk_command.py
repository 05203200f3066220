"""`rewalk`: a session as a walk, so that what was played once is a test of its scenario from now on."""

from typing import TYPE_CHECKING

import click

from simulator.commands.completing import scenario_ids, session_ids
from simulator.commands.database_option import LAST, database_option, opened_store, wanted_session
from simulator.errors import ContentError
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.model.scenario import Scenario


@click.command("rewalk")
@click.argument("session", default=LAST, shell_complete=session_ids)
@click.option(
    "--scenario",
    metavar="ID_OR_FILE",
    shell_complete=scenario_ids,
    help="The scenario as it is in this file (else the one of the same id).",
)
@click.option("--id", "name", metavar="NAME", help="What the walk is called (else after the session).")
@database_option
def command(session: str, scenario: str | None, name: str | None, database: str | None) -> None:
    """A SESSION (the last one if left out) as a walk: its words, and what they lead to by the scenario of today.

    \b
    rehearse rewalk
    rehearse rewalk k7mq-2xdr --scenario my-scenarios/lena.yaml >> my-scenarios/lena.walks.yaml

    Each step has the state it leads to and the topics, facts and moves that are heard; the client's words stand beside
    it as comments. Read it through, take out what does not matter, and mend what should have come instead. Personal
    data was replaced when the words were stored, but first names stay.
    """
    from simulator.authoring.rewalk import rewalked
    from simulator.library import Library
    from simulator.script import Script
    from simulator.store.lines import current_line

    wanted = wanted_session(session, database)
    with opened_store(database) as store:
        head, line = store.head(wanted), current_line(store.events(wanted))
    if head.is_imported:
        raise ContentError(f"session {wanted} was held elsewhere; only a talk that was played here can be a walk")
    if not any(event.kind == "turn" for event in line):
        raise ContentError(f"session {wanted} has no turn yet; a walk needs one")
    library = Library().for_scenario(scenario or head.scenario)
    todays = library.scenario(scenario or head.scenario)
    _same(todays, head.scenario)
    found = rewalked(Script(todays, library.readers(todays.language)), head.seed, line)
    click.echo(found.text(name or f"session-{wanted}", head.seed), nl=False)
    if found.left_out:
        turns = counted(found.left_out, "turn")
        click.echo(f"rehearse: by today's scenario the talk is over before its last {turns}", err=True)


def _same(todays: "Scenario", played: str) -> None:
    if todays.id != played:
        raise ContentError(f"the session plays {played}, not {todays.id}; name a file of that scenario")
