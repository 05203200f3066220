"""What a front has to show, in the order in which it happens; no front-specific words, widths or colours."""

from typing import Literal, NamedTuple

from simulator.model.transcript import Role, Where
from simulator.render.blocks import Block

NoticeKind = Literal["title", "briefing", "info", "wrong", "ending", "margin"]
"""`margin` is what somebody says who reads along, beside the chat and not in it."""


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


class Page(NamedTuple):
    """Something longer to read, such as a debrief."""

    blocks: tuple[Block, ...]


class Cleared(NamedTuple):
    """Forget what is on screen: what follows is the talk from its beginning; `why` is a line to show above it."""

    why: str


class Draft(NamedTuple):
    """Words of the trainee that go back into the editor, unsent."""

    text: str


Happening = Bubble | Notice | Page | Cleared | Draft
Happenings = tuple[Happening, ...]

PLACES: dict[Where, str] = {"group": "group", "dm": "private"}
"""The places of a talk as trainees read them."""


def info(text: str) -> Happenings:
    """One notice of the ordinary kind."""
    return (Notice("info", text),)


def wrong(text: str) -> Happenings:
    """One notice of something that cannot be done."""
    return (Notice("wrong", text),)
