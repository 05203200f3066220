"""The time a talk runs on, in seconds since it began."""

from collections.abc import Callable


class Clock:
    """Goes on from `start` with the ticks (seconds from any origin) it is handed; without them it stands still."""

    def __init__(self, start: float = 0.0, ticks: Callable[[], float] = lambda: 0.0) -> None:
        self._ticks = ticks
        self._origin = ticks() - start

    def now(self) -> float:
        return self._ticks() - self._origin

    def skip(self, seconds: float) -> None:
        """Move forward, or back where it is less than none."""
        self._origin -= seconds
