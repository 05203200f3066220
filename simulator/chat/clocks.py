"""The two kinds of time a talk can run on, in seconds since it began."""

from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """Says how late it is in the talk, and can be moved."""

    def now(self) -> float:
        """Seconds since the talk began."""

    def skip(self, seconds: float) -> None:
        """Move forward, or back where it is less than none."""


class VirtualClock:
    """Stands still unless it is moved; for walks, pipes and bots."""

    def __init__(self, start: float = 0.0) -> None:
        self._now = start

    def now(self) -> float:
        return self._now

    def skip(self, seconds: float) -> None:
        self._now += seconds


class LiveClock:
    """Goes on from `start` with the ticks (seconds from any origin) it is handed."""

    def __init__(self, ticks: Callable[[], float], start: float = 0.0) -> None:
        self._ticks = ticks
        self._origin = ticks() - start

    def now(self) -> float:
        return self._ticks() - self._origin

    def skip(self, seconds: float) -> None:
        self._origin -= seconds
