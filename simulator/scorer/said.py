"""Acts and cues with their places in a talk."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.model.debrief import Quote
from simulator.model.transcript import Act, Cue, Evidence, Message, Transcript, meet
from simulator.scorer.quoting import quoted, sentence_around

Place = tuple[int, int]
"""Turn and offset in it; what the client writes after a turn stands at its END."""
END = 2**31
FORM = 0.7
"""Strength of what is read from the form of a sentence alone."""


@dataclass(frozen=True)
class Said:
    """An act with the turn it stands in."""

    turn: int
    act: Act
    text: str

    @property
    def place(self) -> Place:
        return self.turn, self.act.start

    def overlaps(self, other: "Said") -> bool:
        """Whether both stand in some of the same words."""
        return self.turn == other.turn and self.act.meets(other.act)

    def stands_beside(self, turn: int, other: Evidence) -> bool:
        """Whether these words of a turn are in the same sentence."""
        return self.turn == turn and meet(sentence_around(self.text, self.act), other.span)

    @property
    def by_model(self) -> bool:
        """Whether only the fitted model reads it so, and no rule."""
        return self.act.by_model

    @property
    def is_plain(self) -> bool:
        """Whether a rule reads it so, and not from the mere form of a sentence."""
        return not self.by_model and self.act.strength > FORM

    @property
    def words(self) -> int:
        return len(self.text[self.act.start : self.act.end].split())

    def quote(self) -> Quote:
        return quoted(self.turn, "counselor", self.text, self.act)


def quoted_as(quote: Quote | None, said: Iterable[Said]) -> tuple[Act, ...]:
    """The acts that a quotation of the counselor was taken for."""
    if quote is None:
        return ()
    here = (one for one in said if (one.turn, one.act.span) == (quote.turn, quote.span))
    return tuple(one.act for one in here if one.quote() == quote)


@dataclass(frozen=True)
class Heard:
    """A cue in a client's message after a turn (0: in the opening)."""

    turn: int
    cue: Cue
    text: str

    @property
    def place(self) -> Place:
        return self.turn, END

    def quote(self) -> Quote:
        return quoted(self.turn, "client", self.text, self.cue)


def distinct(said: Iterable[Said]) -> list[Said]:
    """As many as share no words: the same words coded twice are counted once, and two in a longer one are two.

    What ends first is kept, so that of a part there are never more than of the whole.
    """
    kept: list[Said] = []
    for one in sorted(said, key=lambda one: (one.turn, one.act.end, one.act.start)):
        if not kept or one.turn != kept[-1].turn or one.act.start >= kept[-1].act.end:
            kept.append(one)
    return kept


def clients(transcript: Transcript) -> list[tuple[int, Message]]:
    """The client's messages, each with the turn it follows (0: the opening)."""
    rows = [(0, transcript.opening), *((turn.number, turn.client) for turn in transcript.turns)]
    return [(number, message) for number, row in rows for message in row if message.role == "client"]
