"""What a rule found, before it becomes a score."""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.model.debrief import Figure, Quote
from simulator.model.levels import LevelName
from simulator.scorer.said import Heard, Said

MOST_QUOTES = 6
"""More quotations than this prove nothing more."""


@dataclass(frozen=True)
class Finding:
    """A level with its evidence; `turn` is where advice belongs.

    `lacking`: something is missing rather than wrong; `due` is the turn by which it was wanted (None: any time).
    `fact` is the sentence that was wanted. `doubts` are the unsure acts that an unsure level hangs on.
    """

    level: LevelName
    evidence: tuple[Quote, ...] = ()
    note: str = ""
    figures: tuple[Figure, ...] = ()
    turn: int | None = None
    lacking: bool = False
    due: int | None = None
    fact: str = ""
    doubts: tuple[Said, ...] = ()


def quotes(found: Iterable[Said | Heard]) -> tuple[Quote, ...]:
    """The quotations of what was found, in order, none twice."""
    return tuple(dict.fromkeys(one.quote() for one in found))[:MOST_QUOTES]


def not_applicable(note: str) -> Finding:
    """Nothing called for the criterion."""
    return Finding("not_applicable", note=note)


def turns_named(turns: Iterable[int]) -> str:
    """`turn 2`, `turns 2 and 4`, `turns 2, 4 and 7`; the opening is named as such."""
    names = ["the opening" if turn == 0 else str(turn) for turn in sorted(set(turns))]
    if len(names) == 1:
        return names[0] if names[0].startswith("the") else f"turn {names[0]}"
    return f"turns {', '.join(names[:-1])} and {names[-1]}"
