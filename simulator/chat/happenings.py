"""What a front has to show, in the order in which it happens; no front-specific words, widths or colours."""

from typing import Literal, NamedTuple

from simulator.model.transcript import Role, Where

NoticeKind = Literal["title", "briefing", "info", "wrong", "ending"]


class Bubble(NamedTuple):
    """One message; `place` is None where the scenario has no group, `delay` the seconds of typing before it."""

    role: Role
    sender: str
    place: Where | None
    text: str
    delay: float = 0.0


class Notice(NamedTuple):
    """Something the program says; may have several lines."""

    kind: NoticeKind
    text: str


class Cleared(NamedTuple):
    """Forget what is on screen: what follows is the talk from its beginning; `why` is a line to show above it."""

    why: str = ""


class Draft(NamedTuple):
    """Words of the trainee that go back into the editor, unsent."""

    text: str


Happening = Bubble | Notice | Cleared | Draft
Happenings = tuple[Happening, ...]

PLACES: dict[Where, str] = {"group": "group", "dm": "private"}
"""The places of a talk as trainees read them."""
