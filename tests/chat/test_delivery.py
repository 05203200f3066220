"""The pacing that all live fronts share."""

import asyncio

import pytest

from simulator.chat.delivery import Delivery
from simulator.chat.happenings import Bubble

TEA, END = "We have tea and bread.", "The lamp is green tonight."


class Seen:
    """A front that only remembers, and who was typing when it was asked to draw."""

    def __init__(self, controller, pace: float) -> None:
        self.delivery = Delivery(controller, pace, self)
        self.texts: list[str] = []
        self.writers: list[str] = []

    def show(self, happening) -> None:
        if isinstance(happening, Bubble):
            self.texts.append(happening.text)

    def redraw(self) -> None:
        self.writers.append(self.delivery.writer)


def played(controller, pace, script) -> Seen:
    front = Seen(controller, pace)
    asyncio.run(script(front))
    return front


async def listened(front: Seen, seconds: float) -> None:
    task = asyncio.create_task(front.delivery.listen())
    await asyncio.wait([task], timeout=seconds)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def test_the_own_message_comes_at_once_and_the_answer_when_it_is_typed(start):
    async def script(front: Seen) -> None:
        front.delivery.begin()
        front.delivery.hurry()
        front.delivery.take(TEA)
        assert front.texts == ["hey", TEA]
        await listened(front, 0.01)
        assert front.texts == ["hey", TEA]
        assert front.writers == ["zero", ""]
        await listened(front, 0.5)

    assert played(start(), 0.01, script).texts == ["hey", TEA, "tea?", "nice"]


def test_a_line_that_is_sent_hurries_what_was_still_being_typed(start):
    async def script(front: Seen) -> None:
        front.delivery.begin()
        await listened(front, 0.01)
        front.delivery.take(TEA)

    assert played(start(), 1.0, script).texts == ["hey", TEA]


@pytest.mark.parametrize("pace", [0.0, 0.01])
def test_listening_ends_with_the_talk(start, pace):
    async def script(front: Seen) -> None:
        front.delivery.begin()
        front.delivery.take(TEA)
        front.delivery.take(END)
        assert not front.delivery.is_done
        await asyncio.wait_for(front.delivery.listen(), 5)
        assert front.delivery.is_done

    assert played(start(), pace, script).texts[-2:] == ["good night", "zero is offline."]


def test_leaving_shows_what_waits(start):
    async def script(front: Seen) -> None:
        front.delivery.begin()
        front.delivery.leave()

    controller = start()
    assert played(controller, 1.0, script).texts == ["hey"]
    assert controller.talk.phase == "open"
    assert not controller.prompt.is_open
