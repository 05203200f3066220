"""What comes after the end: one's own rating, the debrief, questions about oneself, and what to try next."""

from collections.abc import Iterator

from simulator.chat.dialogue import SKIP, Asking, Question
from simulator.chat.happenings import Happenings, Page, info, wrong
from simulator.chat.rewriting import NO, YES
from simulator.chat.seat import Seat
from simulator.model.debrief import Debrief
from simulator.model.levels import SCALE, LevelName
from simulator.model.notes import SelfRating, Wellbeing
from simulator.records.pen import Pen
from simulator.render.blocks import Block, Heading, Item, Paragraph, line, quote, strong
from simulator.render.page import short_page
from simulator.render.wording import turn_named

_LEVELS = dict(zip("123", SCALE, strict=True))
_HOW = "1 is not yet, 2 partly, 3 met; Enter passes one over, /skip all of them."
_RATE = f"Before you read the debrief: how did you see it? {_HOW}"
_ABOUT_YOU = (
    "Take your time to read. Enter goes on to some questions about you, not about the talk: they are never judged, and "
    "kept only if you say so in the end. Enter passes one over, /skip all of them."
)


def after_the_end(seat: Seat, pen: Pen) -> Asking[Happenings]:
    """All of it, each part only where there is something to ask."""
    yield from _rated(seat, pen)
    debrief = seat.recording.debrief()
    # Words of comfort come when everything has been read and asked.
    header = debrief.header.model_copy(update={"aftercare": ""})
    page = Page(tuple(short_page(debrief.model_copy(update={"header": header}))))
    told = yield from _about_oneself(seat, pen, (page,))
    shown = (*told, Page(tuple(_next(debrief, seat))))
    while (yield Question(shown, "next", "over")):
        shown = wrong("The talk is over, and nobody reads this. /help names what you can do; Enter leaves.")
    return ()


def _rated(seat: Seat, pen: Pen) -> Asking[None]:
    """The rubric's items, once a session."""
    recording = seat.recording
    items = recording.frozen.rubric.self_rating
    if seat.talk.is_rated:
        return
    levels: dict[str, LevelName] = {}
    try:
        for number, item in enumerate(items, start=1):
            asked = info(f"{number} of {len(items)}: {item.asks}")
            answer = yield from _level((*info(_RATE), *asked) if number == 1 else asked)
            if answer == SKIP:
                break
            if answer:
                levels[item.id] = _LEVELS[answer]
    finally:
        # Also where somebody leaves in the middle: what was answered is not lost.
        if levels:
            recording.note(SelfRating(**pen.signed(), levels=levels))


def _level(shown: Happenings) -> Asking[str]:
    """A number from 1 to 3, nothing, or that all is passed over."""
    while True:
        answer = yield Question(shown, "1-3")
        if answer in ("", SKIP, *_LEVELS):
            return answer
        shown = wrong(f"“{answer}” is no answer here: {_HOW}")


def _about_oneself(seat: Seat, pen: Pen, shown: Happenings) -> Asking[Happenings]:
    """The rubric's questions of wellbeing (manual 6.4) below `shown`; returns what is still to be shown."""
    recording = seat.recording
    answers: dict[str, str] = {}
    questions = recording.frozen.rubric.wellbeing
    if not questions or (yield Question((*shown, *info(_ABOUT_YOU)), "you")) == SKIP:
        return () if questions else shown
    for question in questions:
        answer = yield Question(info(question.asks), "you")
        if answer == SKIP:
            break
        if answer:
            answers[question.id] = answer
    if answers and (yield from _agreed(info("Keep these answers with the session? y keeps them, Enter does not."))):
        recording.note(Wellbeing(**pen.signed(), answers=answers))
        return info("Kept with the session.")
    return info("Nothing of it was kept.") if answers else ()


def _agreed(shown: Happenings) -> Asking[bool]:
    while True:
        answer = (yield Question(shown, "y/N")).casefold()
        if answer in (*YES, *NO, SKIP):
            return answer in YES
        shown = wrong(f"“{answer}” is no answer here: write y or n")


def _next(debrief: Debrief, seat: Seat) -> Iterator[Block]:
    """Words of comfort, what to try in short, and the commands for it: the last thing on the screen."""
    if debrief.header.aftercare:
        yield Paragraph(line(debrief.header.aftercare))
    yield Heading("What next?")
    titles = {score.id: score.title for score in debrief.criteria}
    for one in debrief.try_next:
        where = f" ({turn_named(one.turn)})" if one.turn is not None else ""
        said = (" instead of ", quote(one.quote.sentence)) if one.quote and one.quote.speaker == "counselor" else ()
        yield Item(line(f"{titles[one.criterion]}{where}: ", quote(one.wording), *said))
    turn = next((one.turn for one in debrief.try_next if one.turn), 1)
    yield Item(line(strong(f"/rewrite {turn}"), f" to write turn {turn} again and see what changes"))
    if seat.manner != "exam":
        yield Item(line(strong(f"/back {turn}"), f" to go on from just before turn {turn}"))
    yield Item(line(strong(f"rehearse debrief {debrief.header.session}"), " for all of the debrief"))
    if debrief.practise_next:
        yield Item(line(strong(f"rehearse play {debrief.practise_next}"), " for a good next practice"))
    yield Paragraph(line("Enter leaves."))
