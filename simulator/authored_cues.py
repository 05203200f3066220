"""The cues an author gave the client's lines, found again by their wording in a talk that tells only the words."""

from collections.abc import Iterator

from simulator.loader.document import Loc
from simulator.loader.spots import lines
from simulator.model.scenario import Line, Scenario

Cues = tuple[str, ...]


def authored_cues(scenario: Scenario) -> dict[str, Cues]:
    """Cues by wording; a wording that stands in several places with different cues is left out."""
    found: dict[str, set[Cues]] = {}
    for line, cues in _lines(scenario):
        for wording in line.wordings:
            found.setdefault(wording, set()).add(cues)
    return {wording: rows.pop() for wording, rows in found.items() if len(rows) == 1}


def _lines(scenario: Scenario) -> Iterator[tuple[Line, Cues]]:
    """Every line of the client with its cues; those of a topic belong to its last line."""
    last: dict[Loc, Cues] = {
        ("topics", at, "says", len(topic.says) - 1): topic.cue for at, topic in enumerate(scenario.topics)
    }
    for loc, line in lines(scenario):
        yield line, (*line.cue, *last.get(loc, ()))
