"""A file that somebody asked for with `-o`."""

from pathlib import Path

from simulator.errors import SimulatorError


def save(file: Path, content: bytes) -> None:
    """Write the file anew. SimulatorError where it cannot be written."""
    try:
        file.write_bytes(content)
    except OSError as wrong:
        raise SimulatorError(f"{file}: cannot be written ({wrong.strerror}); name another file with -o") from None
