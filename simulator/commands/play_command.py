"""`play`: practise a scenario, in this terminal or through a pipe."""

import os
import sys
import time
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import click

from simulator.chat.clock import Clock
from simulator.commands.chosen_session import Wish, chosen
from simulator.commands.completing import open_session_ids, scenario_ids, trainee_codes
from simulator.commands.configured import configured
from simulator.commands.database_option import LAST, database_option, opened_store
from simulator.commands.format_option import print_json
from simulator.commands.play_output import show_mistakes, write, write_debrief
from simulator.commands.seated import seated
from simulator.model.manner import MANNERS, Manner

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.chat.controller import Controller
    from simulator.records.recording import Recording
    from simulator.store.events import Mode

LARGEST_SEED = 2**63 - 1
"""The largest number the store can keep."""

Front = Literal["json", "piped", "plain", "inline", "full-screen"]


class Options(NamedTuple):
    """The command line as it was typed."""

    scenario: str | None
    plain: bool
    full_screen: bool
    seed: int | None
    no_pacing: bool
    manner: Manner | None
    trainee: str | None
    as_json: bool
    resume: bool
    session: str | None
    database: str | None


@click.command("play")
@click.argument("scenario", required=False, shell_complete=scenario_ids)
@click.option("--plain", is_flag=True, help="No colours, no cursor control, no hurry: for screen readers and logs.")
@click.option(
    "--full-screen", is_flag=True, help="In a window of its own, with the stage and the goals beside the chat."
)
@click.option("--seed", type=int, metavar="N", help="Decides between the client's wordings; else a new one each time.")
@click.option("--no-pacing", is_flag=True, help="The client answers at once, without typing first.")
@click.option(
    "--trainee",
    metavar="CODE",
    shell_complete=trainee_codes,
    help="Whose session it is: a code such as t-07, never a name.",
)
@click.option(
    "--mode", "manner", type=click.Choice(MANNERS), help="With hints and retries (the default), bare, or read along."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in the end, and nothing else.")
@click.option("--resume", is_flag=True, help="Go on with the latest session (of SCENARIO) that is not over.")
@click.option("--session", metavar="ID", shell_complete=open_session_ids, help="Go on with this session.")
@database_option
def command(**options: Any) -> None:
    """Practise SCENARIO: you are the counselor, the program is the client.

    \b
    rehearse play                              choose a scenario and begin
    rehearse play ira-hiv-test --no-pacing     begin this one, without waiting for the client to type
    rehearse play ira-hiv-test --full-screen   in a window of its own
    rehearse play ira-hiv-test --mode coach    somebody reads along and notes in the margin what your words do
    rehearse play --resume                     go on with the session you left
    rehearse play ira-hiv-test < turns.txt     one turn a line; /help among them names the commands

    Everything is saved as you go; leave with /quit, or end at once and unjudged with /stop.
    """
    _play(Options(**options))


def _play(options: Options) -> None:
    _refuse_contradictions(options)
    if configured("color") == "never":
        # The library that draws the chat knows no other way to be told.
        os.environ["NO_COLOR"] = "1"
    front = _front(options)
    scenario, trainee = options.scenario, options.trainee or configured("trainee")
    session = LAST if options.resume else options.session
    if scenario is None and session is None:
        scenario = _asked_for(front, options.database, trainee)
    if front in ("inline", "full-screen"):
        # Its libraries are read while the session waits for the disk.
        Thread(target=_live_front, args=(front,)).start()
    mode: Mode = "virtual" if front in ("json", "piped") else "live"
    wish = Wish(scenario, session, options.seed, trainee, mode, options.manner or configured("mode"))
    with opened_store(options.database) as store, chosen(store, wish) as recording:
        _run(recording, front, options)


def _refuse_contradictions(options: Options) -> None:
    """UsageError where options do not go together, or cannot be kept."""
    if options.resume and options.session:
        raise click.UsageError("--resume takes the latest session and --session names one; give one of the two")
    if options.full_screen and (options.plain or options.as_json):
        other = "--plain" if options.plain else "--json"
        raise click.UsageError(f"--full-screen is a window and {other} has none; give one of the two")
    kept = {"--seed": options.seed, "--trainee": options.trainee, "--mode": options.manner}
    given = [name for name, value in kept.items() if value is not None]
    if (options.resume or options.session) and given:
        what = "a session that goes on keeps its seed, its trainee and its mode"
        raise click.UsageError(f"{what}; leave out {' and '.join(given)}")
    if options.seed is not None and abs(options.seed) > LARGEST_SEED:
        raise click.UsageError(f"--seed {options.seed} is too large; write a whole number up to {LARGEST_SEED}")


def _front(options: Options) -> Front:
    if options.as_json:
        return "json"
    if not sys.stdin.isatty():
        return "piped"
    dumb = os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()
    if options.plain or dumb:
        return "plain"
    wanted: Front = "full-screen" if options.full_screen else configured("front")
    return wanted


def _asked_for(front: Front, database: str | None, trainee: str | None) -> str:
    """The scenario somebody chooses; UsageError where nobody is there to choose."""
    from simulator.commands.scenario_menu import scenario_by_number, scenario_from_menu, scenario_needed

    if front in ("json", "piped"):
        raise scenario_needed()
    ask = scenario_by_number if front == "plain" else scenario_from_menu
    return ask(database, trainee)


def _run(recording: "Recording", front: Front, options: Options) -> None:
    from simulator.chat.plain import play_lines, play_typed, shown

    controller = _controller(recording, front)
    if front == "json":
        from simulator.commands.played_object import played_object

        unread = play_lines(controller, sys.stdin, show_mistakes)
        print_json(played_object(recording, unread))
    elif front == "piped":
        unread = play_lines(controller, sys.stdin, lambda happenings: write(shown(happenings)))
        if unread:
            click.echo(f"rehearse: lines after the end, left unread: {unread}", err=True)
        write_debrief(controller)
    elif front == "plain":
        play_typed(controller, controller.begin(), sys.stdin.readline, write)
    else:
        _live_front(front)(controller, 0.0 if options.no_pacing else configured("pace"))


def _live_front(front: Front) -> "Callable[[Controller, float], None]":
    """What plays a talk at a pace; the library behind it is read for the front that needs it."""
    if front == "full-screen":
        from simulator.chat.full_screen import play_full_screen

        return play_full_screen
    from simulator.chat.inline import play_inline

    return play_inline


def _controller(recording: "Recording", front: Front) -> "Controller":
    """Questions after the end are for those who can be asked."""
    start = recording.session.now
    if front in ("json", "piped"):
        return seated(recording, Clock(start), asked=False)
    return seated(recording, Clock(start, time.monotonic), patient=front == "plain")
