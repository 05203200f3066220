"""Commands for while one writes: look at a draft, hold a bubble, choose a place, let time go by."""

import math

from simulator.chat.happenings import PLACES, Draft, Happenings, Notice, info, wrong
from simulator.chat.read_along import acts_read
from simulator.chat.seat import Seat
from simulator.model.transcript import Turn, Where
from simulator.session import HeardTurn

LONGEST_WAIT = 86_400
"""A day, in seconds; nobody practises longer silences."""


def check(seat: Seat, rest: str) -> Happenings:
    """How a draft would be read; alone, what is held. Nothing is said, and nothing of it stays."""
    draft = rest or "\n".join(seat.held)
    if not draft:
        return wrong("/check: write your draft behind it, such as /check How are you?; it is read and not sent.")
    session = seat.recording.session
    heard = session.hear(draft, seat.talk.where, session.now)
    rows = (f"  {row}" for row in acts_read(heard.reading, heard.text, seat.recording.frozen.codebook))
    return info("\n".join(("Not sent. It would be read as:", *rows, _stage(seat, heard))))


def _stage(seat: Seat, heard: HeardTurn) -> str:
    """Where the talk is by the client's side, and where this draft would be by its own words."""
    session = seat.recording.session
    transcript = session.transcript()
    turn = Turn(number=len(transcript.turns) + 1, text=heard.text, where=heard.where, reading=heard.reading)
    judged = seat.recording.judged(transcript.model_copy(update={"turns": (*transcript.turns, turn)}))
    own = judged.timeline[-1].stage or "none"
    return f"Stage of these words: {own}; the client is at: {session.stage}."


def more(seat: Seat, rest: str) -> Happenings:
    """Hold a bubble back."""
    if rest:
        seat.held.append(rest)
    if not seat.held:
        return wrong("/more: write the bubble behind it, such as /more hi; it waits for the next ones.")
    rows = "\n".join(seat.held)
    return info(f"Held back until your next line, with which it is sent as one turn:\n{rows}")


def edit(seat: Seat, rest: str) -> Happenings:
    """What is held goes back into the editor."""
    if not seat.held:
        return wrong("/edit: nothing is held back; /more TEXT holds a bubble, and what is sent stays sent.")
    draft = "\n".join(seat.held)
    seat.held.clear()
    return (Draft(draft),)


def wait(seat: Seat, rest: str) -> Happenings:
    """Move the clock, and let the client speak into the silence."""
    try:
        seconds = float(rest)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= LONGEST_WAIT:
        asked = f"/wait {rest}".strip()
        return wrong(f"{asked}: write how many seconds, from 1 to {LONGEST_WAIT}, such as /wait 60")
    seat.talk.clock.skip(seconds)
    came = seat.talk.catch_up()
    return (Notice("info", f"{seconds:g} seconds go by{'.' if came else ', and nobody writes.'}"), *came)


def dm(seat: Seat, rest: str) -> Happenings:
    """Write in private."""
    return _to("dm", seat, rest)


def group(seat: Seat, rest: str) -> Happenings:
    """Write in the group."""
    return _to("group", seat, rest)


def _to(where: Where, seat: Seat, text: str) -> Happenings:
    if where == "group" and not seat.talk.has_group:
        return wrong("This talk is private; there is no group to write in.")
    if text:
        return seat.say(text, where)
    seat.talk.choose(where)
    return info(f"You write here now: {PLACES[where]}.")
