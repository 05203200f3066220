"""Dangers that a scenario's own lines sound like: one that is meant is named, any other is worded otherwise."""

from collections.abc import Iterator

from simulator.coder.client_reader import ClientReader
from simulator.loader.document import Document
from simulator.loader.spots import lines
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def unnamed_dangers(scenario: Scenario, document: Document, reader: ClientReader) -> Iterator[Problem]:
    """unnamed-danger, for each wording of the client that surely shows a danger which neither line nor topic names."""
    for loc, line in lines(scenario):
        if line.sender:
            continue
        named = {*line.cue, *(scenario.topics[int(loc[1])].cue if loc[0] == "topics" else ())}
        shown = {cue.cue: words for words in line.wordings for cue in reader.cues(words)}
        for danger in sorted(reader.dangers & shown.keys() - named):
            what = f'"{shown[danger]}" sounds like {danger}'
            remedy = f"name it (cue: {danger}) where it is meant, else word the line otherwise"
            yield document.problem(loc, "unnamed-danger", what, remedy)
