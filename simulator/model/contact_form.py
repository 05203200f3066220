"""The short form a service keeps of a contact: its questions as data, and an answered one beside what was said."""

from typing import Literal

from pydantic import Field, model_validator

from simulator.model.debrief import Quote
from simulator.model.defaults import DEFAULT_LANGUAGE
from simulator.model.names import Acts, Cues, twice
from simulator.model.noun import Noun
from simulator.model.transcript import Where


class Choice(Noun):
    """One answer to choose, and what in a talk shows it; `otherwise` is shown where no other choice of its question is.

    A choice that nothing shows cannot be compared.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    title: str
    acts: Acts = ()
    cues: Cues = ()
    where: Where | None = None
    opens: Literal["client", "counselor"] | None = None
    otherwise: bool = False

    @property
    def is_told(self) -> bool:
        """Whether anything in a talk can show it."""
        return bool(self.acts or self.cues or self.where or self.opens or self.otherwise)


class Question(Noun):
    """One field of the form. `within` is by how many minutes an answer may be off that is compared with the times.

    `code` takes a code and never a name; `facts` are those of the scenario, where the talk plays one.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    asks: str
    kind: Literal["code", "one", "several", "minutes", "facts"]
    choices: tuple[Choice, ...] = ()
    within: int = Field(default=5, ge=0)

    @model_validator(mode="after")
    def _has_choices(self) -> "Question":
        if (self.kind in ("one", "several")) != bool(self.choices):
            raise ValueError(f"question {self.id}: only kinds one and several have choices; and these need some")
        if again := twice([choice.id for choice in self.choices]):
            raise ValueError(f'question {self.id}: the choice "{again}" stands twice; give each an id of its own')
        return self


class FormDefinition(Noun):
    """A file of `rubrics/forms/`; `minutes` is how long filling it in may take."""

    format: Literal[1]
    id: str
    title: str
    language: str = DEFAULT_LANGUAGE
    source: str = ""
    minutes: int = 5
    questions: tuple[Question, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _told_apart(self) -> "FormDefinition":
        if again := twice([question.id for question in self.questions]):
            raise ValueError(f'the question "{again}" stands twice; give each an id of its own')
        return self


class Said(Noun):
    """What the talk shows about a question, with the words."""

    answer: str
    quotes: tuple[Quote, ...] = ()


class Answer(Noun):
    """One question answered, beside what was really said.

    `missing` was said and not written, `surplus` written and not said; both are titles, as `written` is.
    """

    question: str
    asks: str
    written: tuple[str, ...] = ()
    state: Literal["agrees", "differs", "cannot_tell", "empty"]
    said: tuple[Said, ...] = ()
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()
    note: str = ""


class FormCheck(Noun):
    """A whole form beside the talk it is about. Format 1."""

    format: Literal[1] = 1
    session: str | None = None
    form: str
    title: str
    answers: tuple[Answer, ...]
