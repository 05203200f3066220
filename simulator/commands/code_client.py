"""What `code --as-client` shows of a client's message: its cues, and the dangers that it may show."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from simulator.commands.code_reading import CodeReading, Line

if TYPE_CHECKING:
    from simulator.coder.client_reader import Shown
    from simulator.model.transcript import Cue, Reading
    from simulator.readers import Readers


class ClientReading(CodeReading):
    """Reads messages of a client, each as the answer to what the counselor wrote before it."""

    before = "after"
    nothing = "no cue"

    def __init__(self, readers: "Readers") -> None:
        super().__init__(readers.coder)
        self._reader = readers.client_reader

    def coded(self, line: Line) -> dict[str, Any]:
        shown = self._shown(line)
        rows = {"cues": shown.cues, "unsure": shown.unsure}
        return {**line.row, **{key: [cue.model_dump(mode="json") for cue in cues] for key, cues in rows.items()}}

    def shown(self, line: Line) -> Iterator[str]:
        shown = self._shown(line)
        yield from (f"{_name(cue):24} {line.quoted(cue)}  ({cue.by}, {cue.strength:.2f})" for cue in shown.cues)
        for cue in shown.unsure:
            yield f"{_name(cue):24} {line.quoted(cue)}  ({cue.by}, {cue.strength:.2f}, unsure)"

    def in_short(self, line: Line) -> str:
        return ", ".join(map(_name, self._shown(line).cues))

    def explained(self, line: Line) -> Iterator[str]:
        from simulator.authoring.explain import cues_explained

        return cues_explained(line.text, self._after(line), self._reader)

    def _shown(self, line: Line) -> "Shown":
        return self._reader.read(line.text, self._after(line))

    def _after(self, line: Line) -> "Reading":
        """The counselor's turn that the message answers."""
        return self._coder.read(line.before[-1] if line.before else "")


def _name(cue: "Cue") -> str:
    return f"{cue.cue} {cue.feels}" if cue.feels else cue.cue
