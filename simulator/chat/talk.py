"""A recorded talk as the trainee is in it: its clock, and the place chosen for the next turn."""

from collections.abc import Callable, Iterable
from typing import Literal

from simulator.chat.clock import Clock
from simulator.chat.happenings import Bubble, Happenings, Notice
from simulator.model.scenario import Scenario
from simulator.model.transcript import Message, Turn, Where
from simulator.records.recording import Recording
from simulator.render.wording import ENDINGS_IN_FULL

Phase = Literal["open", "ended", "stopped"]

LONGEST_BUBBLE = 120
"""A bubble of so many characters takes the longest time to type."""

YOU = "you"


class Talk:
    """Turns, silence and going back; everything that happens comes back as a value.

    `aside` is asked after each turn what somebody says of it who reads along. A `patient` client does not mind how
    long a turn takes, because nobody could see before its end that they had written: only /wait makes them notice.
    """

    def __init__(self, recording: Recording, clock: Clock, patient: bool = False) -> None:
        self.recording = recording
        self.clock = clock
        self._patient = patient
        self.aside: Callable[[Turn], Happenings] = lambda turn: ()
        self._chosen: Where | None = None

    @property
    def phase(self) -> Phase:
        """Where the talk stands; after going back it may be open again."""
        session = self.recording.session
        if session.ending is not None:
            return "ended"
        return "stopped" if session.is_over else "open"

    @property
    def scenario(self) -> Scenario:
        return self.recording.frozen.scenario

    @property
    def has_group(self) -> bool:
        """Whether there are two places to write in."""
        return self.scenario.channel.kind != "private"

    @property
    def where(self) -> Where:
        """Where the next turn goes."""
        return self._chosen or self.recording.session.where

    @property
    def is_rated(self) -> bool:
        """Whether the trainee has said how they saw it; a later rating would be made knowing the levels."""
        return any(note.kind == "self_rating" for note in self.recording.notes)

    def choose(self, where: Where) -> None:
        """Write in another place from now on, until the talk itself moves."""
        self._chosen = where

    def say(self, text: str, where: Where) -> Happenings:
        """One counselor turn; silences that were due before it come first, and may end the talk before it is said."""
        before = () if self._patient else self.catch_up()
        if self.phase != "open":
            return (*before, Notice("wrong", "The talk ended before your message; it was not sent."))
        here = self.recording.session.where
        turn = self.recording.say(text, where, self.clock.now())
        if self.recording.session.where != here:
            self._chosen = None
        answered = (*self._paced(turn.client), *self.aside(turn), *self._ending())
        return (*before, self._own(turn), *self._replaced(), *answered)

    def catch_up(self) -> Happenings:
        """Whatever the client has done about the silence up to now."""
        if self.phase != "open":
            return ()
        return (*self._paced(self.recording.wait(self.clock.now())), *self._ending())

    def back(self, turns: int) -> None:
        """Go on after turn number `turns` (0: from the opening); the time since then has not passed."""
        self.recording.back(turns)
        self.clock.skip(self.recording.session.now - self.clock.now())
        self._chosen = None

    def so_far(self) -> Happenings:
        """Everything that was said, without pauses, and the ending where there is one."""
        session = self.recording.session
        said: list[Bubble] = [self._bubble(message) for message in session.unread_opening]
        for turn in session.turns:
            said += [self._own(turn), *map(self._bubble, turn.client)]
        return (*said, *self._ending())

    def opening(self) -> Happenings:
        """What the client writes before the first turn."""
        return tuple(self._paced(self.recording.session.unread_opening))

    def _ending(self) -> Happenings:
        ending = self.recording.session.ending
        if ending is None:
            return ()
        return (Notice("ending", f"The conversation is over. {ENDINGS_IN_FULL[ending.kind]}"),)

    def _replaced(self) -> Happenings:
        found = ", ".join(f"{count} x {kind}" for kind, count in self.recording.replaced.items())
        return (Notice("info", f"Replaced in your message before it was saved: {found}."),) if found else ()

    def _own(self, turn: Turn) -> Bubble:
        return Bubble("counselor", YOU, turn.where if self.has_group else None, turn.text)

    def _bubble(self, message: Message) -> Bubble:
        return Bubble(message.role, message.sender, message.where if self.has_group else None, message.text)

    def _paced(self, messages: Iterable[Message]) -> list[Bubble]:
        return [self._bubble(message)._replace(delay=self._delay(message)) for message in messages]

    def _delay(self, message: Message) -> float:
        """Longer messages take longer to type; what the platform writes takes no time."""
        if message.sender == self.scenario.channel.platform:
            return 0.0
        shortest, longest = self.scenario.client.replies.typing_seconds
        return shortest + (longest - shortest) * min(1.0, len(message.text) / LONGEST_BUBBLE)
