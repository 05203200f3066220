"""Where a conversation stands: everything the client's next reaction may depend on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.model.scenario import ClientQuestion, Reaction, Topic
from simulator.model.transcript import Evidence, Given, Reading, Where


def left_wrong(before: set[str], facts: Iterable[Given]) -> set[str]:
    """The facts that stand told wrong after those of a turn: what is told right afterwards is put right."""
    wrong = set(before)
    for one in sorted(facts, key=lambda fact: fact.start):
        (wrong.discard if one.right else wrong.add)(one.fact)
    return wrong


@dataclass(slots=True)
class Standing:
    """The state of one conversation; times are seconds since it began. The machine changes `state`, `step` the rest."""

    state: str
    trust: int
    where: Where = "dm"
    ended: bool = False
    turns: int = 0
    turns_in_state: int = 0
    unmatched_in_state: int = 0
    silences_heard: int = 0
    silent_since: float = 0.0
    named: bool = False
    unanswered_at: int | None = None
    said: set[str] = field(default_factory=set)
    topics_told: set[str] = field(default_factory=set)
    told_last: tuple[str, ...] = ()
    facts_given: set[str] = field(default_factory=set)
    facts_told_wrong: set[str] = field(default_factory=set)
    moves_made: set[str] = field(default_factory=set)
    states_entered: set[str] = field(default_factory=set)
    asked: list[ClientQuestion] = field(default_factory=list)
    settled: set[str] = field(default_factory=set)
    reminded: set[str] = field(default_factory=set)
    wordings_used: dict[str, int] = field(default_factory=dict)

    def is_private_to(self, where: Where) -> bool:
        """Whether the talk has gone private and this turn stands in the group, where the client then tells nothing."""
        return self.where == "dm" and where == "group"

    def remember(self, reading: Reading, at: float) -> None:
        """Keep what a turn did; silence is counted from it."""
        self.said |= reading.act_ids
        self.moves_made |= {move.move for move in reading.moves}
        self.told_last = tuple(one.topic for one in reading.topics if one.topic in self.topics_told)
        self.facts_given |= {fact.fact for fact in reading.facts if fact.right}
        self.facts_told_wrong = left_wrong(self.facts_told_wrong, reading.facts)
        self.silent_since = at
        self.silences_heard = 0
        self.turns += 1


@dataclass(slots=True)
class Moment:
    """What happens now: a turn with its reading, or a silence; the machine notes the reaction it chose in `chosen`.

    `unheard` are questions on no topic, if the scenario has lines with which the client says so.
    """

    standing: Standing
    reading: Reading
    where: Where
    at: float
    silence: int | None = None
    leaving: bool = False
    topics: tuple[Topic, ...] = ()
    unheard: tuple[Evidence, ...] = ()
    answered: bool = False
    named: bool = False
    chosen: Reaction | None = None

    @property
    def place(self) -> Where:
        """Where the client answers: where this turn was written, but in private once the talk is there."""
        return "dm" if self.standing.is_private_to(self.where) else self.where

    @property
    def seconds(self) -> float:
        """Time since the last message."""
        return self.at - self.standing.silent_since
