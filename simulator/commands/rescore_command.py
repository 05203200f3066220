"""`rescore`: a session judged again by today's content, beside what its own makes of it."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from simulator.commands.completing import rubric_ids, scenario_ids, session_ids
from simulator.commands.database_option import LAST, database_option, opened_store, wanted_session
from simulator.commands.one_by_one import from_each_session
from simulator.commands.output import Output, output_options, printed, write_out

if TYPE_CHECKING:
    from simulator.model.comparison import Comparison
    from simulator.store.protocol import Store


@click.command("rescore")
@click.argument("session", required=False, shell_complete=session_ids)
@click.option("--all", "every", is_flag=True, help="Every session, one line each.")
@click.option(
    "--rubric", metavar="ID", shell_complete=rubric_ids, help="Judge by this rubric now (else the scenario's)."
)
@click.option(
    "--scenario",
    metavar="ID",
    shell_complete=scenario_ids,
    help="The scenario as it is in this file (else the one of the same id).",
)
@output_options
@database_option
def command(
    session: str | None, every: bool, rubric: str | None, scenario: str | None, database: str | None, output: Output
) -> None:
    """The levels of a SESSION (the last one if left out) by the content it began with and by today's, side by side.

    \b
    rehearse rescore
    rehearse rescore k7mq-2xdr --rubric motivation
    rehearse rescore --all

    A session keeps its scenario, rubric and codebook as they were. This reads its words once more by the files of
    today and shows which levels differ, and for which words. Nothing that is stored changes. Exit status 1 where a
    level differs.
    """
    if every and (session or scenario):
        raise click.UsageError(f"--all is every session; leave out {session or '--scenario'}, or --all")
    wanted = wanted_session(session or LAST, database)
    with opened_store(database) as store:
        compared = _judge(store, scenario, rubric)
        if every:
            sys.exit(_all([summary.head.id for summary in store.sessions()], compared, output))
        comparison = compared(wanted)
    write_out(_rendered(comparison, output), output.file)
    sys.exit(1 if comparison.differs else 0)


def _judge(store: "Store", scenario: str | None, rubric: str | None) -> "Callable[[str], Comparison]":
    """What compares one session after another. Raises ContentError for a wrong scenario or rubric, once and for all."""
    from simulator.library import Library
    from simulator.records.rescoring import Instead, faithful_talk, rescored, todays

    library, instead = Library().for_scenario(scenario), Instead(scenario, rubric)
    if rubric:
        library = library.naming(rubric)
        library.rubric(rubric)

    def compared(session: str) -> "Comparison":
        recording = faithful_talk(store, session)
        return rescored(recording, todays(library, recording.frozen, instead))

    return compared


def _all(sessions: list[str], compared: "Callable[[str], Comparison]", output: Output) -> int:
    """The exit status: of the last session that could not be read, else whether any level differs."""
    from simulator.render.comparison import to_json, to_line

    comparisons = from_each_session(sessions, compared)
    in_a_line = to_json if output.format == "json" else to_line
    write_out("".join(map(in_a_line, comparisons.found)), output.file)
    return comparisons.failed or int(any(one.differs for one in comparisons.found))


def _rendered(comparison: "Comparison", output: Output) -> str:
    from simulator.render.comparison import comparison_page, to_json

    return to_json(comparison) if output.format == "json" else printed(comparison_page(comparison), output)
