"""Bot trainees: scripted ways of being a counselor, for trying out scenarios and rubrics."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from simulator.model.names import OneOrMore
from simulator.model.noun import Noun
from simulator.model.transcript import Stage, Where

SLOTS = ("topic", "fact", "move", "answer", "said", "told", "name", "feeling", "words")
"""What a line can take from the scenario or the talk; a line with a slot that nothing fills is not said."""


class BotStep(Noun):
    """A turn a bot may make: its `say` purposes in a row, or `wait` seconds; every other key says when.

    `after` purposes were said (and done), `until` is the cue that makes it done, `gap` are turns before it comes again.
    With `onward` the purposes are those a bot may use to do what leads to a reached ending.
    """

    say: OneOrMore = ()
    wait: float | None = Field(default=None, gt=0)
    onward: bool = False
    wordings: Literal["open", "closed", "any"] = "any"
    writes: Where | None = None
    cues: Annotated[OneOrMore, "cue"] = ()
    stage: Stage | None = None
    opens: Literal["client", "counselor"] | None = None
    where: Where | None = None
    from_turn: int = Field(default=1, ge=1)
    until_turn: int | None = None
    times: int | None = Field(default=None, ge=1)
    gap: int = Field(default=0, ge=0)
    after: OneOrMore = ()
    until: Annotated[OneOrMore, "cue"] = ()

    @model_validator(mode="after")
    def _one_thing(self) -> "BotStep":
        if bool(self.say) == (self.wait is not None):
            raise ValueError("a step either says something or waits; give one of say and wait")
        return self


class Bot(Noun):
    """One bot: its lines by purpose, its plan (the first step that applies is taken), and what has to come of it.

    `rank` says whether it has to be above all that are `below`; `meets_nothing` that what it meets is chance; `fails`
    and `fails_areas` what has to be not_yet; `slips` are words it writes its own way.
    """

    id: str
    about: str
    rank: Literal["above", "below", "apart"] = "below"
    fails: Annotated[tuple[str, ...], "criterion"] = ()
    fails_areas: tuple[str, ...] = ()
    meets_nothing: bool = False
    borrows: str | None = None
    slips: dict[str, str] = {}
    swaps: float = Field(default=0.0, ge=0, le=1)
    lines: dict[str, tuple[str, ...]] = {}
    plan: tuple[BotStep, ...] = ()


class BotFile(Noun):
    """The bots of one language; `turned` says how words change when somebody says them back to the speaker."""

    format: Literal[1]
    language: str
    turned: dict[str, str] = {}
    bots: tuple[Bot, ...] = Field(min_length=1)
