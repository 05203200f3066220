"""Coded examples beside the codebook's own: what the models are fitted on, one JSON object a line."""

from pydantic import Field

from simulator.model.names import OneOrMore
from simulator.model.noun import Noun


class CodedTurn(Noun):
    """A counselor turn with all its acts; `client` is what the client wrote just before, latest last.

    It counts for fitting as much as so many other turns.
    """

    text: str
    client: OneOrMore = ()
    acts: tuple[str, ...]
    counts: float = Field(default=1.0, gt=0)


class CodedMessage(Noun):
    """A client message with all its cues; `after` is the counselor turn it answers, empty where there is none."""

    text: str
    after: str = ""
    cues: tuple[str, ...]
    counts: float = Field(default=1.0, gt=0)


class Ways(Noun):
    """Different ways to say one thing; `theme` is what other things of the same file it is easily mistaken for."""

    theme: str
    meaning: str
    ways: tuple[str, ...] = Field(min_length=2)
