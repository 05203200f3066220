"""The stage of each counselor turn, read from its acts and its place, never from the scenario's state."""

from dataclasses import dataclass
from itertools import groupby
from math import inf

from simulator.model.transcript import STAGES, Stage
from simulator.scorer.said import Said
from simulator.scorer.talk import Talk


@dataclass(frozen=True)
class Step:
    """A stretch of one turn in one stage.

    `passing`: only small talk marks it. `early`: it tells before the request was agreed. `asked`: the client asked for
    it. `anew`: the client came with a new request before it.
    """

    turn: int
    stage: Stage
    passing: bool = False
    early: bool = False
    asked: bool = False
    anew: bool = False


TELLING: tuple[Stage, ...] = ("information", "options")


def steps(talk: Talk) -> tuple[Step, ...]:
    """The stages every turn goes through; within a turn the order of its sentences is not held against anybody."""
    told = next((one.turn for one in talk.says(act for stage in TELLING for act in talk.stage_acts(stage))), None)
    found: list[Step] = []
    for turn in talk.turns:
        for stage in STAGES:
            marking = [one for one in talk.said_in(turn.number) if one.act.act in talk.stage_acts(stage)]
            if marking:
                found.append(_step(stage, marking, told, talk))
    return tuple(found)


def _step(stage: Stage, marking: list[Said], told: int | None, talk: Talk) -> Step:
    turn = marking[0].turn
    return Step(
        turn,
        stage,
        passing=all(one.act.act in talk.terms.passing for one in marking),
        early=stage in TELLING and talk.agreed is not None and turn <= talk.agreed,
        asked=talk.follows(turn, talk.terms.asked_by),
        anew=told is not None and told < turn and _requested_again(turn, talk),
    )


def _requested_again(turn: int, talk: Talk) -> bool:
    """A request of the client after one was agreed; once something was told on that one, the stages start again."""
    return talk.agreed is not None and talk.agreed < turn and talk.follows(turn, talk.terms.requested_by)


def stage_by_turn(talk: Talk) -> dict[int, Stage | None]:
    """One stage a turn: the one most of its acts mark, the later of equals; small talk stays where the talk is."""
    every = steps(talk)
    here = {turn: tuple(row) for turn, row in groupby(every, key=lambda step: step.turn)}
    place = _Span.of(every)
    now: Stage | None = None
    stages: dict[int, Stage | None] = {}
    for turn in talk.turns:
        row = here.get(turn.number, ())
        firm = [step for step in row if not step.passing] or [step for step in row if place.holds(step)]
        if firm:
            now = max(firm, key=lambda step: (_weight(step, talk), STAGES.index(step.stage))).stage
        stages[turn.number] = now
    return stages


@dataclass(frozen=True)
class _Span:
    """The first turn that is firmly past the contact, and the last one that is firmly before the closing."""

    first: float
    last: float

    @classmethod
    def of(cls, every: tuple[Step, ...]) -> "_Span":
        firm = [step for step in every if not step.passing]
        first = min((step.turn for step in firm if step.stage != "contact"), default=inf)
        return cls(first, max((step.turn for step in firm if step.stage != "closing"), default=0))

    def holds(self, step: Step) -> bool:
        """Whether small talk is in its place: that of the contact at the beginning, all other at the end."""
        return step.turn < self.first if step.stage == "contact" else step.turn >= self.last


def _weight(step: Step, talk: Talk) -> int:
    acts = talk.stage_acts(step.stage)
    return sum(one.act.act in acts for one in talk.said_in(step.turn))
