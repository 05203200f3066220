"""Coded examples beside the codebook's own: what the linear models are fitted on, one JSON object a line."""

from simulator.model.noun import Noun
from simulator.model.scenario import OneOrMore


class CodedTurn(Noun):
    """A counselor turn with all its acts; `client` is what the client wrote just before, latest last."""

    text: str
    client: OneOrMore = ()
    acts: tuple[str, ...]


class CodedMessage(Noun):
    """A client message with all its cues; `after` is the counselor turn it answers, empty where there is none."""

    text: str
    after: str = ""
    cues: tuple[str, ...]
