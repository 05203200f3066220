"""Where a trainee sits: the talk before them, what they hold back, and what they are asked beside it."""

from simulator.chat.dialogue import SKIP, Asking, Dialogue, Moment
from simulator.chat.happenings import Bubble, Happenings
from simulator.chat.help_lines import HelpLines
from simulator.chat.hints import Hints
from simulator.chat.read_along import feedback, margin
from simulator.chat.talk import YOU, Talk
from simulator.model.manner import Manner
from simulator.model.transcript import Turn, Where
from simulator.records.pen import Pen


class Seat:
    """What every command may look at and change.

    `held` are bubbles that are not sent yet. Without a pen nothing is asked after the end, and nothing noted.
    """

    def __init__(self, talk: Talk, help_lines: HelpLines, pen: Pen | None) -> None:
        self.talk = talk
        self.recording = talk.recording
        self.help_lines = help_lines
        self.pen = pen
        self.held: list[str] = []
        self.hints = Hints(self.recording)
        self.wants_feedback = False
        self.has_left = False
        self._dialogues: list[Dialogue] = []
        talk.aside = self._aside

    @property
    def manner(self) -> Manner:
        """How this talk is practised; it never changes."""
        return self.recording.head.manner

    @property
    def moment(self) -> Moment:
        """What can be done now."""
        question = self._dialogues[-1].question if self._dialogues else None
        return question.moment if question else "talk" if self.talk.phase == "open" else "over"

    @property
    def is_open(self) -> bool:
        """Whether another line is read."""
        return not self.has_left and (self.talk.phase == "open" or self.is_asked)

    @property
    def is_asked(self) -> bool:
        """Whether the next line is an answer, and no message."""
        return bool(self._dialogues)

    @property
    def asked_label(self) -> str:
        """What stands before the answer."""
        question = self._dialogues[-1].question
        return question.label if question else ""

    def say(self, text: str, where: Where) -> Happenings:
        """One turn: what is held, and the text below it."""
        words = "\n".join(filter(None, (*self.held, text)))
        happened = self.talk.say(words, where)
        self.held.clear()
        return happened

    def ask(self, asking: Asking[Happenings]) -> Happenings:
        """Ask something; whatever was being asked waits until this is answered."""
        self._dialogues.append(Dialogue(asking))
        return self._settled(self._dialogues[-1].begin())

    def answer(self, text: str) -> Happenings:
        """The answer to what is asked now, shown too; after the last one the trainee has left."""
        own = (Bubble("counselor", YOU, None, text),) if text and text != SKIP else ()
        return (*own, *self._settled(self._dialogues[-1].answer(text)))

    def return_to_talk(self) -> None:
        """Ask nothing more: the talk goes on."""
        while self._dialogues:
            self._dialogues.pop().close()

    def leave(self) -> None:
        """Read no further line."""
        self.return_to_talk()
        self.has_left = True

    def _settled(self, shown: Happenings) -> Happenings:
        if self._dialogues[-1].question is None:
            self._dialogues.pop()
            self.has_left = not self._dialogues
        return shown

    def _aside(self, turn: Turn) -> Happenings:
        codebook = self.recording.frozen.codebook
        if self.manner == "coach":
            return margin(turn, codebook)
        return feedback(turn, codebook) if self.wants_feedback else ()
