"""Notes beside a talk: what a trainee says of it afterwards, and what supervisors say of it. Format 1.

History: 1 is the first. A field may be added within a format; one renamed or taken away makes a new one.
"""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from simulator.model.levels import LevelName
from simulator.model.noun import Noun
from simulator.model.trainee import CODE

Code = Annotated[str, Field(pattern=f"^{CODE.pattern}$")]
"""Who a person is here: a code, never a name."""

UtcTime = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}(\.[0-9]+)?(Z|\+00:00)$")]
"""ISO 8601 in UTC, such as 2026-01-31T10:00:00Z."""

OWN_WORDS = ("text", "reason", "answers")
"""The fields of notes that hold somebody's own words."""


class Written(Noun):
    """What every note has. Nothing is overwritten: a later note stands beside an earlier one.

    `id` stays the same when a note travels to another computer, so that it is never there twice.
    """

    id: Code
    by: Code | None = None
    role: Literal["trainee", "supervisor"]
    at: UtcTime


class SelfRating(Written):
    """How the trainee saw it before the debrief was shown: a level for each of the rubric's items that was answered."""

    kind: Literal["self_rating"] = "self_rating"
    levels: dict[str, LevelName]


class Wellbeing(Written):
    """The trainee's answers about themselves (manual 6.4), kept only where they want it; never judged."""

    kind: Literal["wellbeing"] = "wellbeing"
    answers: dict[str, str]


class Rewrite(Written):
    """An own turn written again after the end; the talk stays as it was."""

    kind: Literal["rewrite"] = "rewrite"
    turn: int = Field(ge=1)
    text: str


class ContactForm(Written):
    """The short form a service keeps of a contact, filled in as an exercise: what was written in each field."""

    kind: Literal["contact_form"] = "contact_form"
    form: str
    fields: dict[str, tuple[str, ...]]


class Comment(Written):
    """Words about a turn, about a criterion, or about the whole talk where it names neither."""

    kind: Literal["comment"] = "comment"
    turn: int | None = None
    criterion: str | None = None
    text: str


class Agreement(Written):
    """A person came to the same level of a criterion as the engine."""

    kind: Literal["agreement"] = "agreement"
    criterion: str
    level: LevelName
    blind: bool = False


class Adjustment(Written):
    """A person came to another level, with the reason; the engine's (as it was then) stays visible beside it.

    The reason is empty only where the person judged `blind` and did not know yet that there was a difference.
    """

    kind: Literal["adjustment"] = "adjustment"
    criterion: str
    level: LevelName
    engine: LevelName | None = None
    reason: str
    blind: bool = False


class Coding(Written):
    """All acts of a turn as a person reads them: what is not named is not there.

    `engine` are the acts the engine found then, `unsure` those it left open.
    """

    kind: Literal["coding"] = "coding"
    turn: int = Field(ge=1)
    acts: tuple[str, ...]
    engine: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    blind: bool = False


class ActVerdict(Written):
    """Whether words of a turn are an act, as a person reads them; `blind` where the engine's reading was not shown."""

    kind: Literal["act_verdict"] = "act_verdict"
    turn: int = Field(ge=1)
    act: str
    start: int = 0
    end: int = 0
    present: bool
    blind: bool = False
    reason: str = ""


class Contest(Written):
    """The trainee sees a level, or a turn, differently."""

    kind: Literal["contest"] = "contest"
    turn: int | None = None
    criterion: str | None = None
    text: str


class SignOff(Written):
    """A supervisor has gone through the whole of it."""

    kind: Literal["sign_off"] = "sign_off"
    text: str = ""


class Bookmark(Written):
    """Where a supervisor left a review, to go on there; it says nothing about the talk."""

    kind: Literal["bookmark"] = "bookmark"
    place: str


Note = Annotated[
    SelfRating
    | Wellbeing
    | Rewrite
    | ContactForm
    | Comment
    | Agreement
    | Adjustment
    | Coding
    | ActVerdict
    | Contest
    | SignOff
    | Bookmark,
    Field(discriminator="kind"),
]

LevelVerdict = Agreement | Adjustment
"""What a person said about a level."""

NOTE: TypeAdapter[Note] = TypeAdapter(Note)
"""Reads any note from plain data; ValidationError where it is none."""
