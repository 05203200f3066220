"""A file that somebody asked for with `-o`."""

from pathlib import Path

import click

from simulator.errors import SimulatorError

output_option = click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."
)


def save(file: Path, content: bytes) -> None:
    """Write the file anew. SimulatorError where it cannot be written."""
    try:
        file.write_bytes(content)
    except OSError as wrong:
        raise SimulatorError(f"{file}: cannot be written ({wrong.strerror}); name another file with -o") from None
