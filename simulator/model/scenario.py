"""A scenario: a client, what moves them, what they can tell, and how it can end."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from simulator.model.card import CriterionChoice, Level
from simulator.model.defaults import DEFAULT_LANGUAGE, DEFAULT_RUBRIC
from simulator.model.names import Acts, Facts, Moves, OneOrMore, Questions, States, Target, Topics
from simulator.model.noun import Noun
from simulator.model.transcript import STAGES, EndingKind, Stage, Where


def _as_line(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class ClientQuestion(Noun):
    """A question of the client that stays open until the counselor answers it, by an act or in given words."""

    id: str
    answered_by: Acts = ()
    answered_as: tuple[str, ...] = ()
    reminder: str | None = None


class Condition(Noun):
    """When something applies; every key that is given has to hold.

    `any`, `all` and `none` look at the acts of this turn; `already` and `unless_already` at those before it; `topic` at
    the topics it asks about, `any_topic` at whether it asks about one.
    `facts_given`, `facts_told_wrong`, `topics_told`, `moves_made`, `questions_answered`, `states_entered` and their
    contraries look at the whole talk, this turn included. Times are seconds.
    """

    any: Acts = ()
    all: Acts = ()
    none: Acts = ()
    already: Acts = ()
    unless_already: Acts = ()
    topic: Annotated[OneOrMore, "topic"] = ()
    any_topic: bool | None = None
    fact: Annotated[OneOrMore, "fact"] = ()
    fact_wrong: Annotated[OneOrMore, "fact"] = ()
    move: Annotated[OneOrMore, "move"] = ()
    answers: Annotated[OneOrMore, "question"] = ()
    facts_given: Facts = ()
    facts_missing: Facts = ()
    facts_told_wrong: Facts = ()
    facts_not_told_wrong: Facts = ()
    topics_told: Topics = ()
    topics_untold: Topics = ()
    moves_made: Moves = ()
    moves_unmade: Moves = ()
    questions_answered: Questions = ()
    questions_unanswered: Questions = ()
    states_entered: States = ()
    states_unentered: States = ()
    where: Where | None = None
    trust_at_least: int | None = None
    trust_below: int | None = None
    turn_at_least: int | None = None
    turns_in_state_at_least: int | None = None
    seconds_at_least: float | None = None
    scenario_seconds_at_least: float | None = None


ALWAYS = Condition()
"""The condition that asks for nothing."""


class Line(Noun):
    """One bubble of the client: a text, or wordings to choose from; who says it and where, and what it shows.

    It is left out while `needs` does not hold.
    """

    text: str | None = None
    variants: tuple[str, ...] = ()
    sender: Annotated[str | None, "speaker"] = Field(default=None, alias="from")
    where: Where | None = None
    needs: Condition = ALWAYS
    cue: Annotated[OneOrMore, "cue"] = ()
    asks: ClientQuestion | None = None

    @model_validator(mode="after")
    def _one_wording(self) -> "Line":
        if (self.text is None) == (not self.variants):
            raise ValueError("a line has either text or variants; give one of the two")
        return self

    @property
    def wordings(self) -> tuple[str, ...]:
        return self.variants or (self.text or "",)


Lines = tuple[Annotated[Line, BeforeValidator(_as_line)], ...]


class Reaction(Noun):
    """What the client does: lines, a change of trust, a next state or ending, and the reason for the debrief."""

    client: Lines = ()
    trust: int = 0
    to: Target = None
    why: str | None = None


class Transition(Reaction):
    """A reaction that a turn can bring about; the first whose condition holds wins."""

    when: Condition


class Silence(Reaction):
    """A reaction to nothing being said for `after_seconds` since the last message."""

    after_seconds: float = Field(gt=0)


class State(Noun):
    """A station of the talk. `where` moves the talk to the group or to a private chat on entering.

    Who asks for more ("tell me more about that") is told the next of the topics of `goes_on`, and who asks how that is
    the next of `feels`.
    """

    id: str
    stage: Stage
    where: Where | None = None
    client: Lines = ()
    goes_on: Topics = ()
    feels: Topics = ()
    turns: tuple[Transition, ...] = ()
    otherwise: tuple[Reaction, ...] = ()
    silence: tuple[Silence, ...] = ()


class Topic(Noun):
    """Something the client tells when asked, once `needs` holds; `says` is a row of bubbles.

    `goes_on` and `feels` are the topics that come next, as with a state.
    Only what tells of `danger` answers a question after danger, unless it is asked in the words of another topic.
    """

    id: str
    asked_as: tuple[str, ...] = Field(min_length=1)
    not_as: tuple[str, ...] = ()
    needs: Condition = ALWAYS
    states: States = ()
    danger: bool = False
    trust: int = 0
    says: Lines = Field(min_length=1)
    again_says: Lines = ()
    else_says: Lines = ()
    goes_on: Topics = ()
    feels: Topics = ()
    cue: Annotated[OneOrMore, "cue"] = ()
    why: str | None = None

    def is_told_in(self, state: str) -> bool:
        """Whether it can be told in this state; without `states` in every one."""
        return not self.states or state in self.states


class Fact(Noun):
    """Something a good counselor gets right here; `source` is where the fact comes from."""

    id: str
    fact: str
    given_as: tuple[str, ...] = Field(min_length=1)
    wrong_as: tuple[str, ...] = ()
    not_as: tuple[str, ...] = ()
    needed: bool = False
    source: str


class ScenarioMove(Noun):
    """Something only this scenario can tell apart; `crosses` counts it against a criterion."""

    id: str
    said_as: tuple[str, ...] = Field(min_length=1)
    not_as: tuple[str, ...] = ()
    with_act: Annotated[str | None, "act"] = None
    crosses: Annotated[str | None, "criterion"] = None


class Trust(Noun):
    """The client's trust, in whole steps; at `leaves_at` or below the client goes to `leaves_to`."""

    start: int = 0
    least: int = -10
    most: int = 10
    leaves_at: int | None = None
    leaves_to: Target = None


