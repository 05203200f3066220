"""What `code` shows of a turn: its acts, why they were read, and why another was not."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from simulator.coder.coder import Coder
    from simulator.coder.found import Context
    from simulator.model.transcript import Act, Evidence, Reading


class Line(NamedTuple):
    """A message to be coded: the object it came in, its words, and what the other wrote before, the latest last."""

    row: dict[str, Any]
    text: str
    before: tuple[str, ...]

    @property
    def context(self) -> "Context":
        from simulator.coder.found import Context

        return Context(self.before)

    def quoted(self, evidence: "Evidence") -> str:
        """The words, in quotation marks."""
        return json.dumps(self.text[evidence.start : evidence.end], ensure_ascii=False)


class CodeReading:
    """Reads turns by a codebook alone."""

    before = "prev_client"
    """The key of a line of JSON under which the other's words stand."""
    nothing = "no act"

    def __init__(self, coder: "Coder") -> None:
        self._coder = coder

    def coded(self, line: Line) -> dict[str, Any]:
        """The object it came in, with what was read."""
        return {**line.row, **acts_coded(self._coder.read(line.text, line.context))}

    def shown(self, line: Line) -> Iterator[str]:
        """One line for each thing that was read; none where nothing was."""
        return acts_shown(line, self._coder.read(line.text, line.context))

    def in_short(self, line: Line) -> str:
        """What was read by its names alone, for a table of many messages."""
        return ", ".join(dict.fromkeys(act.act for act in self._coder.read(line.text, line.context).acts))

    def explained(self, line: Line) -> Iterator[str]:
        """Sentence by sentence what was matched."""
        from simulator.authoring.explain import explained

        page = self._coder.page(line.text, line.context)
        return explained(page, self._coder.reading(page, line.context))

    def why_not(self, name: str, line: Line) -> Iterator[str]:
        """What comes nearest to the act. Raises ContentError for an unknown one."""
        from simulator.authoring.explain import why_not

        return why_not(name, line.text, line.context, self._coder)


def acts_coded(reading: "Reading") -> dict[str, Any]:
    """The acts as data."""
    return {"acts": _spans(reading.acts), "unsure": _spans(reading.unsure)}


def acts_shown(line: Line, reading: "Reading") -> Iterator[str]:
    """A line for each act."""
    yield from (f"{act.act:24} {line.quoted(act)}  ({act.by})" for act in reading.acts)
    yield from (f"{act.act:24} {line.quoted(act)}  ({act.by}, unsure)" for act in reading.unsure)


def _spans(acts: "Iterable[Act]") -> list[dict[str, Any]]:
    return [
        {"act": act.act, "start": act.start, "end": act.end, "by": act.by, "strength": act.strength}
        | ({"marks": list(act.marks)} if act.marks else {})
        for act in acts
    ]
