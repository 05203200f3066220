"""One step of a conversation: reading in, the client's messages out, in the order docs/authoring.md promises."""

from collections.abc import Callable
from typing import NamedTuple

from simulator.engine.conditions import holds
from simulator.engine.machine import ScenarioMachine
from simulator.engine.reply import besides, comes_first, is_kept_back, leaves_open
from simulator.engine.standing import Moment, Standing
from simulator.engine.voice import Voice
from simulator.model.known_ids import ADDRESS_REQUEST
from simulator.model.scenario import ClientQuestion, Line, Reaction, Scenario, Topic
from simulator.model.transcript import Message, Reading, Where

Watch = Callable[[Moment, str], None]
"""Told after every reaction of the machine: the moment, and the state it led to."""


class Outcome(NamedTuple):
    """What a step came to: messages, reasons for the debrief, and whether anything of the turn was understood."""

    messages: tuple[Message, ...]
    why: tuple[str, ...]
    trust_change: int
    matched: bool = True
    nearest: str | None = None


class Engine:
    """One scenario in motion for one seed; all that changes is in the Standing it is given."""

    def __init__(self, scenario: Scenario, machine: ScenarioMachine, seed: int, watch: Watch | None = None) -> None:
        self._scenario = scenario
        self._watch = watch
        self._machine = machine
        self._voice = Voice(scenario, seed)
        self._endings = {ending.id: ending for ending in scenario.endings}

    def begin(self) -> tuple[Standing, tuple[Message, ...]]:
        """The standing at the start, and what the client writes before the first turn."""
        first = self._scenario.states[0]
        where: Where = "dm" if self._scenario.channel.kind == "private" else "group"
        trust = self._scenario.client.trust.start
        standing = Standing(first.id, trust, where=first.where or where, states_entered={first.id})
        opening = Moment(standing, Reading(), standing.where, 0.0)
        return standing, tuple(self._voice.say(first.client, opening))

    def turn(self, standing: Standing, reading: Reading, where: Where, at: float) -> Outcome:
        """The client's answer to a turn: questions settled, topics told, the first matching reaction, leaving last."""
        moment = self._understand(standing, reading, where, at)
        trust, pending = standing.trust, list(standing.asked)
        nearest = self._machine.nearest(moment)
        source = standing.state
        reaction = self._react(moment)
        more = besides(reaction, self._machine.turns(source), moment)
        brought: list[Topic | Reaction] = [*moment.topics, *filter(None, (reaction, more))]
        self._move_trust(standing, sum(one.trust for one in brought))
        messages = self._name_self(moment)
        messages += self._reply(reaction, more, moment)
        messages += self._enter(moment, source)
        messages += self._remind(moment, pending)
        standing.remember(reading, at)
        matched = self._count(moment, source)
        messages += self._leave(moment)
        why = tuple(one.why for one in brought if one.why)
        return Outcome(tuple(messages), why, standing.trust - trust, matched, None if matched else nearest)

    def silence(self, standing: Standing, at: float) -> Outcome | None:
        """The next reaction to silence that is due at `at`; None where there is none (ask again until it is None)."""
        state = self._machine.state(standing.state)
        if standing.ended or state is None or standing.silences_heard >= len(state.silence):
            return None
        due = standing.silent_since + state.silence[standing.silences_heard].after_seconds
        if due > at:
            return None
        moment = Moment(standing, Reading(), standing.where, due, silence=standing.silences_heard)
        standing.silences_heard += 1
        trust = standing.trust
        reaction = self._react(moment)
        self._move_trust(standing, reaction.trust if reaction else 0)
        if standing.state != state.id:
            standing.silent_since, standing.silences_heard = due, 0
        messages = self._say(reaction, moment, state.id) + self._leave(moment)
        why = (reaction.why,) if reaction and reaction.why else ()
        return Outcome(tuple(messages), why, standing.trust - trust)

    def _react(self, moment: Moment) -> Reaction | None:
        reaction = self._machine.react(moment)
        if self._watch:
            self._watch(moment, moment.standing.state)
        return reaction

    def _understand(self, standing: Standing, reading: Reading, where: Where, at: float) -> Moment:
        """The turn as the client takes it: which of the topics apply here, and which questions it settles."""
        apart = standing.is_private_to(where)
        here = {one.id: one for one in self._scenario.topics if not apart and one.is_told_in(standing.state)}
        topics = tuple(here[asked.topic] for asked in reading.topics if asked.topic in here)
        settled = {answer.question for answer in reading.answers}
        standing.asked = [question for question in standing.asked if question.id not in settled]
        standing.settled |= settled
        named = not apart and ADDRESS_REQUEST in reading.act_ids and bool(self._scenario.client.calls_self)
        unheard = reading.unheard if self._scenario.client.unanswered else ()
        return Moment(
            standing, reading, where, at, topics=topics, unheard=unheard, answered=bool(settled) or named, named=named
        )

    def _name_self(self, moment: Moment) -> list[Message]:
        client, standing = self._scenario.client, moment.standing
        if not moment.named:
            return []
        lines = (client.calls_self_again or client.calls_self) if standing.named else client.calls_self
        standing.named = True
        return self._voice.say(lines, moment)

    def _reply(self, reaction: Reaction | None, more: Reaction | None, moment: Moment) -> list[Message]:
        """The topics and the lines of the reaction, whichever was asked or said first; then what else was asked.

        The client leaves a reaction in passing unsaid where a topic is told or a question is answered or stays open.
        """
        if not more and leaves_open(reaction, moment):
            return self._leave_open(moment)
        told = [message for topic in moment.topics for message in self._tell(topic, moment)]
        added = self._voice.say(more.client, moment) if more else []
        if reaction is None or is_kept_back(reaction, bool(told), more, moment):
            return told + added
        said = self._voice.say(reaction.client, moment)
        return (said + told if comes_first(reaction, moment) else told + said) + added

    def _leave_open(self, moment: Moment) -> list[Message]:
        """The client says that there is nothing to tell on this; two turns in a row, in other words."""
        client, standing = self._scenario.client, moment.standing
        last, standing.unanswered_at = standing.unanswered_at, standing.turns
        return self._voice.say((last == standing.turns - 1 and client.unanswered_again) or client.unanswered, moment)

    def _tell(self, topic: Topic, moment: Moment) -> list[Message]:
        """A disclosure where its needs hold; a refusal, or a shorter answer the second time, where they do not."""
        standing = moment.standing
        if topic.id in standing.topics_told and topic.again_says:
            return self._voice.say(topic.again_says, moment)
        if not holds(topic.needs, moment):
            return self._voice.say(topic.else_says, moment)
        standing.topics_told.add(topic.id)
        return self._voice.say(topic.says, moment, cues=topic.cue)

    def _say(self, reaction: Reaction | None, moment: Moment, source: str) -> list[Message]:
        """The lines of a reaction, then those of the state or ending it leads to."""
        if reaction is None:
            return []
        return self._voice.say(reaction.client, moment) + self._enter(moment, source)

    def _enter(self, moment: Moment, source: str) -> list[Message]:
        """What is said on entering the state or ending the talk has come to, if it is not in `source` any more."""
        standing = moment.standing
        if standing.state == source:
            return []
        standing.turns_in_state = standing.unmatched_in_state = 0
        standing.states_entered.add(standing.state)
        state = self._machine.state(standing.state)
        if state is None:
            standing.ended = True
            notice = self._endings[standing.state].says
            return [self._voice.notice(notice, moment)] if notice else []
        if state.where:
            standing.where = moment.where = state.where
        return self._voice.say(state.client, moment)

    def _remind(self, moment: Moment, pending: list[ClientQuestion]) -> list[Message]:
        """The client asks again what was open before this turn and still is; each question is repeated only once."""
        standing, state = moment.standing, self._machine.state(moment.standing.state)
        due = [q for q in pending if q.reminder and q in standing.asked and q.id not in standing.reminded]
        if standing.ended or not due:
            return []
        standing.reminded.add(due[0].id)
        return self._voice.say([Line(text=due[0].reminder, where=state.where if state else None)], moment)

    def _count(self, moment: Moment, source: str) -> bool:
        """Keep count of the turns in this state; say whether anything but `otherwise` answered."""
        standing, state = moment.standing, self._machine.state(source)
        by_chance = moment.chosen is None or (state is not None and any(moment.chosen is r for r in state.otherwise))
        matched = not by_chance or bool(moment.topics or moment.unheard) or moment.answered
        if standing.state == source:
            standing.turns_in_state += 1
            standing.unmatched_in_state += not matched
        return matched

    def _leave(self, moment: Moment) -> list[Message]:
        """The client leaves where trust has fallen to `leaves_at`; checked last of all."""
        trust, standing = self._scenario.client.trust, moment.standing
        if standing.ended or trust.leaves_at is None or standing.trust > trust.leaves_at:
            return []
        moment.leaving = True
        source = standing.state
        return self._say(self._react(moment), moment, source)

    def _move_trust(self, standing: Standing, change: int) -> None:
        trust = self._scenario.client.trust
        standing.trust = max(trust.least, min(trust.most, standing.trust + change))
