"""What a trainee can type besides messages: lines that begin with a slash."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from simulator.chat.dialogue import SKIP, Moment
from simulator.chat.happenings import Happenings, info, wrong
from simulator.chat.leaving import quit_talk, skip, stop
from simulator.chat.looking_back import back, feedback, hint, rewrite, what_if
from simulator.chat.seat import Seat
from simulator.chat.writing import check, dm, edit, group, more, wait
from simulator.loader.suggestion import nearest
from simulator.model.manner import MANNERS, Manner

Purpose = Literal["While you write", "Looking at the talk", "Leaving"]
WRITING: Purpose = "While you write"
LOOKING: Purpose = "Looking at the talk"
LEAVING: Purpose = "Leaving"

NO_EXAM: tuple[Manner, ...] = ("practice", "coach")
ANY_MOMENT: tuple[Moment, ...] = ("talk", "asked", "over")

NOT_HERE: dict[Manner, str] = {
    "exam": "In an exam there is nothing but the chat; {name} is there in practice.",
    "coach": "In coach mode the margin says after each turn what {name} would show.",
}
"""Why a command is not there in a manner; in practice all are."""


class Slash(NamedTuple):
    """One command: its name and arguments as `/help` shows them, what it does, the doing (rest of the line in)."""

    name: str
    arguments: str
    what: str
    act: Callable[[Seat, str], Happenings]
    purpose: Purpose
    manners: tuple[Manner, ...] = MANNERS
    moments: tuple[Moment, ...] = ("talk",)
    in_groups_only: bool = False


def obey(seat: Seat, line: str) -> Happenings:
    """Do what a line that begins with one slash says, or say why not."""
    name, _, rest = line.partition(" ")
    for slash in SLASHES:
        if name.casefold() == slash.name:
            return _refused(slash, seat) or slash.act(seat, rest.strip())
    close = nearest(name, offered(seat))
    meant = f"did you mean {close}?" if close else "/help names them all."
    return wrong(f"There is no command {name} here; {meant} To send a line that begins with a slash, begin it with //")


def offered(seat: Seat) -> tuple[str, ...]:
    """The names of the commands that can be used now."""
    return tuple(slash.name for slash in _offered(seat))


def _offered(seat: Seat) -> list[Slash]:
    there = (slash for slash in SLASHES if seat.talk.has_group or not slash.in_groups_only)
    return [slash for slash in there if not _refused(slash, seat)]


def _refused(slash: Slash, seat: Seat) -> Happenings:
    if seat.manner not in slash.manners:
        return wrong(NOT_HERE[seat.manner].format(name=slash.name))
    if seat.moment in slash.moments:
        return ()
    if slash.name == SKIP:
        return wrong("Nothing is asked now.")
    if seat.moment == "talk":
        return wrong(f"{slash.name} is for after the end.")
    if "over" in slash.moments:
        return wrong(f"{slash.name} comes after these questions; Enter passes one over, {SKIP} all of them.")
    return wrong(f"The talk is over; {slash.name} belongs to it.")


def _help(seat: Seat, rest: str) -> Happenings:
    rows: dict[Purpose, list[tuple[str, str]]] = {}
    for slash in _offered(seat):
        rows.setdefault(slash.purpose, []).append((f"{slash.name} {slash.arguments}".strip(), slash.what))
    if seat.moment == "talk":
        rows[WRITING].append(("//...", "a message that begins with a slash"))
    width = max(len(usage) for row in rows.values() for usage, _ in row)
    return info("\n".join(line for purpose in rows for line in (purpose, *_lines(rows[purpose], width))))


def _lines(rows: list[tuple[str, str]], width: int) -> list[str]:
    return [f"  {usage:{width}}  {what}" for usage, what in rows]


SLASHES = (
    Slash("/check", "TEXT", "how a draft would be read", check, WRITING, NO_EXAM),
    Slash("/more", "TEXT", "hold a bubble for the next line", more, WRITING),
    Slash("/edit", "", "held bubbles back into the editor", edit, WRITING),
    Slash("/dm", "[TEXT]", "private from now on, or this text", dm, WRITING, in_groups_only=True),
    Slash("/group", "[TEXT]", "the group from now on, or this text", group, WRITING, in_groups_only=True),
    Slash("/wait", "SECONDS", "let time go by", wait, WRITING),
    Slash("/hint", "", "step by step: stage, advice, example", hint, LOOKING, NO_EXAM),
    Slash("/feedback", "on|off", "how each turn was read and felt", feedback, LOOKING, ("practice",)),
    Slash("/back", "[N]", "back to just before turn N", back, LOOKING, NO_EXAM, ANY_MOMENT),
    Slash("/what-if", "[N] TEXT", "the answer to other words in turn N", what_if, LOOKING, NO_EXAM, ANY_MOMENT),
    Slash("/rewrite", "[N]", "write turn N again", rewrite, LOOKING, moments=("over",)),
    Slash("/help", "", "this list", _help, LEAVING, moments=ANY_MOMENT),
    Slash("/skip", "", "pass over all these questions", skip, LEAVING, moments=("asked",)),
    Slash("/quit", "", "leave; everything is kept for later", quit_talk, LEAVING, moments=ANY_MOMENT),
    Slash("/stop", "", "end unjudged, and see where help is", stop, LEAVING, moments=ANY_MOMENT),
)
"""Every command, in the order of `/help`."""
