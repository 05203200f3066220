"""A scripted conversation with what it must lead to: the scenario's own tests."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from simulator.model.names import Acts, OneOrMore
from simulator.model.noun import Noun


class Step(Noun):
    """A turn (`say`, or `dm` / `group` with its place) or `wait` seconds of silence; the rest must hold after it.

    `acts` are at least these; `client_says` are parts of the reply; `trust` is the exact value after the step.
    """

    say: str | None = None
    dm: str | None = None
    group: str | None = None
    wait: float | None = Field(default=None, gt=0)
    acts: Acts = ()
    not_acts: Acts = ()
    topics: Annotated[tuple[str, ...] | None, "topic"] = None
    facts: Annotated[tuple[str, ...] | None, "fact"] = None
    moves: Annotated[tuple[str, ...] | None, "move"] = None
    state: Annotated[str | None, "state"] = None
    trust: int | None = None
    client_says: OneOrMore = ()

    @model_validator(mode="after")
    def _one_thing(self) -> "Step":
        if sum(x is not None for x in (self.say, self.dm, self.group, self.wait)) != 1:
            raise ValueError("a step has exactly one of say, dm, group, wait; make each a step of its own")
        return self


class Walk(Noun):
    """A conversation: its steps, the ending it must reach (None: none), and levels its debrief must show.

    `style` says which kind of counselor it plays, for the measure of being understood.
    """

    id: str
    style: Literal["skilled", "clumsy", "misstep", "source"] = "misstep"
    seed: int = 1
    turns: tuple[Step, ...] = Field(min_length=1)
    ending: Annotated[str | None, "ending"] = None
    scores: dict[str, OneOrMore] = {}


class WalkFile(Noun):
    """The walks of one scenario."""

    format: Literal[1]
    scenario: Annotated[str, "scenario"]
    walks: tuple[Walk, ...] = Field(min_length=1)
