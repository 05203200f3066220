"""The one controller behind every front: lines in, what happens out."""

from typing import NamedTuple

from simulator.chat.briefing import briefing
from simulator.chat.emoji import with_emoji
from simulator.chat.happenings import PLACES, Happenings, Notice
from simulator.chat.help_lines import HelpLines
from simulator.chat.leaving import quit_talk
from simulator.chat.making_ready import making_ready
from simulator.chat.seat import Seat
from simulator.chat.slash import obey, offered
from simulator.chat.talk import YOU, Talk
from simulator.model.manner import Manner
from simulator.model.transcript import Stage
from simulator.records.pen import Pen
from simulator.whole_text import whole


class PromptState(NamedTuple):
    """What stands before the line being typed, whether another line will be read, and the words that Tab offers."""

    label: str
    is_open: bool
    completions: tuple[str, ...]


class Status(NamedTuple):
    """What a trainee may see beside the chat; what is left out is not for this manner. `hint` is the latest one."""

    title: str
    manner: Manner
    turns: int
    stage: Stage | None = None
    trust: int | None = None
    goals: tuple[str, ...] = ()
    hint: str | None = None


class Controller:
    """Begins a talk, takes the trainee's lines one by one, and lets the client speak into silences.

    With a pen, which writes the trainee's notes, questions come after the end; without one the end is the end.
    """

    def __init__(self, talk: Talk, help_lines: HelpLines, pen: Pen | None = None) -> None:
        self.talk = talk
        self._seat = Seat(talk, help_lines, pen)

    @property
    def prompt(self) -> PromptState:
        return PromptState(self._label(), self._seat.is_open, offered(self._seat) if self._seat.is_open else ())

    @property
    def status(self) -> Status:
        """How the talk stands, as far as the trainee may know; in an exam that is not much."""
        session, scenario, manner = self.talk.recording.session, self.talk.scenario, self._seat.manner
        turns = len(session.turns)
        if manner == "exam":
            return Status(scenario.title, manner, turns)
        return Status(
            scenario.title, manner, turns, session.stage, session.trust, scenario.objectives, self._seat.hints.latest
        )

    def begin(self) -> Happenings:
        """The briefing, then the opening, or everything so far where a session is gone on with."""
        recording = self.talk.recording
        making_ready(recording)
        told = briefing(self.talk.scenario, recording.head)
        if recording.session.turns or recording.session.is_over:
            return self._with_after((*told, Notice("info", "You go on where you left:"), *self.talk.so_far()))
        return self._with_after((*told, *self.talk.opening()))

    def rate(self) -> Happenings:
        """Begin with what comes after the end."""
        return self._with_after(())

    def rewrite(self, turn: int) -> Happenings:
        """Begin by writing one turn (from 1) again, and do nothing else."""
        from simulator.chat.rewriting import rewriting

        return self._seat.ask(rewriting(self._seat, turn))

    def take(self, line: str) -> Happenings:
        """A message, a command or an answer; blank lines are only answers, and lines after the end do nothing."""
        text = with_emoji(whole(line)).strip()
        if not self._seat.is_open:
            return ()
        if text.startswith("/") and not text.startswith("//"):
            return self._with_after(obey(self._seat, text))
        return self._with_after(self._taken(text.removeprefix("/")))

    def tick(self) -> Happenings:
        """What the client does about the silence by now; to be called now and then."""
        came = self.talk.catch_up() if self._seat.is_open else ()
        return self._with_after(came) if came else ()

    def away(self, seconds: float) -> None:
        """So long the program was stopped; the client has not waited."""
        self.talk.clock.skip(-seconds)

    def leave(self) -> Happenings:
        """Keep the session; for the end of input and a keyboard that is interrupted."""
        return quit_talk(self._seat, "") if self._seat.is_open else ()

    def _taken(self, text: str) -> Happenings:
        if self._seat.is_asked:
            return self._seat.answer(text)
        return self._seat.say(text, self.talk.where) if text or self._seat.held else ()

    def _with_after(self, happened: Happenings) -> Happenings:
        """What happened, and where that was the end of the talk, what comes after it."""
        seat = self._seat
        if self.talk.phase != "ended" or seat.is_asked or seat.has_left or seat.pen is None:
            return happened
        # Nothing that judges is read before the prompt is there.
        from simulator.chat.after import after_the_end

        return (*happened, *seat.ask(after_the_end(seat, seat.pen)))

    def _label(self) -> str:
        if self._seat.is_asked:
            return self._seat.asked_label
        place = f" [{PLACES[self.talk.where]}]" if self.talk.has_group else ""
        held = f" +{len(self._seat.held)}" if self._seat.held else ""
        return f"{YOU}{place}{held}"
