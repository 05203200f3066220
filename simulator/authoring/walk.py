"""Walks: the scripted conversations beside a scenario, run on virtual time, and what of the scenario they reach."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from simulator.authoring.explain_scenario import in_short
from simulator.authoring.weighing import Kind, Weighing
from simulator.coder.found import Context
from simulator.coder.personal_data import replace_personal_data
from simulator.coder.scenario_reader import Here
from simulator.engine.standing import Moment
from simulator.loader.document import Loc
from simulator.loader.spots import lines, reactions, spot
from simulator.model.debrief import Header
from simulator.model.rubric import Rubric
from simulator.model.scenario import ALWAYS, Scenario
from simulator.model.transcript import Message, Reading, Where
from simulator.model.walk import Step, Walk
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting
from simulator.script import Script
from simulator.session import Session


class Failure(NamedTuple):
    """An expectation of a walk that did not hold; steps count from 1, step 0 is the walk as a whole."""

    walk: str
    step: int
    what: str


class Part(NamedTuple):
    """A part of a scenario that a walk can reach: how it is named to an author, and where it stands."""

    name: str
    loc: Loc


class Outcome(NamedTuple):
    """One walk after it was run."""

    walk: str
    style: str
    ending: str | None
    turns: int
    unmatched: int
    failures: tuple[Failure, ...]


@dataclass(slots=True)
class Coverage:
    """What the walks of one scenario reached: states, endings, topics, reactions, and lines that need something."""

    reached: set[str] = field(default_factory=set)

    def missing(self, scenario: Scenario) -> Iterator[Part]:
        """Everything of the scenario that no walk reached."""
        yield from (part for part in _parts(scenario) if part.name not in self.reached)

    def size(self, scenario: Scenario) -> tuple[int, int]:
        """How much was reached, of how much."""
        parts = len(list(_parts(scenario)))
        return parts - len(list(self.missing(scenario))), parts


def _parts(scenario: Scenario) -> Iterator[Part]:
    yield from (Part(f"state {state.id}", ("states", at)) for at, state in enumerate(scenario.states))
    yield from (Part(f"ending {ending.id}", ("endings", at)) for at, ending in enumerate(scenario.endings))
    yield from (Part(f"topic {topic.id}", ("topics", at)) for at, topic in enumerate(scenario.topics))
    yield from (Part(spot(scenario, loc), loc) for loc, _ in reactions(scenario))
    yield from (Part(spot(scenario, loc), loc) for loc, line in lines(scenario) if line.needs != ALWAYS)


class Walker:
    """Runs the walks of one scenario and keeps count of what they reach."""

    def __init__(self, script: Script, rubric: Rubric) -> None:
        self._script = script
        self._rubric = rubric
        scenario = script.scenario
        self._reactions = {id(reaction): spot(scenario, loc) for loc, reaction in reactions(scenario)}
        self._lines = [(line, spot(scenario, loc)) for loc, line in lines(scenario) if line.needs != ALWAYS]
        self._endings = {ending.id for ending in scenario.endings}
        self.coverage = Coverage()

    def run(self, walks: Sequence[Walk]) -> list[Outcome]:
        return [self._run(walk) for walk in walks]

    def _run(self, walk: Walk) -> Outcome:
        session = Session(self._script, walk.seed, watch=self._watch)
        self.coverage.reached.add(f"state {session.state}")
        failures: list[Failure] = []
        for number, step in enumerate(walk.turns, start=1):
            if session.is_over:
                failures.append(Failure(walk.id, number, "the conversation is over before this step"))
                break
            failures += (Failure(walk.id, number, what) for what in self._failed(step, session))
        failures += (Failure(walk.id, 0, what) for what in self._failed_at_end(walk, session))
        written = chain(session.unread_opening, *(turn.client for turn in session.turns))
        texts = {message.text for message in written}
        self.coverage.reached.update(place for line, place in self._lines if not texts.isdisjoint(line.wordings))
        ending = session.ending.id if session.ending else None
        unmatched = sum(not turn.matched for turn in session.turns)
        return Outcome(walk.id, walk.style, ending, len(session.turns), unmatched, tuple(failures))

    def _failed(self, step: Step, session: Session) -> Iterator[str]:
        """Play one step and name what of it did not hold."""
        before = session.surroundings()
        reading, messages = play_step(step, session)
        yield from _acts_failed(step, reading)
        yield from self._names_failed(step, reading, before)
        yield from _reply_failed(step, messages)
        if step.state is not None and step.state != session.state:
            yield f"the state should be {step.state} and is {session.state}"
        if step.trust is not None and step.trust != session.trust:
            yield f"trust should be {step.trust} and is {session.trust}"

    def _names_failed(self, step: Step, reading: Reading, before: tuple[Context, Here]) -> Iterator[str]:
        """Topics, facts and moves that are others than they should be, and what came nearest to those that lack."""
        rows: tuple[tuple[Kind, tuple[str, ...] | None, set[str]], ...] = (
            ("topic", step.topics, {topic.topic for topic in reading.topics}),
            ("fact", step.facts, {fact.fact for fact in reading.facts if fact.right}),
            ("move", step.moves, {move.move for move in reading.moves}),
        )
        for kind, wanted, have in rows:
            if wanted is None or set(wanted) == have:
                continue
            what = f"{kind}s should be {', '.join(wanted) or 'none'} and are {', '.join(sorted(have)) or 'none'}"
            words = replace_personal_data(_said(step, "dm")[0]).text
            weighing = Weighing(self._script.reader, words, *before)
            nearest = [in_short(kind, name, weighing) for name in wanted if name not in have]
            yield f"{what}; nearest: {', '.join(nearest)}" if nearest else what

    def _watch(self, moment: Moment, state: str) -> None:
        """Called after every reaction of the machine with the state it led to."""
        if moment.chosen is not None and id(moment.chosen) in self._reactions:
            self.coverage.reached.add(self._reactions[id(moment.chosen)])
        self.coverage.reached.add(f"{'ending' if state in self._endings else 'state'} {state}")
        self.coverage.reached.update(f"topic {topic.id}" for topic in moment.topics)

    def _failed_at_end(self, walk: Walk, session: Session) -> Iterator[str]:
        ending = session.ending.id if session.ending else None
        if ending != walk.ending:
            yield f"it should end {_named(walk.ending)} and ends {_named(ending)}"
        if not walk.scores:
            return
        debrief = score(session.transcript(), self._rubric, Setting.of(self._script.scenario, Header()))
        levels = {one.id: one.level for one in debrief.criteria}
        for criterion, wanted in walk.scores.items():
            if levels.get(criterion) not in wanted:
                yield f"{criterion} should be {' or '.join(wanted)} and is {levels.get(criterion, 'not in the rubric')}"


def _named(ending: str | None) -> str:
    return f"in {ending}" if ending else "without an ending"


def play_step(step: Step, session: Session) -> tuple[Reading, Sequence[Message]]:
    """Say or wait what the step says: how it was read, and what the client wrote."""
    if step.wait is not None:
        return Reading(), session.wait(session.now + step.wait)
    heard = session.hear(*_said(step, session.where), session.now)
    return heard.reading, session.answer(heard).client


def _said(step: Step, here: Where) -> tuple[str, Where]:
    if step.dm is not None:
        return step.dm, "dm"
    return (step.group, "group") if step.group is not None else (step.say or "", here)


def _acts_failed(step: Step, reading: Reading) -> Iterator[str]:
    read = ", ".join(sorted(reading.act_ids)) or "nothing"
    yield from (f"{act} should be read and is not (read: {read})" for act in step.acts if act not in reading.act_ids)
    yield from (f"{act} should not be read and is" for act in step.not_acts if act in reading.act_ids)


def _reply_failed(step: Step, messages: Sequence[Message]) -> Iterator[str]:
    said = " / ".join(message.text for message in messages)
    for part in step.client_says:
        if part.casefold() not in said.casefold():
            yield f'the client should say "{part}" and says "{said}"'
