"""What became of a walk: its steps as they were played, and what of them did not hold."""

from typing import NamedTuple

from simulator.authoring.coverage import Part
from simulator.model.transcript import Message, Reading, Turn, Where
from simulator.model.walk import Step


class Failure(NamedTuple):
    """An expectation of a walk that did not hold; steps count from 1, step 0 is the walk as a whole."""

    walk: str
    step: int
    what: str


class Stand(NamedTuple):
    """Where a talk stands before or after a step."""

    state: str
    trust: int
    where: Where


class Played(NamedTuple):
    """A step after it was played: the turn (None for silence), and the reactions of the scenario that it brought."""

    step: Step
    turn: Turn | None
    reactions: tuple[Part, ...]
    client: tuple[Message, ...]
    before: Stand
    after: Stand

    @property
    def reading(self) -> Reading:
        return self.turn.reading if self.turn else Reading()


class Outcome(NamedTuple):
    """One walk after it was run, with the steps that were played."""

    walk: str
    style: str
    ending: str | None
    failures: tuple[Failure, ...]
    opening: tuple[Message, ...]
    steps: tuple[Played, ...]

    @property
    def turns(self) -> int:
        """How many turns were said; the other steps are silence."""
        return sum(step.turn is not None for step in self.steps)

    @property
    def unmatched(self) -> int:
        """In how many of them the client found nothing."""
        return sum(step.turn is not None and not step.turn.matched for step in self.steps)
