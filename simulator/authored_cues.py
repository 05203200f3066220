"""The cues an author gave the client's lines, found again by their wording in a talk that tells only the words."""

from collections.abc import Iterator

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
    client = scenario.client
    rows = [client.calls_self, client.calls_self_again, client.unanswered]
    for state in scenario.states:
        rows += [state.client, *(one.client for one in (*state.turns, *state.otherwise, *state.silence))]
    for topic in scenario.topics:
        rows += [topic.says[:-1], topic.again_says, topic.else_says]
        yield topic.says[-1], (*topic.says[-1].cue, *topic.cue)
    for row in rows:
        yield from ((line, line.cue) for line in row)
