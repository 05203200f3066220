"""Dangers that a scenario's own lines sound like: one that is meant is named, any other is worded otherwise."""

from collections.abc import Iterable, Iterator

from simulator.coder.client_reader import ClientReader
from simulator.loader.document import Document
from simulator.loader.spots import lines
from simulator.model.scenario import Scenario
from simulator.model.source import Problem
from simulator.model.transcript import Cue
from simulator.render.visible import in_double_quotes


def unnamed_dangers(scenario: Scenario, document: Document, reader: ClientReader) -> Iterator[Problem]:
    """unnamed-danger, once for each line of the client that surely shows dangers which neither line nor topic names."""
    for loc, line in lines(scenario):
        if line.sender:
            continue
        named = {*line.cue, *(scenario.topics[int(loc[1])].cue if loc[0] == "topics" else ())}
        unnamed = reader.dangers - named
        shown = {words: [cue for cue in reader.cues(words) if cue.cue in unnamed] for words in line.wordings}
        sounding = {words: cues for words, cues in shown.items() if cues}
        if sounding:
            what = "; ".join(f'"{words}" sounds like {_like(words, cues)}' for words, cues in sounding.items())
            cues = sorted({cue.cue for cues in sounding.values() for cue in cues})
            meant = f"[{', '.join(cues)}]" if cues[1:] else cues[0]
            look = f"`rehearse code --as-client {in_double_quotes(next(iter(sounding)))}` shows why"
            remedy = f"name it (cue: {meant}) where it is meant, else word the line otherwise; {look}"
            yield document.problem(loc, "unnamed-danger", what, remedy)


def _like(words: str, cues: Iterable[Cue]) -> str:
    """The dangers, each with the words that show it."""
    return " and ".join(f'{cue.cue} ("{words[cue.start : cue.end]}")' for cue in cues)
