"""A review in lines: what a supervisor types goes in, what to show comes out; nothing here reads or prints."""

from typing import NamedTuple

from simulator.desk.answer import Answer, Ask, Blocks, Stop, told
from simulator.desk.desk import Desk
from simulator.desk.doubt_stop import DoubtStop
from simulator.desk.last_stop import LastStop
from simulator.desk.level_stop import LevelStop
from simulator.desk.turn_stop import TurnStop
from simulator.model.debrief import Score
from simulator.model.levels import LevelName
from simulator.model.notes import ActVerdict, Adjustment, Agreement, Bookmark, Coding, Comment, Note, SignOff
from simulator.render.blocks import Heading, Item, Paragraph, line, quiet, strong
from simulator.render.counting import counted
from simulator.render.wording import level

PRESSING: tuple[LevelName, ...] = ("not_yet", "unsure", "partly", "met")
HELP = (
    "Enter          on, with nothing said",
    "b              back",
    "q              leave; the next review goes on here",
    "turn 5         to that turn; levels, doubts, end: to the first of these",
)
JUMPS = {"levels": "criterion:", "doubts": "doubt:", "end": "end"}


class Prompt(NamedTuple):
    """What stands before the line being typed, and whether another will be read."""

    label: str
    is_open: bool


class Review:
    """One supervisor going through one talk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._stops = stops(desk)
        self._at = self._begun_at()
        self._ask: Ask | None = None
        self._open = True

    @property
    def prompt(self) -> Prompt:
        return Prompt(self._ask.label if self._ask else self._stop.label, self._open)

    def begin(self) -> Blocks:
        """Whose talk it is and how it ended, then the first stop, or the one that was left."""
        return (*_overview(self._desk), *self._resumed(), *self._stop.shown())

    def take(self, typed: str) -> Blocks:
        """What comes of a line; nothing once the review is over."""
        text = " ".join(typed.split())
        if not self._open:
            return ()
        if self._ask:
            return self._answered(self._ask, text)
        if text in ("", "b", "q", "?"):
            return {"": self._on, "b": self._back, "q": self.leave, "?": self._help}[text]()
        return self._jumped(text) or self._done(self._stop.take(text) or told(f"“{text}” means nothing here; ? helps."))

    def leave(self) -> Blocks:
        """Keep the place; for `q`, the end of input and an interrupted keyboard."""
        self._open = False
        self._desk.write(Bookmark, place=self._stop.place)
        return (Paragraph(line("Everything you wrote is kept; the next review goes on here.")),)

    @property
    def _stop(self) -> Stop:
        return self._stops[self._at]

    def _shown(self) -> Blocks:
        return tuple(self._stop.shown())

    def _answered(self, ask: Ask, text: str) -> Blocks:
        if not text and ask.needed:
            return told(ask.needed).blocks
        self._ask = None
        return self._shown() if text == "b" else self._done(ask.then(text))

    def _done(self, answer: Answer) -> Blocks:
        self._ask = answer.ask
        if answer.move == "on":
            return (*answer.blocks, *self._on())
        if answer.move == "again":
            return (*answer.blocks, *self._stop.shown())
        self._open = answer.move != "done"
        return answer.blocks

    def _on(self) -> Blocks:
        if self._at == len(self._stops) - 1:
            return told("This is the end: s signs off, q leaves without.").blocks
        self._at += 1
        return self._on() if self._stop.settled else self._shown()

    def _back(self) -> Blocks:
        if not self._at:
            return told("This is the first turn.").blocks
        self._at -= 1
        return self._shown()

    def _help(self) -> Blocks:
        return tuple(Item(line(words)) for words in (*self._stop.help, *HELP))

    def _jumped(self, text: str) -> Blocks:
        wanted = JUMPS.get(text, text.replace("turn ", "turn:") if text.startswith("turn ") else None)
        if wanted is None:
            return ()
        exact = wanted.startswith("turn:")
        found = (
            n
            for n, stop in enumerate(self._stops)
            if stop.place == wanted or (not exact and stop.place.startswith(wanted))
        )
        place = next(found, None)
        if place is None:
            return told(f"There is no {text} here.").blocks
        self._at = place
        return self._shown()

    def _begun_at(self) -> int:
        """Where this supervisor's last note lies; after a sign-off, and before the first note, the beginning."""
        places = {stop.place: number for number, stop in enumerate(self._stops)}
        own = [note for note in self._desk.notes if note.by == self._desk.by]
        return places.get(_place_of(own[-1]), 0) if own else 0

    def _resumed(self) -> Blocks:
        return (Paragraph(line(quiet("You go on where you left."))),) if self._at else ()


def stops(desk: Desk) -> list[Stop]:
    """The turns, then the levels, then the readings in doubt, then the end."""
    talk = desk.debrief.transcript
    turns = [TurnStop(desk, turn, said) for turn, said in zip(talk.turns, talk.between_turns, strict=False)]
    doubts = [DoubtStop(desk, doubt, talk.turns[doubt.quote.turn - 1]) for doubt in desk.debrief.to_judge]
    scores = _in_order(desk)
    levels = [LevelStop(desk, score, f"level {n} of {len(scores)}") for n, score in enumerate(scores, start=1)]
    return [*turns, *levels, *doubts, LastStop(desk)]


def _in_order(desk: Desk) -> list[Score]:
    """What is critical and what is left open first; blind in the rubric's order, which tells nothing."""
    scores = [score for score in desk.debrief.criteria if score.level != "not_applicable"]
    if desk.view == "blind":
        return scores
    return sorted(
        scores, key=lambda score: (not (score.critical and score.level != "met"), PRESSING.index(score.level))
    )


def _place_of(note: Note) -> str:
    match note:
        case Bookmark():
            return note.place
        case Comment() | Coding() | ActVerdict() if note.turn:
            return f"turn:{note.turn}"
        case Comment() | Agreement() | Adjustment() if note.criterion:
            return f"criterion:{note.criterion}"
        case SignOff():
            return ""
    return "end"


def _overview(desk: Desk) -> Blocks:
    debrief = desk.debrief
    head = debrief.header
    ended = head.ending_meaning or "It has no ending."
    rows = [Item(line(f"{head.turns} turns. {ended}"))]
    if desk.view == "blind":
        rows.append(Item(line("You judge first; then you see what the program says.")))
    else:
        critical = [one for one in debrief.criteria if one.id in debrief.critical]
        rows += [Item(line(strong("Safety: "), f"{one.title}: ", level(one.level))) for one in critical]
        left = sum(one.level == "unsure" for one in debrief.criteria)
        rows += [Item(line(f"{counted(left, 'level')} the program leaves to you"))] * bool(left)
    whose = f", {head.trainee}" if head.trainee else ""
    return (Heading(f"Review: {head.title or head.scenario}{whose}", 1), *rows)
