"""Readers made in a thread of their own, while the trainee reads the briefing."""

from contextlib import suppress
from threading import Thread

from simulator.recording import Recording


def making_ready(recording: Recording) -> Thread:
    """The thread, begun; whoever needs the readers meanwhile waits for it, and is told what goes wrong in it."""
    # No daemon: one that is at work in a library of compiled code while Python ends takes the whole process down.
    thread = Thread(target=_quietly, args=(recording,))
    thread.start()
    return thread


def _quietly(recording: Recording) -> None:
    # Whatever fails fails again where the readers are needed, and is told there.
    with suppress(Exception):
        recording.make_ready()
