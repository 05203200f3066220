"""How a command hands out what it found: in which format, where to, and how wide and colourful."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.commands.configured import configured
from simulator.commands.format_option import format_option
from simulator.errors import SimulatorError

if TYPE_CHECKING:
    from simulator.render.blocks import Block
    from simulator.render.detail import Detail
    from simulator.render.palette import Palette
    from simulator.store.protocol import Store

FILE_WIDTH = 80
"""Columns of what goes to no terminal."""

output_option = click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)


class Output(NamedTuple):
    """What the command line asks for; without a file it is standard output, without a detail all that a format has."""

    format: str = "terminal"
    file: Path | None = None
    no_color: bool = False
    detail: "Detail | None" = None


def output_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--format`, `--json`, `-o` and `--no-color`, which reach it as one `output`."""

    @wraps(command)
    def with_output(**given: Any) -> None:
        asked = {field: given.pop(field) for field in Output._fields if field in given}
        command(output=Output(**asked), **given)

    no_color = click.option("--no-color", is_flag=True, help="No colours in the terminal.")
    return format_option("terminal", "markdown", "html", "json")(output_option(no_color(with_output)))


def printed(blocks: "Iterable[Block]", output: Output) -> str:
    """The blocks in the format that is asked for, which is not JSON."""
    # Only the renderer that is asked for is read.
    if output.format == "markdown":
        from simulator.render.to_markdown import printed as to_markdown

        return to_markdown(blocks)
    if output.format == "html":
        from simulator.render.to_html import printed as to_html

        return to_html(blocks)
    from simulator.render.to_terminal import printed as to_terminal

    columns = shutil.get_terminal_size((FILE_WIDTH, 24)).columns if output.file is None else FILE_WIDTH
    return to_terminal(blocks, columns, _palette(output))


def show(blocks: "Iterable[Block]") -> None:
    """Print the blocks, as wide and colourful as the terminal wants them."""
    write_out(printed(blocks, Output()))


def write_out(text: str, file: Path | None = None) -> None:
    """Print the text or write it to the file. SimulatorError where the file cannot be written."""
    if file is None:
        # The palette has decided on colours already.
        click.echo(_for_stream(text), nl=False, color=True)
    else:
        save(file, text.encode())


def save(file: Path, content: bytes) -> None:
    """Write the file anew. SimulatorError where it cannot be written."""
    try:
        file.write_bytes(content)
    except OSError as wrong:
        raise SimulatorError(f"{file}: cannot be written ({wrong.strerror}); name another file with -o") from None


def save_noted(store: "Store", sessions: Iterable[str], file: Path, content: bytes) -> None:
    """Write words of these sessions to the file, which goes when they are deleted. SimulatorError as `save`."""
    # Noted first: a file that nobody knows of could not be taken away with the session.
    for session in sessions:
        store.note_export(session, str(file.resolve()))
    save(file, content)


def _palette(output: Output) -> "Palette":
    """Colours as configured, never for a file; if that is left open, for a terminal that has them."""
    from simulator.render.palette import COLOURED, PLAIN

    if output.no_color or output.file is not None:
        return PLAIN
    choice = configured("color")
    has_colours = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return COLOURED if choice == "always" or (choice == "auto" and has_colours) else PLAIN


def _for_stream(text: str) -> str:
    """The text with escapes for what the encoding of standard output does not have."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
