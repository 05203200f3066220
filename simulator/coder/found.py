"""What matchers work on, and what they find."""

from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.coder.phrases import Match
from simulator.coder.scopes import Scopes
from simulator.coder.words import Sentence
from simulator.model.transcript import Reading


class Found(NamedTuple):
    """An act or cue seen in one sentence: words `first` to `last`, by which rule, and how strongly (0 to 1).

    `feels` names the feeling, where a word of feeling was found.
    """

    act: str
    sentence: int
    first: int
    last: int
    by: str
    strength: float
    marks: tuple[str, ...] = ()
    feels: str | None = None

    def with_marks(self, further: tuple[str, ...]) -> "Found":
        """The same with these marks too, each once."""
        return self._replace(marks=tuple(dict.fromkeys((*self.marks, *further)))) if further else self


class Against(NamedTuple):
    """What speaks against acts in a sentence, whoever else finds them there.

    `vanished` are acts whose words are there, but denied, quoted, reported, supposed or the client's own; of those in
    `excused` there are words that only look like them, and of those in `belied` the contrary is said.
    """

    vanished: frozenset[str] = frozenset()
    excused: frozenset[str] = frozenset()
    belied: frozenset[str] = frozenset()


NOTHING_AGAINST = Against()


@dataclass(slots=True)
class Clause:
    """One sentence with everything the matchers may ask about it; `marks` are phrases of the language file, by name.

    Its reader adds the rest in this order: `openings`, the words at which its questions begin (phrases ask for them);
    `busy`, whether phrases found it to do more than listen (echoes and tellings ask); `against` (the model asks);
    `further`, marks of acts that its words add, by act (asked when all is found).
    """

    index: int
    sentence: Sentence
    scopes: Scopes
    marks: dict[str, list[Match]] = field(default_factory=dict)
    openings: list[int] = field(default_factory=list)
    busy: bool = False
    against: Against = NOTHING_AGAINST
    further: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark, or a question begins in it."""
        return self.sentence.asked or bool(self.openings)

    def marked(self, *names: str) -> bool:
        return any(name in self.marks for name in names)

    def mark_at(self, name: str, word: int) -> Match | None:
        """The phrase of that name that covers the word."""
        return next((m for m in self.marks.get(name, ()) if m.first <= word <= m.last), None)


LATEST = 3
"""How many of the client's last messages a turn may take up."""


class Context(NamedTuple):
    """What was said before: the client's messages, latest last, and the names the client goes by.

    `acts` are those of the counselor's turn, where it is the client's message that is read.
    """

    client: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    acts: frozenset[str] = frozenset()

    @property
    def latest(self) -> tuple[str, ...]:
        """What a paraphrase may give back."""
        return self.client[-LATEST:]


NOTHING_BEFORE = Context()
NO_TURN = Reading()
"""What a message answers that answers no turn."""


class Page(NamedTuple):
    """A turn taken apart: its sentences and all that was found in them, before overlaps are settled."""

    text: str
    clauses: list[Clause]
    found: list[Found]
