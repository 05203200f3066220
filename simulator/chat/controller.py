"""The one controller behind every front: lines in, what happens out."""

import re
from typing import NamedTuple

from simulator.chat.briefing import briefing
from simulator.chat.happenings import PLACES, Happenings, Notice
from simulator.chat.help_lines import HelpLines
from simulator.chat.making_ready import making_ready
from simulator.chat.slash import obey
from simulator.chat.talk import YOU, Talk

# Half a character: what a terminal or a pipe with a broken encoding hands over, and no file can hold.
_HALF = re.compile("[\ud800-\udfff]")


class PromptState(NamedTuple):
    """What stands before the line being typed, and whether another line will be read."""

    label: str
    is_open: bool


class Controller:
    """Begins a talk, takes the trainee's lines one by one, and lets the client speak into silences."""

    def __init__(self, talk: Talk, help_lines: HelpLines) -> None:
        self.talk = talk
        self._help_lines = help_lines

    @property
    def prompt(self) -> PromptState:
        place = f" [{PLACES[self.talk.where]}]" if self.talk.has_group else ""
        return PromptState(f"{YOU}{place}", self.talk.phase == "open")

    def begin(self) -> Happenings:
        """The briefing, then the opening, or everything so far where a session is gone on with."""
        recording = self.talk.recording
        making_ready(recording)
        told = briefing(self.talk.scenario, recording.head)
        if recording.session.turns or recording.session.is_over:
            return (*told, Notice("info", "You go on where you left:"), *self.talk.so_far())
        return (*told, *self.talk.opening())

    def take(self, line: str) -> Happenings:
        """A message, or a command; blank lines and lines after the end do nothing."""
        text = _HALF.sub("\ufffd", line).strip()
        if not text or not self.prompt.is_open:
            return ()
        if text.startswith("/") and not text.startswith("//"):
            return obey(self.talk, text, self._help_lines)
        return self.talk.say(text.removeprefix("/"), self.talk.where)

    def tick(self) -> Happenings:
        """What the client does about the silence by now; to be called now and then."""
        return self.talk.catch_up()

    def leave(self) -> Happenings:
        """Keep the session; for the end of input and a keyboard that is interrupted."""
        return self.talk.keep() if self.prompt.is_open else ()
