"""Commands for going: keep the talk, end it at once, pass over what is asked."""

from simulator.chat.dialogue import SKIP
from simulator.chat.happenings import Happenings, Notice, info
from simulator.chat.seat import Seat


def quit_talk(seat: Seat, rest: str) -> Happenings:
    """Leave at once; everything that was said and kept is there."""
    session, in_talk = seat.recording.head.id, seat.moment == "talk"
    seat.leave()
    if in_talk:
        rows = [
            f"Session {session} is kept as it is.",
            f"Go on with it:  rehearse play --session {session}",
            f"Debrief so far: rehearse debrief {session}",
        ]
        unsent = "\n".join(seat.held)
        return (*info("\n".join(rows)), *(info(f"Not sent, and not kept:\n{unsent}") if unsent else ()))
    rows = [f"Session {session} is over and kept.", f"Its debrief: rehearse debrief {session}"]
    if not seat.talk.is_rated:
        rows.append(f"How you saw it, before you read that: rehearse rate {session}")
    return info("\n".join(rows))


def stop(seat: Seat, rest: str) -> Happenings:
    """End at once, and show where help is; a talk that is over already stays as it is."""
    open_talk = seat.moment == "talk"
    if open_talk:
        seat.recording.stop()
    seat.leave()
    first = "You stopped. That is fine: nothing of this talk is judged."
    words = first if open_talk else "You stopped. That is fine: nothing more is asked."
    aftercare = seat.talk.scenario.safety.aftercare
    return (Notice("ending", "\n".join(filter(None, (words, aftercare, seat.help_lines.shown())))),)


def skip(seat: Seat, rest: str) -> Happenings:
    """Pass over all questions of a kind."""
    return seat.answer(SKIP)
