"""How a command hands out debriefs: in which format, where to, and how wide and colourful."""

import shutil
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import click

from simulator.commands.colour import palette_of_stdout
from simulator.commands.saving import output_option, save

if TYPE_CHECKING:
    from simulator.model.debrief import Debrief
    from simulator.render.detail import Detail
    from simulator.render.palette import Palette

FORMATS = ("terminal", "markdown", "html", "json")
DETAILS = ("trainee", "supervisor", "trainer")
FILE_WIDTH = 80
"""Columns of a debrief that goes to no terminal."""

_OPTIONS = (
    click.option("--no-color", is_flag=True, help="No colours in the terminal."),
    output_option,
    click.option("--json", "as_json", is_flag=True, help="The same as --format json."),
    click.option("--format", "chosen", type=click.Choice(FORMATS), default="terminal", show_default=True),
)


class Output(NamedTuple):
    """What the command line asks for; without a file it is standard output, without a detail all that a format has."""

    format: str
    file: Path | None
    colour: Literal["auto", "never"]
    detail: "Detail | None" = None


def output_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--format`, `--json`, `-o` and `--no-color`, which reach it as one `output`."""

    @wraps(command)
    def with_output(**given: Any) -> None:
        chosen = given.pop("chosen")
        chosen = "json" if given.pop("as_json") else chosen
        colour: Literal["auto", "never"] = "never" if given.pop("no_color") else "auto"
        detail = given.pop("detail", None)
        command(output=Output(chosen, given.pop("file"), colour, detail), **given)

    for option in _OPTIONS:
        option(with_output)
    return with_output


detail_option = click.option(
    "--detail",
    type=click.Choice(DETAILS),
    help="For whom: a trainee sees no rules and hints, only a trainer sees measures and hashes.  "
    "[default: supervisor; trainer in JSON]",
)


def hand_out(debriefs: "Sequence[Debrief]", output: Output) -> None:
    """Print the debriefs or write them to the file.

    Raises SimulatorError where the file cannot be written, UsageError where one document cannot hold them all.
    """
    if output.format == "html" and len(debriefs) > 1:
        raise click.UsageError("an HTML file holds one debrief; name one transcript, or choose another format")
    text = ("" if output.format == "json" else "\n").join(_rendered(one, output) for one in debriefs)
    if debriefs or output.file is None:
        write_out(text, output)


def write_out(text: str, output: Output) -> None:
    """Print the text or write it to the file. SimulatorError where the file cannot be written."""
    if output.file is None:
        # The palette has decided on colours already.
        click.echo(_for_stream(text), nl=False, color=True)
    else:
        save(output.file, text.encode())


def columns_of(output: Output) -> int:
    """The width of the terminal, or that of a file."""
    return shutil.get_terminal_size((FILE_WIDTH, 24)).columns if output.file is None else FILE_WIDTH


def palette_of(output: Output) -> "Palette":
    """Colours for a terminal that wants them, never for a file."""
    from simulator.render.palette import PLAIN

    return PLAIN if output.colour == "never" or output.file is not None else palette_of_stdout()


def _rendered(debrief: "Debrief", output: Output) -> str:
    from simulator.render.detail import shown_to

    # What others read in JSON is complete unless somebody wants it otherwise.
    debrief = shown_to(debrief, output.detail or ("trainer" if output.format == "json" else "supervisor"))
    # Only the renderer that is asked for is read.
    if output.format == "json":
        from simulator.render.to_json import to_json

        return to_json(debrief)
    if output.format == "markdown":
        from simulator.render.to_markdown import to_markdown

        return to_markdown(debrief)
    if output.format == "html":
        from simulator.render.to_html import to_html

        return to_html(debrief)
    from simulator.render.to_terminal import to_terminal

    return to_terminal(debrief, columns_of(output), palette_of(output))


def _for_stream(text: str) -> str:
    """The text with escapes for what the encoding of standard output does not have."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
