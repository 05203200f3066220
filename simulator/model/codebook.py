"""The codebook: what a turn can be, which words show it, and the examples that prove it."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, RootModel

from simulator.model.language import STORY_BLOCKS, Language
from simulator.model.names import Marks, OneOrMore
from simulator.model.noun import Noun
from simulator.model.senses import Senses
from simulator.model.transcript import Stage
from simulator.model.weights import Weights

Group = Literal["contact", "request", "information", "options", "referral", "closing", "boundaries", "missteps"]
Scope = Literal["negated", "quoted", "reported", "hypothetical"]
Asking = Literal["alone", "always", "as_well", "never"]

Peers = Annotated[tuple[str, ...], "peer"]
"""Ids of acts in the file of an act, ids of cues in that of a cue."""
OF_FIELD = "@"
"""Before the name of a semantic field among words."""


def _as_phrase(value: Any) -> Any:
    return {"words": value} if isinstance(value, str) else value


def _as_example(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Phrase(Noun):
    """A row of words as docs/codebook.md describes them; `strength` runs from 0 to 1."""

    words: str
    strength: float = Field(default=0.9, gt=0, le=1)
    only: Literal["question", "statement"] | None = None
    mark: str | None = None


class Example(Noun):
    """A turn that shows an act (or misses it), after what the other side wrote before (latest last)."""

    text: str
    client: OneOrMore = ()
    counselor: OneOrMore = ()
    also: Peers = ()
    rather: Peers = ()
    feels: Annotated[str | None, "feeling"] = None


Phrases = tuple[Annotated[Phrase, BeforeValidator(_as_phrase)], ...]
Examples = tuple[Annotated[Example, BeforeValidator(_as_example)], ...]


class Definition(Noun):
    """What acts and cues have in common; `question` says how a question of this kind is coded (docs/codebook.md).

    `grounds` are words, and with an @ semantic fields, of which one has to be in a sentence before the model alone may
    find a safety act in it. In a sentence with a phrase of `contrary` it is not there, whatever else speaks for it; in
    one with a phrase of `marked` it has that mark, whatever found it.
    """

    format: Literal[1]
    title: str
    what: str = Field(alias="is")
    what_not: str = Field(default="", alias="is_not")
    source: str
    group: str
    safety: bool = False
    question: Asking = "never"
    vanishes_when: tuple[Scope, ...] = ("quoted", "reported")
    outranks: Peers = ()
    lists: dict[str, tuple[str, ...]] = {}
    grounds: tuple[str, ...] = ()
    phrases: Phrases = ()
    not_phrases: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()
    marked: dict[str, tuple[str, ...]] = {}
    near: tuple[str, ...] = ()
    hits: Examples = ()
    misses: Examples = ()

    @property
    def id(self) -> str:
        """The act's or cue's id."""
        raise NotImplementedError

    @property
    def needs_ground(self) -> bool:
        """Whether the model alone finds it only in a sentence with one of the grounds."""
        return self.safety


class ActDefinition(Definition):
    """Something a counselor's turn can be; where `not_if_mirrored`, not by words that the client used first."""

    act: str
    group: Group
    stage: Stage | None = None
    not_if_mirrored: bool = False

    @property
    def id(self) -> str:
        return self.act


class CueDefinition(Definition):
    """Something a client's message can show.

    What has peers in `beside` the model alone finds only in a message that shows one of them too. A bare yes to a
    question after danger with one of the marks in `yes_to` shows it, and so does a no to one with a mark in `no_to`.
    """

    cue: str
    group: str = "cues"
    beside: Peers = ()
    yes_to: Marks = ()
    no_to: Marks = ()

    @property
    def id(self) -> str:
        return self.cue

    @property
    def needs_ground(self) -> bool:
        return self.safety and not self.beside


class Feeling(Noun):
    """The words for one feeling; those in `strong` show it with high intensity."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()


class Feelings(RootModel[dict[str, Feeling]]):
    """`rubrics/language/feelings.<language>.yaml`: feelings by name."""

    model_config = ConfigDict(frozen=True)


class Fields(Noun):
    """`rubrics/language/fields.<language>.yaml`: words of one kind, by the name of their semantic field."""

    format: Literal[1]
    fields: dict[str, tuple[str, ...]]


class Codebook(Noun):
    """Everything the coder works with in one language; `sha256` is the hash of all its files.

    `words` is the text of `rubrics/language/words.<language>.txt`, one real word a line: none is taken for a typo.
    """

    language: Language
    acts: tuple[ActDefinition, ...]
    cues: tuple[CueDefinition, ...] = ()
    feelings: dict[str, Feeling] = {}
    fields: dict[str, tuple[str, ...]] = {}
    words: str = ""
    weights: Weights | None = None
    cue_weights: Weights | None = None
    senses: Senses | None = None
    sha256: str = ""

    @property
    def marks(self) -> frozenset[str]:
        """All that acts and cues can be marked with."""
        definitions = (*self.acts, *self.cues)
        by_phrase = (phrase.mark for one in definitions for phrase in one.phrases if phrase.mark)
        return frozenset((*STORY_BLOCKS, *by_phrase, *(mark for one in definitions for mark in one.marked)))
