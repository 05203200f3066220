"""How `rescore` hands out its comparisons: in full, as JSON lines, or one line a session."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.commands.debrief_output import Output, columns_of, palette_of, write_out

if TYPE_CHECKING:
    from simulator.model.comparison import Comparison


def hand_out_in_full(comparison: "Comparison", output: Output) -> None:
    """Print one comparison or write it to the file. SimulatorError where the file cannot be written."""
    write_out(_rendered(comparison, output), output)


def hand_out_lines(comparisons: "Sequence[Comparison]", output: Output) -> None:
    """The same for many: a line of text for each, or a line of JSON."""
    from simulator.render.comparison import to_json, to_line

    printed = to_json if output.format == "json" else to_line
    write_out("".join(map(printed, comparisons)), output)


def _rendered(comparison: "Comparison", output: Output) -> str:
    from simulator.render.comparison import to_html, to_json, to_markdown, to_terminal

    if output.format == "json":
        return to_json(comparison)
    if output.format == "markdown":
        return to_markdown(comparison)
    if output.format == "html":
        return to_html(comparison)
    return to_terminal(comparison, columns_of(output), palette_of(output))
