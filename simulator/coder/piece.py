"""A piece of a turn, or an author's example, as it is compared: its words, those that are denied, whether it asks."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from simulator.model.transcript import Evidence


@dataclass(frozen=True)
class Piece:
    """Words that are compared: weighted keys, those that are denied, where they stand, whether they ask.

    What only `begins` as a question does may be one.
    """

    keys: frozenset[str]
    forms: tuple[str, ...]
    stems: tuple[str, ...]
    denied: frozenset[str]
    span: tuple[int, int] = (0, 0)
    asks: bool = False
    begins: bool = False

    @cached_property
    def content(self) -> frozenset[str]:
        """The keys of words of content."""
        return frozenset(key for key in self.keys if is_content(key))

    @cached_property
    def sided(self) -> frozenset[str]:
        """The keys; a word that is denied is another one."""
        return frozenset(f"{key} not" if key in self.denied else key for key in self.keys)

    def and_then(self, other: "Piece") -> "Piece":
        """This piece and the one after it as one."""
        span = (self.span[0], other.span[1])
        stems = self.stems + other.stems
        return Piece(self.keys | other.keys, self.forms + other.forms, stems, self.denied | other.denied, span)

    def holds(self, one: Evidence) -> bool:
        """Whether these words stand among the words of the piece."""
        return self.span[0] <= one.start and one.end <= self.span[1]

    def meets(self, one: Evidence) -> bool:
        """Whether some of these words stand in the piece."""
        return one.start < self.span[1] and self.span[0] < one.end

    def evidence(self, by: str, likeness: float) -> dict[str, Any]:
        """What every finding of a scenario says: where it stands, by which rule, how surely."""
        return {"start": self.span[0], "end": self.span[1], "by": by, "strength": min(1.0, likeness)}


NO_WORDS = Piece(frozenset(), (), (), frozenset())


def is_content(key: str) -> bool:
    """Whether a key is a word of content; a question word and a small word say so."""
    return key[0] not in "?-"
