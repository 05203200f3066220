"""What a trainee can type besides messages: lines that begin with a slash."""

import math
from collections.abc import Callable
from typing import NamedTuple

from simulator.chat.happenings import PLACES, Happenings, Notice
from simulator.chat.help_lines import HelpLines
from simulator.chat.hints import hint
from simulator.chat.talk import Talk
from simulator.loader.likeness import nearest
from simulator.model.transcript import Where

LONGEST_WAIT = 86_400
"""A day, in seconds; nobody practises longer silences."""


class Slash(NamedTuple):
    """One command: its name and arguments as `/help` shows them, what it does, and the doing (rest of the line in)."""

    name: str
    arguments: str
    what: str
    act: Callable[[Talk, str, HelpLines], Happenings]
    in_groups_only: bool = False


def obey(talk: Talk, line: str, help_lines: HelpLines) -> Happenings:
    """Do what a line that begins with one slash says."""
    name, _, rest = line.partition(" ")
    for slash in SLASHES:
        if name.casefold() == slash.name:
            return slash.act(talk, rest.strip(), help_lines)
    close = nearest(name, offered(talk))
    meant = f"did you mean {close}?" if close else "/help names them all."
    return (
        _wrong(f"There is no command {name} here; {meant} To send a line that begins with a slash, begin it with //"),
    )


def offered(talk: Talk) -> tuple[str, ...]:
    """The names of the commands that do something in this talk."""
    return tuple(slash.name for slash in _offered(talk))


def _offered(talk: Talk) -> list[Slash]:
    return [slash for slash in SLASHES if talk.has_group or not slash.in_groups_only]


def _help(talk: Talk, rest: str, help_lines: HelpLines) -> Happenings:
    rows = [(f"{slash.name} {slash.arguments}".strip(), slash.what) for slash in _offered(talk)]
    rows.append(("//...", "send a message that begins with a slash"))
    width = max(len(usage) for usage, _ in rows)
    return (Notice("info", "\n".join(f"{usage:{width}}  {what}" for usage, what in rows)),)


def _hint(talk: Talk, rest: str, help_lines: HelpLines) -> Happenings:
    return (Notice("info", hint(talk.recording.session.stage)),)


def _wait(talk: Talk, rest: str, help_lines: HelpLines) -> Happenings:
    try:
        seconds = float(rest)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= LONGEST_WAIT:
        asked = f"/wait {rest}".strip()
        return (_wrong(f"{asked}: write how many seconds, from 1 to {LONGEST_WAIT}, such as /wait 60"),)
    talk.clock.skip(seconds)
    came = talk.catch_up()
    return (Notice("info", f"{seconds:g} seconds go by{'.' if came else ', and nobody writes.'}"), *came)


def _dm(talk: Talk, rest: str, help_lines: HelpLines) -> Happenings:
    return _to("dm", talk, rest)


def _group(talk: Talk, rest: str, help_lines: HelpLines) -> Happenings:
    return _to("group", talk, rest)


def _to(where: Where, talk: Talk, text: str) -> Happenings:
    if where == "group" and not talk.has_group:
        return (_wrong("This talk is private; there is no group to write in."),)
    if text:
        return talk.say(text, where)
    talk.choose(where)
    return (Notice("info", f"You write here now: {PLACES[where]}."),)


def _quit(talk: Talk, rest: str, help_lines: HelpLines) -> Happenings:
    return talk.keep()


def _stop(talk: Talk, rest: str, help_lines: HelpLines) -> Happenings:
    talk.stop()
    aftercare = talk.scenario.safety.aftercare
    words = ("You stopped. That is fine: nothing of this talk is judged.", aftercare, help_lines.shown())
    return (Notice("ending", "\n".join(filter(None, words))),)


def _wrong(text: str) -> Notice:
    return Notice("wrong", text)


SLASHES = (
    Slash("/help", "", "this list", _help),
    Slash("/hint", "", "which stage the talk is in, and what belongs to it", _hint),
    Slash("/wait", "SECONDS", "let time go by", _wait),
    Slash("/dm", "[TEXT]", "write in private from now on, or only this text", _dm, in_groups_only=True),
    Slash("/group", "[TEXT]", "write in the group from now on, or only this text", _group, in_groups_only=True),
    Slash("/quit", "", "leave and keep the session: go on with it, or read its debrief, later", _quit),
    Slash("/stop", "", "end at once, unjudged, and see where help is", _stop),
)
"""Every command, in the order of `/help`."""
