"""Readers made in a thread of their own, while the trainee reads the briefing."""

from contextlib import suppress
from threading import Timer

from simulator.records.recording import Recording

SOON = 0.3
"""Seconds; by then the first prompt is there, which the making would only delay."""


def making_ready(recording: Recording) -> Timer:
    """The thread that soon makes them; whoever needs them meanwhile waits for it, and is told what goes wrong."""
    thread = Timer(SOON, _quietly, (recording,))
    # No daemon: one that is in a library of compiled code while Python ends takes the whole process down with it.
    thread.daemon = False
    thread.start()
    return thread


def _quietly(recording: Recording) -> None:
    # Whatever fails fails again where the readers are needed, and is told there.
    with suppress(Exception):
        recording.make_ready()
