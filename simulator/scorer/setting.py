"""What a scenario adds to the judging of a transcript."""

from pydantic import Field

from simulator.model.card import CriterionChoice
from simulator.model.debrief import Header
from simulator.model.noun import Noun
from simulator.model.scenario import Ending, Fact, Scenario, ScenarioMove
from simulator.model.transcript import STAGES, Stage


class Setting(Noun):
    """All of it is optional: an imported talk has no scenario. `header` comes with what only the caller knows."""

    title: str = ""
    facts: tuple[Fact, ...] = ()
    moves: tuple[ScenarioMove, ...] = ()
    stages_needed: tuple[Stage, ...] = STAGES
    criteria: dict[str, CriterionChoice] = Field(default={})
    endings: tuple[Ending, ...] = ()
    aftercare: str = ""
    header: Header = Header()

    def choice(self, criterion: str) -> CriterionChoice:
        """What the scenario says of a criterion."""
        return self.criteria.get(criterion, CriterionChoice())

    @classmethod
    def of(cls, scenario: Scenario | None, header: Header) -> "Setting":
        """The setting that a scenario makes, or a talk without one."""
        if scenario is None:
            return cls(header=header)
        return cls(
            title=scenario.title,
            facts=scenario.facts,
            moves=scenario.moves,
            stages_needed=scenario.stages_needed,
            criteria=scenario.criteria,
            endings=scenario.endings,
            aftercare=scenario.safety.aftercare,
            header=header,
        )
