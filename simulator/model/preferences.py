"""What somebody sets once instead of typing it each time."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from simulator.model.manner import Manner
from simulator.model.noun import Noun
from simulator.model.trainee import CODE, CODE_RULE

FrontChoice = Literal["inline", "full-screen", "plain"]
ColorChoice = Literal["auto", "always", "never"]
Words = Annotated[str, Field(min_length=1)]


def _code(text: str) -> str:
    if not CODE.fullmatch(text):
        raise ValueError(f"this is for a code and never a name; {CODE_RULE}")
    return text


class Preferences(Noun):
    """Every key of the configuration file, with its type, its default and what it is for."""

    trainee: Annotated[str, AfterValidator(_code)] | None = Field(
        None, description="whose sessions these are: a code such as t-07, never a name"
    )
    supervisor: Annotated[str, AfterValidator(_code)] | None = Field(
        None, description="who reviews here: a code such as s-1, never a name"
    )
    database: Words | None = Field(None, description="the file with the sessions; else it is in your data folder")
    front: FrontChoice = Field("inline", description="how a talk looks: inline, full-screen or plain")
    pace: float = Field(
        1.0, ge=0, le=10, description="how long the client types: 1 as the scenario says, 0.5 half of it, 0 not at all"
    )
    mode: Manner = Field("practice", description="how a talk is held: practice, exam or coach")
    color: ColorChoice = Field("auto", description="colors: auto (in a terminal that wants them), always or never")
    help_lines: dict[str, Words] = Field(
        {}, description="a table of names and numbers (or words): where help is, shown by /stop"
    )
