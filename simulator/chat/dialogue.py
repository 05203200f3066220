"""Questions outside the chat: one after the other, whatever the front."""

from collections.abc import Generator
from typing import Literal, NamedTuple, TypeVar

from simulator.chat.happenings import Happenings

Moment = Literal["talk", "asked", "over"]
"""While the talk goes on; while something is asked after it; when nothing more is asked and one may look back."""

SKIP = "/skip"
"""The answer that passes over all questions of a kind."""

_Outcome = TypeVar("_Outcome")


class Question(NamedTuple):
    """What is shown first, and what stands before the answer."""

    shown: Happenings
    label: str
    moment: Moment = "asked"


Asking = Generator[Question, str, _Outcome]
"""Yields questions and is sent their answers, trimmed; nothing but Enter is an empty one."""


class Dialogue:
    """Questions on their way: `question` is the open one, None when all are answered."""

    def __init__(self, asking: Asking[Happenings]) -> None:
        self._asking = asking
        self.question: Question | None = None

    def begin(self) -> Happenings:
        """Ask the first question."""
        return self._on(None)

    def answer(self, text: str) -> Happenings:
        """Take the answer to the open question, and ask the next one."""
        return self._on(text)

    def close(self) -> None:
        """Ask nothing more; what was answered is kept as far as the questions do that."""
        self._asking.close()

    def _on(self, answer: str | None) -> Happenings:
        try:
            # A generator that was not begun takes nothing but None.
            self.question = next(self._asking) if answer is None else self._asking.send(answer)
        except StopIteration as finished:
            self.question = None
            shown: Happenings = finished.value
            return shown
        return self.question.shown
