"""A card: what one wants to know of a scenario before choosing it."""

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from simulator.model.defaults import DEFAULT_LANGUAGE, DEFAULT_RUBRIC
from simulator.model.noun import Noun
from simulator.model.transcript import STAGES, Stage

Level = Literal["beginner", "intermediate", "advanced"]


class CriterionChoice(Noun):
    """What a scenario makes of a criterion of its rubric; switching one off needs a reason.

    It is judged in danger too where the scenario says that it is not `suspended_by_danger`.
    """

    matters: Literal["most", "normal", "off"] = "normal"
    reason: str | None = None
    suspended_by_danger: bool | None = None

    @model_validator(mode="after")
    def _reason_for_off(self) -> "CriterionChoice":
        if self.matters == "off" and not self.reason:
            what = "a criterion that is off needs a reason; write why it does not apply here"
            raise PydanticCustomError("reason_needed", what)
        return self


class Card(Noun, extra="ignore"):
    """The keys of a scenario file that a list of scenarios shows; it passes over all others."""

    id: str
    title: str
    language: str = DEFAULT_LANGUAGE
    level: Level = "beginner"
    objectives: tuple[str, ...] = ()
    content_note: str = ""
    opens: Literal["client", "counselor"]
    rubric: str = DEFAULT_RUBRIC
    stages_needed: tuple[Stage, ...] = STAGES
    criteria: dict[str, CriterionChoice] = {}

    @property
    def mattering(self) -> tuple[str, ...]:
        """The criteria that matter most here, in the order of the file."""
        return tuple(name for name, choice in self.criteria.items() if choice.matters == "most")
