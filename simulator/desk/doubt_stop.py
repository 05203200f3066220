"""A review at words the engine was not sure of, and on which a level hangs."""

from collections.abc import Iterator

from simulator.desk.answer import Answer, Ask, asked, commented, key_of, keys, told
from simulator.desk.coding_open import WHY
from simulator.desk.desk import Desk
from simulator.desk.turn_reading import own_verdicts
from simulator.model.debrief import Doubt
from simulator.model.notes import ActVerdict, Comment
from simulator.model.transcript import Turn
from simulator.render.blocks import Block, Bubble, Heading, Item, Paragraph, line, quiet, quote

HELP = (
    "y because …    yes, it is",
    "n because …    no, it is not",
    "c words        a comment on this turn",
)


class DoubtStop:
    """One reading in doubt; settled once it was answered, here or at its turn."""

    help = HELP

    def __init__(self, desk: Desk, doubt: Doubt, turn: Turn) -> None:
        self._desk = desk
        self._doubt = doubt
        self._turn = turn
        self.place = f"doubt:{turn.number}:{doubt.act}"
        self.label = "yes or no"

    @property
    def settled(self) -> bool:
        return self._doubt.act in own_verdicts(self._desk, self._turn)

    def shown(self) -> Iterator[Block]:
        doubt, desk = self._doubt, self._desk
        title = next((one.title for one in desk.debrief.criteria if one.id == doubt.criterion), doubt.criterion)
        yield Heading(f"{desk.title(doubt.act)}, or not?")
        yield Bubble(f"Turn {self._turn.number}, counselor", self._turn.text, "counselor")
        yield Paragraph(line("The words: ", quote(doubt.quote.quote)))
        if meaning := desk.meaning(doubt.act):
            yield meaning
        yield Item(line(quiet(f"It decides on: {title}")))
        yield keys("y yes, it is", "n no, it is not", "c comment")

    def take(self, typed: str) -> Answer | None:
        key, rest = key_of(typed)
        if key == "c":
            return commented(rest, self._comment)
        if key in ("y", "n"):
            return asked(rest, Ask(WHY, lambda why: self._answered(key == "y", why)))
        return None

    def _answered(self, present: bool, reason: str) -> Answer:
        quoted = self._doubt.quote
        found = {"turn": self._turn.number, "act": self._doubt.act, "start": quoted.start, "end": quoted.end}
        self._desk.write(ActVerdict, **found, present=present, reason=reason)
        return Answer(move="on")

    def _comment(self, text: str) -> Answer:
        self._desk.write(Comment, turn=self._turn.number, text=text)
        return told("Noted.")
