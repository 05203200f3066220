"""Ctrl+Z: the process stops until the shell brings it back, and the client waits as long."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

CAN_STOP = hasattr(signal, "SIGTSTP")
"""Windows has no shells that stop a program and bring it back."""


def stopped_seconds() -> float:
    """Stop this job as Ctrl+Z does; returns when it goes on, at once where no shell could bring it back."""
    if sys.platform == "win32":
        return 0.0
    before = time.monotonic()
    handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        # The whole group, for the shell waits for all of a pipe.
        os.kill(0, signal.SIGTSTP)
    finally:
        signal.signal(signal.SIGTSTP, handler)
    return time.monotonic() - before


@contextmanager
def told_to_stop(act: Callable[[], object]) -> Iterator[None]:
    """Call `act` where this process is asked to stop: by Ctrl+Z in a terminal nobody controls, or by another one."""
    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGTSTP, lambda number, frame: act())
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)
