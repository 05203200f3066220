"""A piece of a turn, or an author's example, as it is compared: its words, those that are denied, whether it asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from simulator.model.transcript import Evidence, meet

SMALL_WORDS = 2
"""An example of so few words, none of them of content, counts only in front."""


@dataclass(frozen=True)
class Piece:
    """Words that are compared: weighted keys, those that are denied, where they stand, whether they ask.

    A piece that only `begins` like a question may be one. What asks by a mere tag `tells` too ("..., ok?"). An `inner`
    piece is the question in a request for leave ("may I ask how you sleep"). A piece with a `prompt` asks for more; it
    is the name of a mark of the language. A `saying` begins with a no and answers nothing ("no worries"). A half of a
    choice ("are you alone or is somebody with you") has the offsets of the whole `choice`.
    """

    keys: frozenset[str]
    forms: tuple[str, ...]
    stems: tuple[str, ...]
    denied: frozenset[str]
    span: tuple[int, int] = (0, 0)
    asks: bool = False
    tells: bool = True
    begins: bool = False
    inner: bool = False
    saying: bool = False
    prompt: str | None = None
    choice: tuple[int, int] | None = None

    @cached_property
    def content(self) -> frozenset[str]:
        """The keys of words of content; those of question words and small words begin with a sign."""
        return frozenset(key for key in self.keys if key[0] not in "?-")

    @cached_property
    def leads(self) -> bool:
        """Whether these are one or two small words ("and you"), which mean something only in front."""
        return 0 < len(self.forms) <= SMALL_WORDS and not self.content

    @cached_property
    def sided(self) -> frozenset[str]:
        """The keys; a word that is denied is another one."""
        return frozenset(f"{key} not" if key in self.denied else key for key in self.keys)

    def denies_unlike(self, other: "Piece") -> bool:
        """Whether one of them denies a word of both, and the other does not."""
        return self.denied != other.denied and not (self.denied ^ other.denied).isdisjoint(self.keys & other.keys)

    def and_then(self, other: "Piece") -> "Piece":
        """This piece and the one after it as one."""
        span = (self.span[0] if self.forms else other.span[0], other.span[1])
        stems = self.stems + other.stems
        return Piece(self.keys | other.keys, self.forms + other.forms, stems, self.denied | other.denied, span)

    def taking_up(self, said: "Piece") -> "Piece":
        """This piece with the words of content in what it takes up ("only scared" "of what?")."""
        forms, stems = self.forms + said.forms, said.stems + self.stems
        return replace(self, keys=self.keys | said.content, forms=forms, stems=stems)

    def holds(self, one: Evidence) -> bool:
        """Whether these words stand among the words of the piece."""
        return self.span[0] <= one.start and one.end <= self.span[1]

    def is_answered_by(self, one: Evidence) -> bool:
        """Whether these words stand in the piece, or in the choice that it is a part of."""
        start, end = self.choice or self.span
        return start <= one.start and one.end <= end

    def meets(self, one: Evidence) -> bool:
        """Whether some of these words stand in the piece."""
        return meet(self.span, one.span)

    def evidence(self, by: str, likeness: float) -> dict[str, Any]:
        """What every finding of a scenario says: where it stands, by which rule, how surely."""
        return {"start": self.span[0], "end": self.span[1], "by": by, "strength": min(1.0, likeness)}


class Examples(tuple[Piece, ...]):
    """An author's examples, found by their words of content; one that shares none of them is not like a piece.

    `directions` is where their meaning points (see nearness), once it was asked for.
    """

    def __init__(self, _: Iterable[Piece]) -> None:
        self.directions: list[Sequence[float]] | None = None
        # The pieces stand in the tuple by now, and the iterable may be used up.
        self._bare = [one for one in self if not one.content]
        self._places: dict[str, list[int]] = {}
        for at, one in enumerate(self):
            for key in one.content:
                self._places.setdefault(key, []).append(at)

    def about(self, piece: Piece) -> list[Piece]:
        """Those that share a word of content with the piece, and those that have none."""
        shared = self._places.keys() & piece.content
        if not shared:
            return self._bare
        places = set[int]().union(*map(self._places.__getitem__, shared))
        return [*self._bare, *map(self.__getitem__, places)]


NO_WORDS = Piece(frozenset(), (), (), frozenset())
