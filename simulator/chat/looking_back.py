"""Commands for looking at the talk: hints, feedback, taking back, trying otherwise, writing again."""

import re

from simulator.chat.happenings import Cleared, Happenings, info, wrong
from simulator.chat.seat import Seat
from simulator.render.counting import number_in

_NUMBER_FIRST = re.compile(r"([0-9]{1,6})(?:\s+(.*))?", re.DOTALL)


def hint(seat: Seat, rest: str) -> Happenings:
    """The next of the three steps."""
    return info(seat.hints.next())


def feedback(seat: Seat, rest: str) -> Happenings:
    """Say after each turn, or no longer, how it was read and what it did; alone, the other of the two."""
    wanted = {"on": True, "off": False, "": not seat.wants_feedback}.get(rest.casefold())
    if wanted is None:
        return wrong(f"/feedback {rest}: write /feedback on or /feedback off")
    seat.wants_feedback = wanted
    if wanted:
        return info("After each turn you read how it was read and what it did. /feedback off ends that.")
    return info("No more feedback after each turn.")


def back(seat: Seat, rest: str) -> Happenings:
    """Just before a turn, the last one if none is named; all that was said stays in the store."""
    turns = seat.recording.session.turns
    number = len(turns) if not rest else number_in(rest, len(turns)) or 0
    refusal = _no_turn(number, len(turns), f"/back {rest}".strip())
    if refusal:
        return refusal
    seat.talk.back(number - 1)
    seat.return_to_talk()
    what = f"Turn {number} is" if number == len(turns) else f"Turns {number} to {len(turns)} are"
    kept = f"{what} taken back, and kept for the debrief. Go on from here:"
    return (Cleared(kept), *seat.talk.so_far())


def what_if(seat: Seat, rest: str) -> Happenings:
    """The client's answer to other words in place of a turn; the talk goes on as it was."""
    count = len(seat.recording.session.turns)
    number, text = _numbered(rest, count)
    refusal = _no_turn(number, count, f"/what-if {number}")
    if refusal:
        return refusal
    if not text:
        return wrong("/what-if: write the other words behind it, such as /what-if How are you?, or /what-if 2 Hello")
    from simulator.chat.comparing import otherwise

    return otherwise(seat.recording, number, text)


def rewrite(seat: Seat, rest: str) -> Happenings:
    """Write a turn again after the end; without words behind it they are asked for."""
    from simulator.chat.rewriting import rewriting

    count = len(seat.recording.session.turns)
    number, text = _numbered(rest, count)
    return _no_turn(number, count, f"/rewrite {number}") or seat.ask(rewriting(seat, number, text))


def _numbered(rest: str, last: int) -> tuple[int, str]:
    """The turn that is named first (else the last one), and the words behind it."""
    found = _NUMBER_FIRST.fullmatch(rest)
    return (int(found[1]), found[2] or "") if found else (last, rest)


def _no_turn(number: int, count: int, asked: str) -> Happenings:
    """What is wrong where there is no turn of this number."""
    if 1 <= number <= count:
        return ()
    if not count:
        return wrong(f"{asked.split()[0]}: you have not written a turn yet.")
    turns = f"from 1 to {count}" if count > 1 else "1"
    return wrong(f"{asked}: there is no such turn; write a number {turns}, or none for the last one")
