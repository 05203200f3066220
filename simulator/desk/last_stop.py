"""The end of a review: what was written, and signing off."""

from collections.abc import Iterator

from simulator.desk.answer import Answer, Ask, asked, commented, key_of
from simulator.desk.desk import Desk
from simulator.model.notes import ActVerdict, Adjustment, Agreement, Coding, Comment, SignOff
from simulator.render.blocks import Block, Heading, Item, Paragraph, line, quiet

HELP = (
    "s words        sign off, with words for the trainee if you like",
    "c words        a comment on the whole talk",
)


class LastStop:
    """What one supervisor wrote, counted; signing off ends the review."""

    place = "end"
    label = "sign off"
    help = HELP
    settled = False

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def shown(self) -> Iterator[Block]:
        desk = self._desk
        yield Heading("The whole talk")
        rows = (
            ("turns coded", len({note.turn for note in desk.own(Coding)})),
            ("acts judged one by one", len(desk.own(ActVerdict))),
            ("levels agreed to", len({note.criterion for note in desk.own(Agreement)})),
            ("levels set otherwise", len({note.criterion for note in desk.own(Adjustment)})),
            ("comments", len(desk.own(Comment))),
        )
        written = [f"{name}: {count}" for name, count in rows if count]
        yield Item(line(f"You wrote: {', '.join(written) or 'nothing yet'}"))
        if desk.own(SignOff):
            yield Item(line("You have signed this off before."))
        yield Paragraph(line(quiet("s sign off · c comment · b back · q leave without signing off · ? help")))

    def take(self, typed: str) -> Answer | None:
        key, rest = key_of(typed)
        if key == "c":
            return commented(rest, self._comment)
        if key == "s":
            return asked(rest, Ask("Words for the trainee (Enter: none)", self._signed))
        return None

    def _comment(self, text: str) -> Answer:
        self._desk.write(Comment, text=text)
        return Answer((Item(line("Noted.")),))

    def _signed(self, text: str) -> Answer:
        self._desk.write(SignOff, text=text)
        return Answer((Paragraph(line("Signed off. Thank you.")),), "done")
