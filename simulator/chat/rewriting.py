"""An own turn written again after the end, as often as one likes; the talk stays as it was."""

from simulator.chat.comparing import again, said
from simulator.chat.dialogue import Asking, Question
from simulator.chat.happenings import Happenings, info
from simulator.chat.seat import Seat
from simulator.model.notes import Rewrite

YES, NO = ("y", "yes"), ("", "n", "no")


def rewriting(seat: Seat, number: int, text: str = "") -> Asking[Happenings]:
    """Ask for other words (`text`, where they are there already), show what they change, and whether to keep them."""
    recording = seat.recording
    words = text or (yield Question(_as_it_was(seat, number), f"turn {number} again"))
    if not words:
        return info("The turn stays as it was.")
    while True:
        rewritten = recording.rewrite(number, words)
        shown = again(rewritten, recording.session.turns[number - 1], recording.frozen.codebook)
        asked = info("Keep these words beside the session? y keeps them, Enter does not; anything else is a new try.")
        answer = yield Question((*shown, *asked), "keep? y/N")
        if answer.casefold() in NO:
            return info("Not kept; the talk stays as it was.")
        if answer.casefold() in YES:
            return _kept(seat, number, rewritten.turn.text)
        words = answer


def _as_it_was(seat: Seat, number: int) -> Happenings:
    """The turn with what the client had written before it."""
    session = seat.recording.session
    turn = session.turns[number - 1]
    before = session.transcript().between_turns[number - 1]
    rows = (f"Turn {number} was:", *said(before), f"you: {turn.text}", "Write it again; Enter leaves it as it was.")
    return info("\n".join(rows))


def _kept(seat: Seat, number: int, text: str) -> Happenings:
    if seat.pen is None:
        return ()
    seat.recording.note(Rewrite(**seat.pen.signed(), turn=number, text=text))
    return info("Kept beside the session; the talk stays as it was, and the debrief shows both.")
