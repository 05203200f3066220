"""What comes of a line that a supervisor typed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from simulator.render.blocks import Block, Paragraph, line, quiet

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Ask:
    """A question before anything else goes on; `needed` is said where nothing was typed (empty: nothing has to be)."""

    label: str
    then: "Callable[[str], Answer]"
    needed: str = ""


@dataclass(frozen=True)
class Answer:
    """What to show, and whether to stay, to show the stop again, to go on, to be done, or to ask something first."""

    blocks: Blocks = ()
    move: Literal["stay", "again", "on", "done"] = "stay"
    ask: Ask | None = None


class Stop(Protocol):
    """Where a review halts: a turn, a criterion, a reading in doubt, the end."""

    @property
    def place(self) -> str:
        """Its name in a bookmark, such as `turn:3`."""

    @property
    def label(self) -> str:
        """What stands before the line being typed."""

    @property
    def help(self) -> tuple[str, ...]:
        """A line for each key."""

    @property
    def settled(self) -> bool:
        """Whether going on may pass it by."""

    def shown(self) -> Iterator[Block]:
        """What to look at."""

    def take(self, typed: str) -> Answer | None:
        """What comes of a line; None where it means nothing here."""


def key_of(typed: str) -> tuple[str, str]:
    """The letter a line begins with and the words after it; no letter where it begins with a longer word."""
    first, _, rest = typed.partition(" ")
    return (first.lower(), rest.strip()) if len(first) == 1 else ("", typed)


def asked(given: str, ask: Ask) -> Answer:
    """What comes of the answer that was typed along; without one the question is asked."""
    return ask.then(given) if given else Answer(ask=ask)


def commented(given: str, write: Callable[[str], Answer]) -> Answer:
    """A comment, typed along or asked for."""
    return asked(given, Ask("Your comment", write, "Write a comment, or b to go back."))


def told(text: str) -> Answer:
    """A quiet word, and nothing moves."""
    return Answer((Paragraph(line(quiet(text))),))


def keys(*pieces: str) -> Paragraph:
    """The keys of a stop in one quiet line."""
    return Paragraph(line(quiet(" · ".join((*pieces, "Enter", "?")))))
