"""One conversation: a counselor turn in, client messages out; no I/O, no clock, no dice of its own."""

from typing import TYPE_CHECKING, NamedTuple

from simulator.engine.going_on import going_on
from simulator.engine.step import Engine, Outcome, Watch
from simulator.model.known_ids import ADDRESS_REQUEST
from simulator.model.scenario import Ending
from simulator.model.transcript import Closing, Message, Reading, Stage, Transcript, Turn, Where
from simulator.script import Script

if TYPE_CHECKING:
    # Nothing of the coder is needed before the first words are read.
    from simulator.coder.found import Context
    from simulator.coder.scenario_reader import Here


class HeardTurn(NamedTuple):
    """A turn after personal data was replaced and the words were read; to be stored before it is answered."""

    text: str
    where: Where
    at: float
    reading: Reading
    replaced: dict[str, int]


class Session:
    """A running conversation. `hear` a turn, store it, then `answer` it; the same turns and seed give the same talk.

    `now` is the time in seconds since the beginning, `silences` how often the client reacted to silence. `watch` is
    told every reaction of the machine, for measuring what a scenario's walks reach. `unread_opening` is the opening
    without the cues that reading it finds: to be shown it needs no reader.
    """

    def __init__(self, script: Script, seed: int, watch: Watch | None = None) -> None:
        self._script = script
        self._engine = Engine(script.scenario, script.machine, seed, watch)
        self._standing, opening = self._engine.begin()
        self._names: tuple[str, ...] = ()
        self.unread_opening = tuple(opening)
        self._read: tuple[Message, ...] = ()
        self._turns: list[Turn] = []
        self._stage: Stage = script.scenario.states[0].stage
        self._stopped = False
        self.now = 0.0
        self.silences = 0

    @property
    def opening(self) -> tuple[Message, ...]:
        """What the client has written before the counselor's first turn, read when somebody first asks."""
        more = self.unread_opening[len(self._read) :]
        self._read += tuple(self._with_cues(message, Reading()) for message in more)
        return self._read

    @property
    def turns(self) -> tuple[Turn, ...]:
        return tuple(self._turns)

    @property
    def where(self) -> Where:
        """Where the talk takes place now."""
        return self._standing.where

    @property
    def is_asked(self) -> bool:
        """Whether the client waits for the answer to a question."""
        return bool(self._standing.asked)

    @property
    def state(self) -> str:
        """The state, or the ending, the talk is in."""
        return self._standing.state

    @property
    def trust(self) -> int:
        """The client's trust now, in whole steps."""
        return self._standing.trust

    @property
    def stage(self) -> Stage:
        return self._stage

    @property
    def ending(self) -> Ending | None:
        """The ending of the scenario that was reached, if any."""
        endings = (ending for ending in self._script.scenario.endings if ending.id == self._standing.state)
        return next(endings, None)

    @property
    def is_over(self) -> bool:
        """Whether no further turn will be answered."""
        return self._stopped or self._standing.ended

    def hear(self, text: str, where: Where, at: float) -> HeardTurn:
        """Replace personal data and read the turn; nothing changes yet. `at` is in seconds since the beginning."""
        from simulator.coder.personal_data import replace_personal_data

        replaced = replace_personal_data(text)
        reading = self._script.reader.read(replaced.text, *self.surroundings())
        return HeardTurn(replaced.text, where, at, reading, replaced.counts)

    def surroundings(self) -> "tuple[Context, Here]":
        """What was said before the next turn, and where the talk stands: what its reading depends on."""
        from simulator.coder.found import Context
        from simulator.coder.scenario_reader import Here

        messages = (*self.unread_opening, *(message for turn in self._turns for message in turn.client))
        standing = self._standing
        here = Here(self.state, tuple(standing.asked), going_on(self._script.scenario, standing))
        return Context(tuple(message.text for message in messages), self._names), here

    def answer(self, heard: HeardTurn) -> Turn:
        """The client's reaction to a turn that was heard."""
        self.now = max(self.now, heard.at)
        outcome = self._engine.turn(self._standing, heard.reading, heard.where, self.now)
        turn = Turn(
            number=len(self._turns) + 1,
            text=heard.text,
            at=self.now,
            where=heard.where,
            reading=heard.reading,
            matched=outcome.matched,
            nearest=outcome.nearest,
        )
        self._turns.append(self._with_outcome(turn, outcome))
        if ADDRESS_REQUEST in heard.reading.act_ids:
            names = (name for message in outcome.messages for name in self._script.client_reader.names(message.text))
            self._names = self._names or tuple(names)
        return self._turns[-1]

    def wait(self, until: float) -> tuple[Message, ...]:
        """Let time pass to `until` (seconds since the beginning); what the client writes about the silence, unread."""
        self.now = max(self.now, until)
        messages: list[Message] = []
        while outcome := self._engine.silence(self._standing, self.now):
            self.silences += 1
            messages += outcome.messages
            if self._turns:
                self._turns[-1] = self._with_outcome(self._turns[-1], outcome)
            else:
                self.unread_opening = (*self.unread_opening, *outcome.messages)
        return tuple(messages)

    def stop(self) -> None:
        """End at once, unjudged: no ending of the scenario."""
        self._stopped = True

    def transcript(self) -> Transcript:
        ending = self.ending
        return Transcript(
            scenario=self._script.scenario.id,
            opening=self.opening,
            turns=tuple(self._turns),
            ending=Closing(id=ending.id, kind=ending.kind) if ending else None,
            stopped=self._stopped,
        )

    def _with_outcome(self, turn: Turn, outcome: Outcome) -> Turn:
        state = self._script.machine.state(self._standing.state)
        self._stage = state.stage if state else self._stage
        return turn.model_copy(
            update={
                "client": (*turn.client, *(self._with_cues(said, turn.reading) for said in outcome.messages)),
                "state": self._standing.state,
                "stage": self._stage,
                "trust": self._standing.trust,
                "trust_change": turn.trust_change + outcome.trust_change,
                "why": (*turn.why, *outcome.why),
            }
        )

    def _with_cues(self, message: Message, after: Reading) -> Message:
        """The author's cues, and those found in the client's words; `after` is the turn they answer."""
        if message.role != "client":
            return message
        named = {cue.cue for cue in message.cues}
        found = (cue for cue in self._script.client_reader.cues(message.text, after) if cue.cue not in named)
        return message.model_copy(update={"cues": (*message.cues, *found)})
