"""A review at a turn: what the client wrote before, the counselor's words, and the acts read in them."""

from collections.abc import Callable, Iterator

from simulator.desk.answer import Answer, commented, key_of, keys, told
from simulator.desk.coding_blind import BLIND_HELP, coded_blind
from simulator.desk.coding_open import OPEN_HELP, judged, missed, right_as_it_is, what_it_means
from simulator.desk.desk import Desk
from simulator.desk.turn_reading import shown_reading
from simulator.model.notes import Comment
from simulator.model.transcript import Message, Turn
from simulator.render.blocks import Block, Bubble, Heading, Item, Paragraph, line, quiet
from simulator.render.wording import worded

PLACES = {"dm": "", "group": " (in the group)"}


class TurnStop:
    """One turn; in a blind review the engine's reading comes after the person's own."""

    settled = False

    def __init__(self, desk: Desk, turn: Turn, before: tuple[Message, ...]) -> None:
        self._desk = desk
        self._turn = turn
        self._before = before
        self.place = f"turn:{turn.number}"
        self.label = f"turn {turn.number}"

    @property
    def help(self) -> tuple[str, ...]:
        return BLIND_HELP if self._hidden else OPEN_HELP

    def shown(self) -> Iterator[Block]:
        turn = self._turn
        yield Heading(f"Turn {turn.number} of {len(self._desk.debrief.transcript.turns)}")
        for message in self._before:
            yield Bubble(f"{message.sender}{PLACES[message.where]}", message.text, "client")
            fears = ", ".join(dict.fromkeys(worded(cue.cue) for cue in message.unsure))
            if fears and not self._hidden:
                yield Item(line(quiet(f"this may show {fears}; please look")))
        yield Bubble(f"Counselor{PLACES[turn.where]}", turn.text, "counselor")
        if self._hidden:
            yield Paragraph(line("Which acts are in it?"))
            yield keys("names, separated by commas", "- none", "w which there are", "c comment")
            return
        yield from shown_reading(self._desk, turn)
        yield from self._desk.told_before("turn", turn.number)
        yield keys("a all right", "n 1 it is not", "y 1 it is", "m missed", "c comment")

    def take(self, typed: str) -> Answer | None:
        key, rest = key_of(typed)
        if key == "c":
            return commented(rest, self._comment)
        if key == "w":
            return what_it_means(self._desk, self._turn, rest)
        if self._hidden:
            return coded_blind(self._desk, self._turn, typed)
        taken: dict[str, Callable[[], Answer]] = {
            "a": lambda: right_as_it_is(self._desk, self._turn),
            "y": lambda: judged(self._desk, self._turn, rest, True),
            "n": lambda: judged(self._desk, self._turn, rest, False),
            "m": lambda: missed(self._desk, self._turn, rest),
        }
        return taken[key]() if key in taken else None

    @property
    def _hidden(self) -> bool:
        return self._desk.hides("turn", self._turn.number)

    def _comment(self, text: str) -> Answer:
        self._desk.write(Comment, turn=self._turn.number, text=text)
        return told("Noted.")
