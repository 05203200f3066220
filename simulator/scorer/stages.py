"""The stage of each counselor turn, read from its acts and its place, never from the scenario's state."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf

from simulator.model.transcript import STAGES, Given, Stage, Turn
from simulator.scorer.said import Said
from simulator.scorer.talk import Talk

TELLING: tuple[Stage, ...] = ("information", "options")


@dataclass(frozen=True)
class Step:
    """A stretch of one turn in one stage.

    `passing`: only small talk marks it. `early`: it tells before the request was agreed. `asked`: the client asked for
    it. `anew`: the client came with a new request before it. `excused`: nothing in it is held against the order.
    """

    turn: int
    stage: Stage
    passing: bool = False
    early: bool = False
    asked: bool = False
    anew: bool = False
    excused: bool = False


def steps(talk: Talk) -> tuple[Step, ...]:
    """The stages every turn goes through; within a turn the order of its sentences is not held against anybody."""
    said = [one.turn for one in talk.says(act for stage in TELLING for act in talk.stage_acts(stage))]
    told = min([*said, *(turn.number for turn in talk.turns if _tells_fact(turn, talk))], default=None)
    found: list[Step] = []
    for turn in talk.turns:
        anew = told is not None and told < turn.number and _requested_again(turn.number, talk)
        found += (replace(step, anew=anew) for stage in STAGES for step in _steps_of(turn, stage, talk))
    return tuple(found)


def facts_told(turn: Turn) -> tuple[Given, ...]:
    """The scenario's facts that a turn gives right: they tell, whatever acts are read in them."""
    return tuple(given for given in turn.reading.facts if given.right)


def excused(one: Said, talk: Talk) -> bool:
    """Whether words leave no stage: small talk, a guess of the model, an answer, what gives back and tells nothing."""
    return talk.passes(one) or one.by_model or talk.answers(one) or talk.gives_back(one)


def _fact_excused(given: Given, turn: Turn, talk: Talk) -> bool:
    """A fact that answers a direct question, or that stands in a direction to help."""
    directed = (one.act for one in talk.said_in(turn.number) if one.act.act in talk.terms.directed_by)
    urgent = any(map(given.meets, directed))
    return urgent or talk.asked_directly(turn.number)


def _tells_fact(turn: Turn, talk: Talk) -> bool:
    """Whether a fact is told; who checks the request may well name the very thing the fact is about."""
    return turn.number != talk.agreed and bool(facts_told(turn))


def _steps_of(turn: Turn, stage: Stage, talk: Talk) -> Iterator[Step]:
    """The step of a turn in this stage, if it has one."""
    number = turn.number
    marking = [one for one in talk.said_in(number) if one.act.act in talk.stage_acts(stage)]
    fact = stage == "information" and _tells_fact(turn, talk)
    if marking or fact:
        yield Step(
            number,
            stage,
            passing=not fact and all(map(talk.passes, marking)),
            early=stage in TELLING and talk.agreed is not None and number <= talk.agreed,
            asked=talk.follows(number, talk.terms.asked_by),
            excused=all(excused(one, talk) for one in marking)
            and not (fact and not all(_fact_excused(given, turn, talk) for given in facts_told(turn))),
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
    """How much of a turn is in this stage: its acts, and for information the facts that are no words of an option."""
    said = talk.said_in(step.turn)
    acts = sum(one.act.act in talk.stage_acts(step.stage) for one in said)
    if step.stage != "information":
        return acts
    options = [one.act for one in said if one.act.act in talk.stage_acts("options")]
    told = (fact for turn in talk.turns if turn.number == step.turn for fact in facts_told(turn))
    return acts + sum(not any(map(fact.meets, options)) for fact in told)
