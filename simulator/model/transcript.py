"""What was said, and what was read in it."""

from typing import Literal, get_args

from pydantic import Field

from simulator.model.noun import Noun

Where = Literal["dm", "group"]
Role = Literal["counselor", "client", "other"]
Stage = Literal["contact", "request", "information", "options", "closing"]
EndingKind = Literal["reached", "mixed", "handed_over", "broken_off"]

STAGES: tuple[Stage, ...] = get_args(Stage)

BY_AUTHOR = "scenario"
"""The rule of cues that an author gave a line; they cannot be found in its words again."""
MODEL = "model"


def matcher_of(rule: str) -> str:
    """The matcher of a rule: `phrase` is that of `phrase:advice#3`."""
    return rule.partition(":")[0]


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans of a text (begin and end) have some of their letters in common."""
    return one[0] < other[1] and other[0] < one[1]


class Evidence(Noun):
    """A span of a message (`text[start:end]` is the quotation) and the rule that found it.

    `by` names matcher and rule, such as `phrase:advice#3`; `strength` runs from 0 to 1.
    """

    start: int
    end: int
    by: str
    strength: float = 1.0

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    def meets(self, other: "Evidence") -> bool:
        return meet(self.span, other.span)

    @property
    def by_model(self) -> bool:
        """Whether no rule found it, only the fitted model."""
        return matcher_of(self.by) == MODEL


class Act(Evidence):
    """One act of the codebook in a counselor's turn; `marks` say more, such as `unlimited` or a feeling's name."""

    act: str
    marks: tuple[str, ...] = ()


class Cue(Evidence):
    """What a client's message shows: a danger, a feeling (named in `feels`), a question (`advice` in its `marks`)."""

    cue: str
    feels: str | None = None
    marks: tuple[str, ...] = ()


class Asked(Evidence):
    """A topic of the scenario that the counselor asked about."""

    topic: str


class Given(Evidence):
    """A fact of the scenario that the counselor gave, right or wrong."""

    fact: str
    right: bool = True


class OpenFact(Evidence):
    """A fact of the scenario that these words are about, while it stays open whether they tell it right."""

    fact: str


class Move(Evidence):
    """Something only this scenario can tell apart."""

    move: str


class Answered(Evidence):
    """An open question of the client that this turn answers."""

    question: str


class Measures(Noun):
    """Counts of one turn; whatever a rule wants to know of the words is counted here, once.

    `personal_questions` ask about the client's body, use, sex, health, relations, money or law; None: nobody counted.
    """

    words: int = 0
    sentences: int = 0
    questions: int = 0
    personal_questions: int | None = None
    statements: int = 0
    syllables: int = 0
    abbreviations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Reading(Noun):
    """Everything the coder found in one turn; nothing after the coder looks at the words again.

    `unheard` are the questions that ask about no topic of the scenario, where there is one.
    """

    acts: tuple[Act, ...] = ()
    unsure: tuple[Act, ...] = ()
    topics: tuple[Asked, ...] = ()
    unheard: tuple[Evidence, ...] = ()
    facts: tuple[Given, ...] = ()
    open_facts: tuple[OpenFact, ...] = ()
    moves: tuple[Move, ...] = ()
    answers: tuple[Answered, ...] = ()
    measures: Measures = Measures()

    @property
    def act_ids(self) -> frozenset[str]:
        return frozenset(act.act for act in self.acts)


class Message(Noun):
    """One bubble. `at` is in seconds since the conversation began; `sender` is an alias, never a name.

    `unsure` are dangers that the words may show; a person has to look.
    """

    role: Role
    sender: str = Field(alias="from")
    where: Where = "dm"
    text: str
    at: float = 0.0
    cues: tuple[Cue, ...] = ()
    unsure: tuple[Cue, ...] = ()


class Turn(Noun):
    """One counselor turn (all bubbles until the client answers) and what came of it.

    `number` counts from 1. `state`, `stage` and `trust` are those after the turn, None in a transcript that was
    not played here. `why` is the author's reason for the client's reaction; `matched` is False where only
    `otherwise` answered.
    """

    number: int
    text: str
    at: float = 0.0
    where: Where = "dm"
    reading: Reading = Reading()
    client: tuple[Message, ...] = ()
    state: str | None = None
    stage: Stage | None = None
    trust: int | None = None
    trust_change: int = 0
    why: tuple[str, ...] = ()
    matched: bool = True
    nearest: str | None = None


class Closing(Noun):
    """How a conversation ended in its scenario."""

    id: str
    kind: EndingKind


class Transcript(Noun):
    """A whole conversation: `opening` is what was said before the counselor's first turn."""

    scenario: str | None = None
    opening: tuple[Message, ...] = ()
    turns: tuple[Turn, ...] = ()
    ending: Closing | None = None
    stopped: bool = False

    @property
    def between_turns(self) -> tuple[tuple[Message, ...], ...]:
        """What was said before each turn of the counselor, and after the last one."""
        return (self.opening, *(turn.client for turn in self.turns))

    @property
    def messages(self) -> tuple[Message, ...]:
        """All that was said but the counselor's turns."""
        return tuple(message for row in self.between_turns for message in row)
