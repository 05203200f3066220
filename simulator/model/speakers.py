"""Who speaks in a conversation from elsewhere: names of the file, and the codes that stand for them from then on."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from simulator.model.names import twice
from simulator.model.noun import Noun

Part = Literal["counselor", "client", "other", "left_out"]
SpeakerCode = Annotated[str, Field(pattern=r"^[^\W\d_][\w -]{0,31}$")]
"""What stands for a name: a letter, then letters, digits, spaces, - and _, 32 at most."""


class NamedSpeaker(Noun):
    """One person by the name the file has; `also` are other names of theirs, replaced wherever they stand.

    What somebody `left_out` says is not read at all, such as the messages of a bot.
    """

    name: str = Field(min_length=1)
    role: Part
    code: SpeakerCode
    also: tuple[str, ...] = ()


class Speakers(Noun):
    """A speakers file."""

    format: Literal[1]
    speakers: tuple[NamedSpeaker, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _told_apart(self) -> "Speakers":
        if again := twice([name.casefold().strip() for one in self.speakers for name in (one.name, *one.also)]):
            raise ValueError(f'"{again}" stands twice; give each name to one speaker')
        if not any(one.role == "counselor" for one in self.speakers):
            raise ValueError("nobody has the role counselor; give it to the person whose turns are to be judged")
        by_code: dict[str, str] = {}
        for one in self.speakers:
            if by_code.setdefault(one.code.casefold(), one.role) != one.role:
                raise ValueError(f'the code "{one.code}" has two roles; give each role codes of its own')
        return self
