"""How far long work has come: one line on stderr, where that is a terminal, which is gone when the work is done."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def on_the_way(items: Sequence[T], what: str) -> Iterator[T]:
    """The items one by one, while `what 3 of 20` is shown."""
    if not sys.stderr.isatty():
        yield from items
        return
    room = shutil.get_terminal_size().columns - 1
    try:
        for number, item in enumerate(items, start=1):
            # The cursor goes back to the first column, so that whatever is written next begins there.
            _write(f"{what} {number} of {len(items)} ..."[:room].ljust(room))
            yield item
    finally:
        _write(" " * room)


def _write(line: str) -> None:
    sys.stderr.write(f"{line}\r")
    sys.stderr.flush()
