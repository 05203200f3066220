"""Walks: the scripted conversations beside a scenario, run on virtual time, and what of the scenario they reach."""

from collections.abc import Iterator, Sequence
from itertools import chain

from simulator.authoring.coverage import Coverage, Part
from simulator.authoring.explain_scenario import in_short
from simulator.authoring.outcome import Failure, Outcome, Played, Stand
from simulator.authoring.weighing import Kind, Weighing
from simulator.coder.found import Context
from simulator.coder.scenario_reader import Here
from simulator.engine.standing import Moment
from simulator.loader.spots import lines, reactions, spot
from simulator.model.debrief import Header
from simulator.model.rubric import Rubric
from simulator.model.scenario import ALWAYS
from simulator.model.transcript import Message, Reading, Where
from simulator.model.walk import Step, Walk
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting
from simulator.script import Script
from simulator.session import Session

LEAVING = Part("client.trust.leaves_to", ("client", "trust", "leaves_to"))


class Walker:
    """Runs the walks of one scenario and keeps count of what they reach."""

    def __init__(self, script: Script, rubric: Rubric) -> None:
        self._script = script
        self._rubric = rubric
        scenario = script.scenario
        self._reactions = {id(reaction): Part(spot(scenario, loc), loc) for loc, reaction in reactions(scenario)}
        self._reacted: list[Part] = []
        self._lines = [(line, spot(scenario, loc)) for loc, line in lines(scenario) if line.needs != ALWAYS]
        self._endings = {ending.id for ending in scenario.endings}
        self.coverage = Coverage(scenario)

    def run(self, walk: Walk) -> Outcome:
        session = Session(self._script, walk.seed, watch=self._watch)
        self.coverage.reached.add(f"state {session.state}")
        opening = session.unread_opening
        failures: list[Failure] = []
        steps: list[Played] = []
        for number, step in enumerate(walk.turns, start=1):
            if session.is_over:
                failures.append(Failure(walk.id, number, "the conversation is over before this step"))
                break
            surroundings = session.surroundings()
            steps.append(self._played(step, session))
            failures += (Failure(walk.id, number, what) for what in self._failed(steps[-1], surroundings))
        failures += (Failure(walk.id, 0, what) for what in self._failed_at_end(walk, session))
        texts = {message.text for message in chain(opening, *(step.client for step in steps))}
        self.coverage.reached.update(place for line, place in self._lines if not texts.isdisjoint(line.wordings))
        ending = session.ending.id if session.ending else None
        return Outcome(walk.id, walk.style, ending, tuple(failures), opening, tuple(steps))

    def _played(self, step: Step, session: Session) -> Played:
        before = _stand(session)
        self._reacted = []
        _, messages = play_step(step, session)
        turn = session.turns[-1] if step.wait is None else None
        return Played(step, turn, tuple(self._reacted), tuple(messages), before, _stand(session))

    def _failed(self, played: Played, before: tuple[Context, Here]) -> Iterator[str]:
        """What of a step did not hold; `before` is what its reading depended on."""
        step, after = played.step, played.after
        yield from _acts_failed(step, played.reading)
        yield from self._names_failed(played, before)
        yield from _reply_failed(step, played.client)
        if step.state is not None and step.state != after.state:
            yield f"the state should be {step.state} and is {after.state}"
        if step.trust is not None and step.trust != after.trust:
            yield f"trust should be {step.trust} and is {after.trust}"

    def _names_failed(self, played: Played, before: tuple[Context, Here]) -> Iterator[str]:
        """Topics, facts and moves that are others than they should be, and what came nearest to those that lack."""
        step, reading = played.step, played.reading
        rows: tuple[tuple[Kind, tuple[str, ...] | None, set[str]], ...] = (
            ("topic", step.topics, {topic.topic for topic in reading.topics}),
            ("fact", step.facts, {fact.fact for fact in reading.facts if fact.right}),
            ("move", step.moves, {move.move for move in reading.moves}),
        )
        for kind, wanted, have in rows:
            if wanted is None or set(wanted) == have:
                continue
            what = f"{kind}s should be {', '.join(wanted) or 'none'} and are {', '.join(sorted(have)) or 'none'}"
            weighing = Weighing(self._script.reader, played.turn.text if played.turn else "", *before)
            nearest = [in_short(kind, name, weighing) for name in wanted if name not in have]
            yield f"{what}; nearest: {', '.join(nearest)}" if nearest else what

    def _watch(self, moment: Moment, state: str) -> None:
        """Called after every reaction of the machine with the state it led to."""
        if moment.chosen is not None and id(moment.chosen) in self._reactions:
            self._reacted.append(self._reactions[id(moment.chosen)])
            self.coverage.reached.add(self._reacted[-1].name)
        if moment.leaving:
            self._reacted.append(LEAVING)
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


def _stand(session: Session) -> Stand:
    return Stand(session.state, session.trust, session.where)


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
