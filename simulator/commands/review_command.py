"""`review`: a supervisor goes through a session, line by line in the terminal, or says single things from a script."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.commands.completing import session_ids
from simulator.commands.database_option import database_option, opened_store, wanted_session
from simulator.commands.one_by_one import gists_of
from simulator.commands.output import show
from simulator.commands.supervisor_option import supervisor_option
from simulator.commands.writing import claimed, new_pen
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.desk.desk import Desk
    from simulator.store.protocol import Store

FIRST = "first"


class Options(NamedTuple):
    """The command line as it was typed."""

    session: str
    supervisor: str
    blind: bool
    comment: tuple[str, ...]
    adjust: tuple[str, ...]
    agree: tuple[str, ...]
    reason: tuple[str, ...]
    sign_off: str | None
    database: str | None


@click.command("review")
@click.argument("session", default=FIRST, shell_complete=session_ids)
@supervisor_option
@click.option("--blind", is_flag=True, help="You judge first; the program's reading is shown after yours.")
@click.option(
    "--comment", multiple=True, metavar="'3: WORDS'", help="A comment on a turn, a criterion (ID: words), or all."
)
@click.option(
    "--adjust", multiple=True, metavar="ID=LEVEL", help="Another level: met, partly, not-yet, not-applicable."
)
@click.option("--reason", multiple=True, metavar="WORDS", help="Why; one for each --adjust, in the same order.")
@click.option("--agree", multiple=True, metavar="ID", help="You come to the program's level.")
@click.option("--sign-off", metavar="WORDS", is_flag=False, flag_value="", help="You are done; words for the trainee.")
@database_option
def command(**options: Any) -> None:
    """Go through a SESSION (the first of the queue if left out): its turns, its levels, what the program left open.

    \b
    rehearse review --as s-1
    rehearse review monday.rehearse --as s-1        a bundle somebody gave you is taken in first
    rehearse review k7mq-2xdr --as s-1 --blind
    rehearse review k7mq-2xdr --as s-1 --adjust open-questions=partly --reason "half of them were" --sign-off

    Whatever you write is saved at once, with your code and the time; nothing is ever overwritten, and the program's
    own levels stay visible beside yours.
    """
    chosen = Options(**options)
    with opened_store(chosen.database) as store:
        session = _session(store, chosen)
        with claimed(store, session):
            desk = _desk(store, session, chosen)
            if chosen.comment or chosen.adjust or chosen.agree or chosen.sign_off is not None:
                _say(desk, chosen)
            else:
                _go_through(desk)


def _session(store: "Store", options: Options) -> str:
    """The id of a session that may be named by the file of a bundle."""
    named = options.session
    if named == FIRST:
        return _first_of_queue(store)
    if not Path(named).is_file():
        return wanted_session(named, options.database)
    from simulator.commands.bundle_reading import read_bundle
    from simulator.commands.receive_command import received

    return received(store, read_bundle(Path(named)))


def _first_of_queue(store: "Store") -> str:
    """UsageError where nothing waits."""
    from simulator.desk.waiting import queue

    waiting = queue(gists_of(store, store.sessions()).found)
    if not waiting:
        raise click.UsageError("nothing waits for you; name a session of `rehearse sessions` to review it all the same")
    return waiting[0].session


def _desk(store: "Store", session: str, options: Options) -> "Desk":
    """UsageError where the session was stopped."""
    from simulator.desk.archive import Archive
    from simulator.desk.desk import Desk
    from simulator.records.noting import add_note

    state = store.summary(session).state
    if state == "stopped":
        raise click.UsageError(f"session {session} was stopped by the trainee; nothing in it is judged")
    if state == "open":
        click.echo(f"session {session} is not over: its trainee may still go on with it", err=True)
    pen, save = new_pen(options.supervisor, "supervisor"), partial(add_note, store, session)
    return Desk(Archive(store).talk(session), pen, save, "blind" if options.blind else "open")


def _say(desk: "Desk", options: Options) -> None:
    """What the options say, checked as a whole before any of it is written."""
    from simulator.desk.said import all_said
    from simulator.errors import SimulatorError

    if len(options.adjust) != len(options.reason):
        raise click.UsageError("every --adjust needs a --reason, and every --reason an --adjust")
    try:
        levels = zip(options.adjust, options.reason, strict=True)
        notes = all_said(desk.debrief, options.comment, levels, options.agree)
    except SimulatorError as wrong:
        raise click.UsageError(str(wrong)) from None
    for kind, fields in notes:
        desk.write(kind, **fields)
    if options.sign_off is not None:
        from simulator.model.notes import SignOff

        desk.write(SignOff, text=options.sign_off)
    count = len(notes) + (options.sign_off is not None)
    click.echo(f"{counted(count, 'note')} saved beside session {desk.debrief.header.session}")


def _go_through(desk: "Desk") -> None:
    """Lines from standard input until the review is over; the end of input and Ctrl-C keep the place."""
    from simulator.desk.review import Review

    review = Review(desk)
    show(review.begin())
    while review.prompt.is_open:
        click.echo(f"\n{review.prompt.label}> ", nl=False)
        show(_heard(review.take, review.leave))


def _heard(take: "Callable[[str], Any]", leave: "Callable[[], Any]") -> Any:
    try:
        typed = sys.stdin.readline()
    except KeyboardInterrupt:
        typed = ""
    if typed and not sys.stdin.isatty():
        click.echo(typed, nl=False)
    if not typed:
        click.echo()
    return take(typed) if typed else leave()
