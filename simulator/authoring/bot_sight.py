"""What a bot trainee sees: the talk so far, and what the scenario file offers at this place."""

import re
from collections.abc import Iterable
from functools import cached_property

from simulator.engine.standing import left_wrong
from simulator.loader.spots import lines
from simulator.model.scenario import ALWAYS, ClientQuestion, Condition, Fact, Scenario, Topic, Transition
from simulator.model.transcript import Cue, Message
from simulator.script import Script
from simulator.session import Session

KEY_WORD = re.compile(r"[^\W\d_]{5,}")
RECENT = 2
"""A question of the client is answered so many turns later at most."""


class Sight:
    """One moment of a talk, before the bot's next turn; made anew for every turn."""

    def __init__(self, script: Script, session: Session, ways: dict[str, int]) -> None:
        self._script = script
        self.session = session
        self._ways = ways

    @property
    def scenario(self) -> Scenario:
        return self._script.scenario

    @property
    def turn(self) -> int:
        """The number of the turn that comes next, from 1."""
        return len(self.session.turns) + 1

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """Everything the client has written."""
        return tuple(one for one in self.session.transcript().messages if one.role == "client")

    @cached_property
    def reply(self) -> tuple[Message, ...]:
        """What the client answered to the last turn, or wrote before the first."""
        turns = self.session.turns
        return tuple(one for one in (turns[-1].client if turns else self.session.opening) if one.role == "client")

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        return tuple(cue for message in self.reply for cue in message.cues)

    @cached_property
    def name(self) -> str | None:
        """What the client said they are called."""
        wordings = {text for line in self.scenario.client.calls_self for text in line.wordings}
        named = (message.text for message in self.messages if message.text in wordings)
        return next((name for text in named for name in self._script.client_reader.names(text)), None)

    @cached_property
    def question(self) -> ClientQuestion | None:
        """The latest question that the scenario wants answered, of the last replies, if it was not."""
        turns, answered = self.session.turns, self._answered
        texts = {message.text for turn in turns[-RECENT:] for message in turn.client} | {one.text for one in self.reply}
        asking = [(line.asks, line.wordings) for _, line in lines(self.scenario) if line.asks]
        asked = {question.id for question, wordings in asking if not texts.isdisjoint(wordings)}
        return next((question for question, _ in asking if question.id in asked - answered), None)

    @cached_property
    def topics(self) -> list[Topic]:
        """What can be asked here and was not yet: first what leads on, then what the client has just spoken of."""
        asked = {topic.topic for turn in self.session.turns for topic in turn.reading.topics}
        here = [topic for topic in self.scenario.topics if topic.id not in asked and self._open(topic)]
        onward = {name for one in self.onward for name in one.when.topic}
        spoken = _key_words(one.text for one in self.reply)
        near = {topic.id for topic in here if spoken & _key_words(topic.asked_as)}
        gated = {topic.id for topic in here if topic.states or topic.needs != ALWAYS}
        return sorted(here, key=lambda topic: (topic.id not in onward, topic.id not in near, topic.id not in gated))

    @cached_property
    def facts(self) -> list[Fact]:
        """The facts not given yet: those needed, then those that lead on from here."""
        onward = {name for one in self.onward for name in one.when.fact}
        wanted = [one for one in self.scenario.facts if one.id not in self._given and (one.needed or one.id in onward)]
        return sorted(wanted, key=lambda fact: fact.id not in onward)

    @cached_property
    def onward(self) -> list[Transition]:
        """The transitions of this state that lead nearer to an ending that is reached."""
        state = next((state for state in self.scenario.states if state.id == self.session.state), None)
        if state is None or state.id not in self._ways:
            return []
        here = self._ways[state.id]
        near = [one for one in state.turns if one.to and self._ways.get(one.to, here) < here]
        return [one for one in near if one.trust >= 0 and self._could_hold(one.when)]

    @cached_property
    def _given(self) -> set[str]:
        """The facts that were told right."""
        return {fact.fact for turn in self.session.turns for fact in turn.reading.facts if fact.right}

    @cached_property
    def _wrong(self) -> set[str]:
        """The facts that stand told wrong."""
        wrong = set[str]()
        for turn in self.session.turns:
            wrong = left_wrong(wrong, turn.reading.facts)
        return wrong

    @cached_property
    def _answered(self) -> set[str]:
        """The client's questions that were answered."""
        return {answer.question for turn in self.session.turns for answer in turn.reading.answers}

    def _open(self, topic: Topic) -> bool:
        return topic.is_told_in(self.session.state) and topic.trust >= 0 and self._could_hold(topic.needs)

    def _could_hold(self, condition: Condition) -> bool:
        """Whether nothing that is so already forbids it."""
        session = self.session
        said = {act for turn in session.turns for act in turn.reading.act_ids}
        least, below = condition.trust_at_least, condition.trust_below
        return (
            (least is None or session.trust >= least)
            and (below is None or session.trust < below)
            and (condition.turn_at_least or 0) <= self.turn
            and self._given.issuperset(condition.facts_given)
            and self._given.isdisjoint(condition.facts_missing)
            and self._wrong.issuperset(condition.facts_told_wrong)
            and self._answered.issuperset(condition.questions_answered)
            and self._answered.isdisjoint(condition.questions_unanswered)
            and said.issuperset(condition.already)
            and said.isdisjoint(condition.unless_already)
            and not condition.fact_wrong
        )


def _key_words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in KEY_WORD.findall(text.casefold())}


def ways_on(scenario: Scenario) -> dict[str, int]:
    """How many steps each state is away from the nearest ending that is reached; states with no way are left out."""
    ways = {ending.id: 0 for ending in scenario.endings if ending.kind == "reached"}
    for _ in scenario.states:
        for state in scenario.states:
            steps = [ways[one.to] + 1 for one in state.turns if one.to in ways]
            if steps:
                ways[state.id] = min(steps)
    return ways
