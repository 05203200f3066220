"""`rewalk`: a session as a walk, so that what was played once is a test of its scenario from now on."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from simulator.commands.completing import scenario_ids, session_ids
from simulator.commands.database_option import LAST, database_option, opened_store, wanted_session
from simulator.errors import ContentError
from simulator.loader.packs import walks_beside
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.script import Script
    from simulator.store.events import SessionHead
    from simulator.store.protocol import Store

OTHER = "this is {} as it ships today, and the talk was played with another text of it; name your file with --scenario"
KEPT = "{} is none of those that ship: this is how it was when it was played; name your file of today with --scenario"


class Content(NamedTuple):
    """The scenario to walk by, whether this is its first walk, and what the author has to know about it."""

    script: "Script"
    is_first: bool
    note: str | None


@click.command("rewalk")
@click.argument("session", default=LAST, shell_complete=session_ids)
@click.option(
    "--scenario",
    metavar="ID_OR_FILE",
    shell_complete=scenario_ids,
    help="The scenario as it is in this file (else the one of the same id, else as it was played).",
)
@click.option("--id", "name", metavar="NAME", help="What the walk is called (else after the session).")
@database_option
def command(session: str, scenario: str | None, name: str | None, database: str | None) -> None:
    """A SESSION (the last one if left out) as a walk: its words, and what they lead to by the scenario of today.

    \b
    rehearse rewalk
    rehearse rewalk k7mq-2xdr --scenario my-scenarios/lena.yaml >> my-scenarios/lena.walks.yaml

    Each step has the state it leads to and the topics, facts and moves that are heard; the client's words stand beside
    it as comments. Where the scenario has no walks yet, the lines that their file begins with come first. Read it
    through, take out what does not matter, and mend what should have come instead. Personal data was replaced when the
    words were stored, but first names stay.
    """
    from simulator.authoring.rewalk import file_head, rewalked
    from simulator.store.lines import current_line

    wanted = wanted_session(session, database)
    with opened_store(database) as store:
        head, line = store.head(wanted), current_line(store.events(wanted))
        if head.is_imported:
            raise ContentError(f"session {wanted} was held elsewhere; only a talk that was played here can be a walk")
        if not any(event.kind == "turn" for event in line):
            raise ContentError(f"session {wanted} has no turn yet; a walk needs one")
        played = _todays(head, scenario) or _as_played(store, head)
    found = rewalked(played.script, head.seed, line)
    click.echo(
        (file_head(head.scenario) if played.is_first else "") + found.text(name or f"session-{wanted}", head.seed),
        nl=False,
    )
    if played.note:
        click.echo(f"rehearse: {played.note}", err=True)
    if found.left_out:
        turns = counted(found.left_out, "turn")
        click.echo(f"rehearse: by today's scenario the talk is over before its last {turns}", err=True)


def _todays(head: "SessionHead", wanted: str | None) -> Content | None:
    """The scenario of today; None where no file is named and none of this id is known."""
    from simulator.library import Library
    from simulator.script import Script

    library = Library()
    if wanted is None and head.scenario not in library.packs.scenarios():
        return None
    path = library.scenario_path(wanted or head.scenario)
    library = library.around(path)
    frozen = library.frozen(str(path))
    if frozen.scenario.id != head.scenario:
        raise ContentError(f"the session plays {head.scenario}, not {frozen.scenario.id}; name a file of that scenario")
    is_other = wanted is None and head.hashes.get("scenario") != frozen.contents()["scenario"].sha256
    script = Script(frozen.scenario, library.readers(frozen.scenario.language))
    return Content(script, _has_no_walks(path), OTHER.format(head.scenario) if is_other else None)


def _as_played(store: "Store", head: "SessionHead") -> Content:
    """The scenario that the session was begun with. Raises StoreError where it keeps none."""
    from simulator.records.own_content import OwnContent

    return Content(OwnContent(store).of(head)[1], False, KEPT.format(head.scenario))


def _has_no_walks(scenario: Path) -> bool:
    """Whether no file of walks lies beside it; one that a shell has just made for the output is empty."""
    walks = walks_beside(scenario)
    return not walks.is_file() or not walks.stat().st_size