class Replies(Noun):
    """Pacing of the client's bubbles, in seconds (shortest, longest)."""

    typing_seconds: tuple[float, float] = (1, 4)


class Client(Noun):
    """The person on the other side; `profile` is for whoever reads the file.

    `unanswered` is said to a question there is nothing to tell on, `unanswered_again` to another in the next turn.
    """

    alias: str
    calls_self: Lines = ()
    calls_self_again: Lines = ()
    unanswered: Lines = ()
    unanswered_again: Lines = ()
    trust: Trust = Trust()
    replies: Replies = Replies()
    profile: str = ""

    @model_validator(mode="before")
    @classmethod
    def _one_answer(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("calls_self"), str):
            return {**data, "calls_self": [data["calls_self"]]}
        return data


class Speaker(Noun):
    """Another person in a group chat."""

    id: str
    alias: str


class Ending(Noun):
    """How the talk can end; `says` is a notice of the platform, `epilogue` what became of the client."""

    id: str
    kind: EndingKind
    says: str | None = None
    debrief: str
    epilogue: str | None = None


class Channel(Noun):
    """Where the talk takes place."""

    platform: str = "telegram"
    kind: Literal["private", "group", "forum"] = "private"


class Safety(Noun):
    """Words for the trainee after a hard conversation."""

    aftercare: str = ""


class Scenario(Noun):
    """A whole scenario file; the first state is where it begins."""

    format: Literal[1]
    id: str
    title: str
    language: str = DEFAULT_LANGUAGE
    level: Level = "beginner"
    source: str
    objectives: tuple[str, ...] = ()
    content_note: str = ""
    channel: Channel = Channel()
    opens: Literal["client", "counselor"]
    you_are: str
    briefing: str
    rubric: str = DEFAULT_RUBRIC
    client: Client
    speakers: tuple[Speaker, ...] = ()
    moves: tuple[ScenarioMove, ...] = ()
    facts: tuple[Fact, ...] = ()
    topics: tuple[Topic, ...] = ()
    states: tuple[State, ...] = Field(min_length=1)
    endings: tuple[Ending, ...] = Field(min_length=1)
    stages_needed: tuple[Stage, ...] = STAGES
    criteria: dict[str, CriterionChoice] = {}
    safety: Safety = Safety()
