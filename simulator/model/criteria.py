"""The kinds of criterion. There are few kinds in code and many criteria in data."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from simulator.model.anchors import Anchors, Feedback
from simulator.model.levels import SCALE, Judged
from simulator.model.measuring import Moment, Range, ReadingEase, Tally
from simulator.model.names import Act, Acts, Cues, Marks
from simulator.model.noun import Noun
from simulator.model.transcript import EndingKind, Stage, Where


class Call(Noun):
    """What calls for a criterion; `listed`: a scenario that names the criterion calls for it too.

    Where only `unasked` acts do, those that tell the client what they asked do not.
    """

    acts: Acts = ()
    unasked: bool = False
    cues: Cues = ()
    where: Where | None = None
    listed: bool = False


class AnyCriterion(Noun):
    """What all kinds have in common; what it leaves open of suspension its area decides; `turns_from` counts turns."""

    id: str
    area: Annotated[str, "area"]
    title: str
    source: str
    critical: bool = False
    anchors: Anchors
    feedback: Feedback = Feedback()
    impossible: tuple[Judged, ...] = ()
    suspended_by_danger: bool | None = None
    suspended_in_enquiry: bool | None = None
    suspended_in_listening: bool | None = None
    needs_stage: Stage | None = None
    not_after: tuple[EndingKind, ...] = ()
    turns_from: int = 1
    called_for: Call | None = None

    @property
    def deciding(self) -> Acts:
        """The acts on which the level hangs: if one of these is unsure, so may be the level."""
        return ()

    @property
    def accusing(self) -> Acts:
        """The acts that speak against the counselor."""
        return ()

    @property
    def deciding_marks(self) -> Marks:
        """Marks by which the level may hang on an act, whatever act it is."""
        return ()

    @model_validator(mode="after")
    def _anchored(self) -> "AnyCriterion":
        for level in reversed(SCALE):
            if bool(getattr(self.anchors, level)) == (level in self.impossible):
                raise ValueError(f"level {level} needs an anchor, or a place in impossible")
        return self


class Order(AnyCriterion):
    """The stages as an alignment against those the scenario needs; up to `partly_up_to` deviations are partly."""

    kind: Literal["order"]
    partly_up_to: int = 1


class Wanted(Noun):
    """One thing wanted, in so many `turns`; with `last_turns` only at the end of the talk."""

    acts: Acts
    turns: int = 1
    last_turns: int | None = None


class Presence(AnyCriterion):
    """Acts that are wanted, in a window. All of `wanted`: met; some, late, or only `weaker` acts: partly.

    `or_answering`: right after such a cue it is never late. `accepted`: the client must accept it. `then` must
    follow. Acts in `spoiled_by` in the same turn make it partly, but not in words that make contact. Where all that was
    said has one of `spoiled_marks` it is partly too, unless one of `limited_by` is said anywhere. `with_moment`: the
    turn of the moment is still in time, within it the order of the sentences does not matter. In the words of an act
    in `not_amid`, or where only the model reads it and the turn holds one, nothing wanted is there.
    """

    kind: Literal["presence"]
    wanted: tuple[Wanted, ...] = Field(min_length=1)
    weaker: Acts = ()
    before: tuple[Moment, ...] = ()
    with_moment: bool = False
    or_answering: Cues = ()
    accepted: bool = False
    then: Literal["name_used"] | None = None
    spoiled_by: Acts = ()
    spoiled_marks: Marks = ()
    limited_by: Acts = ()
    not_amid: Acts = ()

    @property
    def deciding(self) -> Acts:
        return tuple(act for wanted in self.wanted for act in wanted.acts)


class Hazard(Noun):
    """Acts with one of these marks, from when the client showed one of the cues."""

    marks: Marks = Field(min_length=1)
    after: Cues = Field(min_length=1)


class Absence(AnyCriterion):
    """Missteps. One that is taken back, those of one turn that leave was asked for, or up to `slips`, are partly.

    What is `past_mending` cannot be taken back. `until` / `after` bound the talk, `right_after` leaves only replies to
    such cues that answer no direct question, `marks` only acts so marked, `unasked` only those that answer nothing the
    client has just asked.
    What one of `redressed_by` follows within `redress_turns` turns is no finding. `hazards` are missteps in a danger,
    whatever acts they are; nothing makes up for them.
    """

    kind: Literal["absence"]
    acts: Acts = ()
    marks: Marks = ()
    unasked: bool = False
    wrong_facts: bool = False
    until: Moment | None = None
    after: Moment | None = None
    right_after: Cues = ()
    asked_leave: Acts = ()
    taken_back: Acts = ()
    past_mending: Acts = ()
    redressed_by: Acts = ()
    redress_turns: int = 2
    slips: int = 0
    hazards: tuple[Hazard, ...] = ()

    @property
    def deciding(self) -> Acts:
        return self.acts

    @property
    def accusing(self) -> Acts:
        return self.acts

    @property
    def deciding_marks(self) -> Marks:
        return tuple(mark for hazard in self.hazards for mark in hazard.marks)


class Share(AnyCriterion):
    """A ratio between two moments.

    With fewer than `judged_from` things counted it is not applicable; up to `tiny` of them it may be unsure. `instead`
    is counted where there is nothing of `of`; something to nothing at all is beyond every bound. A `unit` that begins
    with `%` is told in percent.
    """

    kind: Literal["share"]
    count: Tally
    of: Tally
    instead: Tally = Tally()
    met: Range
    partly: Range
    since: Moment | None = None
    until: Moment | None = None
    judged_from: int = 0
    tiny: int = 0
    unit: str = ""
    benchmark: str = ""

    @property
    def deciding(self) -> Acts:
        return (*self.count.acts, *self.of.acts, *self.instead.acts)


class Response(AnyCriterion):
    """A cue (or a place, or an act of the counselor's own) calls for one of these acts within so many turns.

    `enough` acts answer in full, `enough_again` where one of `acts` was said before the call, and `acts` unless
    `completed_by` has to join them anywhere after it; `weaker` ones, late ones and those with `spoiled_by` in the same
    turn answer in part. `before` is the latest moment after the call; `once`: one answer to a kind of call is enough;
    `in_danger` acts answer where danger is plain. `elicited`: what the client shows in reply to a turn with one of
    `acts` is answered by that turn, and confirms what it named; where the client shows nothing, asking is enough.
    The feelings in `may_pass` may stay without an answer; if it is not empty, so may a feeling that only the model
    hears.
    """

    kind: Literal["response"]
    cues: Cues = ()
    may_pass: Annotated[tuple[str, ...], "feeling"] = ()
    where: Where | None = None
    own: Acts = ()
    acts: Acts
    enough: Acts = ()
    enough_again: Acts = ()
    completed_by: Acts = ()
    weaker: Acts = ()
    spoiled_by: Acts = ()
    in_danger: Acts = ()
    within: int | None = None
    before: tuple[Moment, ...] = ()
    earlier_counts: bool = False
    once: bool = False
    elicited: bool = False
    met_from: float = 1.0

    @property
    def deciding(self) -> Acts:
        return (*self.acts, *self.enough, *self.enough_again)

    @property
    def accusing(self) -> Acts:
        return (*(act for act in self.own if act not in self.acts), *self.spoiled_by)


class Structure(AnyCriterion):
    """An act with its building blocks in order, read from the act's marks; `met_from` blocks are needed.

    What has not `sentences_from` sentences in a turn, and neither `words_from` words nor a few blocks, is a remark and
    not judged.
    """

    kind: Literal["structure"]
    act: Act
    blocks: Marks
    met_from: int
    words_from: int = 0
    sentences_from: int = 1
    prescriptive: Acts = ()


Bound = Literal["words", "questions", "sentences", "abbreviations"]


class Limit(AnyCriterion):
    """Bounds of a turn; the shares of turns over them that are still met and partly; `ease` is taken over all turns.

    A single turn over a bound named in `without_exception` makes it partly.
    """

    kind: Literal["limit"]
    only_with: Acts = ()
    most: dict[Bound, int] = Field(default={})
    without_exception: tuple[Bound, ...] = ()
    ease: ReadingEase | None = None
    met_up_to: float = 0.0
    partly_up_to: float = 0.25


class Facts(AnyCriterion):
    """The scenario's needed facts: the share given right from which it is met."""

    kind: Literal["facts"]
    met_from: float = 1.0


Criterion = Annotated[
    Order | Presence | Absence | Share | Response | Structure | Limit | Facts, Field(discriminator="kind")
]
