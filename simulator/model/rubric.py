"""A rubric: what a conversation is judged by, the words its criteria use, and what its debrief adds."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, model_validator

from simulator.model.criteria import Criterion
from simulator.model.debrief import Function
from simulator.model.defaults import DEFAULT_LANGUAGE
from simulator.model.measuring import FigureDefinition
from simulator.model.names import Acts, Cues, Marks
from simulator.model.noun import Noun
from simulator.model.transcript import Cue, Stage


class Area(Noun):
    """Criteria shown together; `practise` names the scenario to play next when this area needs it most.

    With `needs_rule` no misstep counts that only the fitted model reads; the criterion is then left to the supervisor.
    """

    id: str
    title: str
    suspended_by_danger: bool = False
    suspended_in_enquiry: bool = False
    suspended_in_listening: bool = False
    practise: Annotated[str | None, "scenario"] = None
    needs_rule: bool = False


class Enquiry(Noun):
    """How short a talk is in which the client only asks: `turns` of the counselor, `words` of all others together.

    A message of theirs that asks nothing has no more words than `aside`, one that asks no more than `beside` in other
    sentences. The client shows none but these cues and feelings, and asks for no advice; the counselor says no act in
    `without`.
    """

    turns: int
    words: int
    aside: int
    beside: int
    cues: Cues
    feelings: Annotated[tuple[str, ...], "feeling"] = ()
    without: Acts = ()


class Terms(Noun):
    """The words the criteria use: groups of acts, which acts mark a stage, when a request is agreed, what danger is.

    `passing` acts mark a stage only in their place (a thank-you in mid-talk closes nothing); `questions` are the acts
    that may be personal questions; `asked_by` are the cues of a client who asks. `brief` acts of fewer than
    `brief_words` words are passing too. `answers` are the acts that answer the cues in `asked_directly`,
    `advises` those that answer any cue with one of the marks in `advice_asked`. Cues in `confirmed` are present danger
    too where the client shows them in reply to an act in `confirmed_by`. By a cue with a mark in `ear_asked` they ask
    for nothing but to be listened to. A danger with a mark in `over_by`, and none in `still_by`, is not present.
    """

    groups: Annotated[dict[str, tuple[str, ...]], "act"] = Field(default={})
    stages: Annotated[dict[Stage, tuple[str, ...]], "act"] = Field(default={})
    passing: Acts = ()
    brief: Acts = ()
    brief_words: int = 25
    answers: Acts = ()
    asked_directly: Cues = ()
    advises: Acts = ()
    advice_asked: Marks = ()
    ear_asked: Marks = ()
    agreed_by: Acts = ()
    accepted_by: Cues = ()
    declined_by: Cues = ()
    requested_by: Cues = ()
    asked_by: Cues = ()
    danger: Cues = ()
    confirmed: Cues = ()
    confirmed_by: Acts = ()
    over_by: Marks = ()
    still_by: Marks = ()
    directed_by: Acts = ()
    enquiry: Enquiry | None = None
    questions: Acts = ()
    offers: Acts = ()

    def is_danger(self, cue: Cue, after: Iterable[str]) -> bool:
        """Whether what the client shows in reply to a turn with these acts is present danger."""
        confirmed = cue.cue in self.confirmed and not self.resolved(self.confirmed_by).isdisjoint(after)
        return (cue.cue in self.danger or confirmed) and not self.is_over(cue)

    def is_over(self, cue: Cue) -> bool:
        """Whether the words tell of a danger of long ago, and of none today."""
        return not set(self.over_by).isdisjoint(cue.marks) and set(self.still_by).isdisjoint(cue.marks)

    def resolved(self, ids: Iterable[str]) -> frozenset[str]:
        """The ids with `@name` replaced by the acts of that group."""
        found: set[str] = set()
        for one in ids:
            found |= self.resolved(self.groups[one[1:]]) if one.startswith("@") else {one}
        return frozenset(found)


class Technique(Noun):
    """One of the techniques a debrief looks for; it would have suited the turn after one of the cues in `suits`.

    `after`: only right after the client showed one of these cues. In the words of one of `not_amid` it is none, nor
    where its sentences in a turn have fewer than `words_from` words. `hint` says what it is to somebody who could use
    it now, `examples` are wordings that fit any talk.
    """

    technique: str
    acts: Acts
    after: Cues = ()
    not_amid: Acts = ()
    words_from: int = 0
    suits: Cues = ()
    hint: str = ""
    examples: tuple[str, ...] = ()


class Prompt(Noun):
    """A question for the supervision talk, and what the supervisor may listen for.

    It is asked where a criterion has one of `levels`, a client shows one of `cues`, or an `event` is there; without
    any of these in every talk. With `acts` the words of the criterion have to be one of them, and none of `unless` may
    stand in the same turn. `{turn}` and `{quote}` are filled from that. With `minutes: 5` it may stand in the short
    version of the guide.
    """

    function: Function
    minutes: Literal[5, 20] = 20
    about: Annotated[str | None, "criterion"] = None
    levels: tuple[str, ...] = ("not_yet", "partly", "unsure")
    acts: Acts = ()
    unless: Acts = ()
    cues: Cues = ()
    event: Literal["trust_fell", "trust_rose", "broken_off"] | None = None
    asks: str
    listen_for: str = ""

    @model_validator(mode="after")
    def _one_reason(self) -> "Prompt":
        if sum(map(bool, (self.about, self.cues, self.event))) > 1:
            raise ValueError("a prompt has one reason to be asked: about, cues or event")
        if (self.acts or self.unless) and self.about is None:
            raise ValueError("acts and unless are about the words of a criterion: name it in about")
        return self


class SelfRatingItem(Noun):
    """Something the trainee rates before seeing the debrief; it is set beside the levels of these areas."""

    id: str
    areas: Annotated[tuple[str, ...], "area"] = Field(min_length=1)
    asks: str


class WellbeingQuestion(Noun):
    """Something the trainee may ask themselves after a talk (manual 6.4); the answer is never judged."""

    id: str
    asks: str


class Rubric(Noun):
    """A whole rubric file; areas and criteria are shown in the order given.

    `includes` names criteria of other rubrics. Loading puts them in and leaves it empty, so that a rubric in use is
    complete in itself.
    """

    format: Literal[1]
    id: str
    title: str
    language: str = DEFAULT_LANGUAGE
    source: str = ""
    includes: dict[str, tuple[str, ...]] = Field(default={})
    areas: tuple[Area, ...] = Field(min_length=1)
    terms: Terms = Terms()
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    techniques: tuple[Technique, ...] = ()
    figures: tuple[FigureDefinition, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    self_rating: tuple[SelfRatingItem, ...] = ()
    wellbeing: tuple[WellbeingQuestion, ...] = ()
