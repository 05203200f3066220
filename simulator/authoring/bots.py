"""Bot trainees: seeded counselors who play a scenario by the plan of their file, on virtual time."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from simulator.authoring.bot_sight import Sight, ways_on
from simulator.authoring.bot_voice import Speech, Voice
from simulator.authoring.walk import play_step
from simulator.model.bots import Bot, BotFile, BotStep
from simulator.model.scenario import Transition
from simulator.model.transcript import Transcript, Where
from simulator.model.walk import Step, Walk
from simulator.script import Script
from simulator.session import Session

MOST_TURNS = 40
"""Turns and waits; a bot stops then."""
LOOP = 6
"""The client may write the same line so many times in a row."""


class Play(NamedTuple):
    """One talk of a bot, the state it came to, and what the bot did; `trouble` is a crash or a loop in words."""

    bot: str
    seed: int
    transcript: Transcript
    trouble: str | None
    state: str
    steps: tuple[Step, ...] = ()

    @property
    def walk(self) -> Walk:
        """The same talk as a walk, which a `Walker` runs again."""
        ending = self.transcript.ending.id if self.transcript.ending else None
        # A bot that crashed at once has no steps, which a file of walks may not have.
        return Walk.model_construct(id=self.bot, seed=self.seed, turns=self.steps, ending=ending)


def with_borrowed(file: BotFile) -> tuple[Bot, ...]:
    """The bots with what they borrow from others: a plan, and lines where they have none of their own."""
    lenders = {bot.id: bot for bot in file.bots}
    rows = ((bot, lenders[bot.borrows or bot.id]) for bot in file.bots)
    return tuple(
        bot.model_copy(update={"plan": bot.plan or lender.plan, "lines": {**lender.lines, **bot.lines}})
        for bot, lender in rows
    )


def play(script: Script, bot: Bot, speech: Speech, seed: int) -> Play:
    """One talk. A crash is told with its seed and turns, never raised, so that the other talks go on."""
    session = Session(script, seed)
    trouble, steps = None, list[Step]()
    try:
        trainee = Trainee(bot, script, speech, Random(f"{bot.id}:{seed}"))
        while len(steps) < MOST_TURNS and not session.is_over and (step := trainee.goes_on(session)):
            steps.append(step)
    except Exception as error:
        # Whatever goes wrong in a talk is what these plays look for.
        trouble = f"{type(error).__name__}: {error}, in the state {session.state}"
    transcript = session.transcript()
    return Play(bot.id, seed, transcript, trouble or loop_in(transcript), session.state, tuple(steps))


def loop_in(transcript: Transcript) -> str | None:
    """The line that the client wrote more than six times in a row, as a message; None where there is none."""
    last, times, begun = "", 0, 0
    for number, messages in enumerate(transcript.between_turns):
        for text in (message.text for message in messages):
            times, begun = (times + 1, begun) if text == last else (1, number)
            last = text
            if times > LOOP:
                turn = f"turn {begun}" if begun else "the beginning"
                state = transcript.turns[number - 1].state if number else None
                there = f", in the state {state}" if state else ""
                remedy = "give the line more wordings, or a way on"
                return f'the client wrote "{text}" {times} times in a row{there}, from {turn} on; {remedy}'
    return None


class Trainee:
    """A bot in one talk: takes the first step of its plan that applies."""

    def __init__(self, bot: Bot, script: Script, speech: Speech, dice: Random) -> None:
        self._bot = bot
        self._script = script
        self._dice = dice
        self._voice = Voice(bot, speech, dice)
        self._ways = ways_on(script.scenario)
        self._steps = 0
        self._taken: dict[int, list[int]] = {}
        self._done: set[int] = set()
        self._writes: Where | None = None

    def goes_on(self, session: Session) -> Step | None:
        """Say or wait once, and what it was; None where the bot has nothing left to say."""
        sight = Sight(self._script, session, self._ways)
        self._see_what_is_done(sight)
        self._steps += 1
        for number, step in enumerate(self._bot.plan):
            if not self._applies(number, step, sight):
                continue
            done = self._done_by(step, sight)
            if done:
                self._taken.setdefault(number, []).append(self._steps)
                play_step(done, session)
                self._writes = step.writes or self._writes
                return done
        return None

    def _done_by(self, step: BotStep, sight: Sight) -> Step | None:
        """What the bot does by a step of its plan; None where it finds no words for it."""
        if step.wait is not None:
            return Step(wait=step.wait)
        text = self._onward(step, sight) if step.onward else self._text(step, sight)
        return Step.model_validate({self._writes or sight.session.where: text}) if text else None

    def _see_what_is_done(self, sight: Sight) -> None:
        """Steps that wait for a cue are done when it comes in the reply to them."""
        shown = {cue.cue for cue in sight.cues}
        for number, turns in self._taken.items():
            step = self._bot.plan[number]
            last = turns[-1] == self._steps
            if (not step.until) or (last and shown.intersection(step.until)) or len(turns) == step.times:
                self._done.add(number)

    def _applies(self, number: int, step: BotStep, sight: Sight) -> bool:
        taken = self._taken.get(number, [])
        if (step.times is not None and len(taken) >= step.times) or (step.until and self._is_done(step)):
            return False
        if taken and self._steps - taken[-1] <= step.gap:
            return False
        scenario = sight.scenario
        return (
            step.from_turn <= sight.turn <= (step.until_turn or MOST_TURNS)
            and (not step.cues or any(cue.cue in step.cues for cue in sight.cues))
            and (step.stage is None or step.stage in scenario.stages_needed)
            and step.opens in (None, scenario.opens)
            and step.where in (None, self._writes or sight.session.where)
            and all(self._was_done(purpose, sight) for purpose in step.after)
        )

    def _is_done(self, step: BotStep) -> bool:
        """Whether what this step is for was reached, by it or by another that says the same."""
        return any(self._bot.plan[number].say[-1:] == step.say[-1:] for number in self._done)

    def _was_done(self, purpose: str, sight: Sight) -> bool:
        """Whether some step with this purpose is done; a purpose that no step could serve here holds up nothing."""
        steps = [number for number, step in enumerate(self._bot.plan) if purpose in step.say and not step.onward]
        needed = [n for n in steps if self._bot.plan[n].stage in (None, *sight.scenario.stages_needed)]
        return not needed or any(number in self._done for number in needed)

    def _text(self, step: BotStep, sight: Sight) -> str | None:
        """The purposes in a row; without the last of them the turn is not made."""
        *before, needed = step.say
        last = self._voice.say(needed, step, sight)
        if last is None:
            return None
        parts = [self._voice.say(purpose, step, sight) for purpose in before]
        return " ".join([*(part for part in parts if part), last])

    def _onward(self, step: BotStep, sight: Sight) -> str | None:
        """What leads nearer to a reached ending, by the first transition that these purposes serve."""
        for transition in sight.onward:
            text = " ".join(self._serving(transition, step, sight))
            if text:
                return text
        return None

    def _serving(self, transition: Transition, step: BotStep, sight: Sight) -> Iterator[str]:
        when = transition.when
        able = [act for act in when.any if act in step.say]
        if (when.any and not able) or not set(when.all) <= set(step.say) or when.answers:
            return
        if ((when.topic or when.any_topic) and "topic" not in step.say) or (when.fact and "fact" not in step.say):
            return
        if when.move and "move" not in step.say:
            return
        purposes = [*when.all, *([self._dice.choice(able)] if able else [])]
        wanted = {"topic": when.topic or when.any_topic, "fact": when.fact, "move": when.move}
        purposes += [kind for kind, names in wanted.items() if names]
        for purpose in purposes:
            if said := self._voice.say(purpose, step, sight):
                yield said
