"""The pacing of a talk: what happens reaches a live front when it has been typed, and silences are listened to."""

import asyncio
from collections import deque
from typing import Protocol

from simulator.chat.controller import Controller
from simulator.chat.happenings import Bubble, Happening, Happenings

TICK_SECONDS = 0.25
"""How often the client may notice a silence."""


class Front(Protocol):
    """Where a talk is seen."""

    def show(self, happening: Happening) -> None:
        """Put it below what is there."""

    def redraw(self) -> None:
        """Somebody began or ceased to type."""


class Delivery:
    """Takes lines to the controller, and brings back what comes of them at a reader's pace.

    `pace` stretches the client's typing times (1: the scenario's, 0: none). `writer` is who types just now.
    """

    def __init__(self, controller: Controller, pace: float, front: Front) -> None:
        self._controller = controller
        self._pace = pace
        self._front = front
        self._waiting: deque[Happening] = deque()
        self.writer = ""

    @property
    def is_done(self) -> bool:
        """Whether the talk is over and all of it was shown."""
        return not self._waiting and not self._controller.prompt.is_open

    def begin(self) -> Happenings:
        """Show what comes before the first pause; all of the beginning is returned."""
        begun = self._controller.begin()
        self._hand_over(begun)
        return begun

    def take(self, line: str) -> None:
        """A line of the trainee: shown at once, and before it what the client was still typing."""
        self.hurry()
        self._hand_over(self._controller.take(line))

    def leave(self) -> None:
        """The trainee goes; nothing waits any longer."""
        self.hurry()
        self._hand_over(self._controller.leave())

    def hurry(self) -> None:
        """Show all that waits."""
        while self._waiting:
            self._front.show(self._waiting.popleft())

    async def listen(self) -> None:
        """Show what waits when its time has come, and what the client does about silence, until the talk is over.

        To be cancelled before a line is taken, and begun again after it.
        """
        await self._deliver()
        while self._controller.prompt.is_open:
            await asyncio.sleep(TICK_SECONDS)
            self._waiting.extend(self._controller.tick())
            await self._deliver()

    async def _deliver(self) -> None:
        while self._waiting:
            await self._pause_before(self._waiting[0])
            self._front.show(self._waiting.popleft())

    async def _pause_before(self, happening: Happening) -> None:
        if not isinstance(happening, Bubble) or not happening.delay * self._pace:
            return
        self.writer = happening.sender
        self._front.redraw()
        try:
            await asyncio.sleep(happening.delay * self._pace)
        finally:
            self.writer = ""
            self._front.redraw()

    def _hand_over(self, happenings: Happenings) -> None:
        self._waiting.extend(happenings)
        while self._waiting and not _typing_time(self._waiting[0]):
            self._front.show(self._waiting.popleft())


def _typing_time(happening: Happening) -> float:
    """Seconds, before they are stretched."""
    return happening.delay if isinstance(happening, Bubble) else 0.0
