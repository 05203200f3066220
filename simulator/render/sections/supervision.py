"""Questions to take along to the supervision talk (manual 5.1)."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief
from simulator.render.blocks import Block, Heading, Item, line


def supervision(debrief: Debrief) -> Iterator[Block]:
    """The questions of the rubric, tied to the turns of this talk where they can be."""
    if debrief.questions:
        yield Heading("For the supervision talk", name="supervision")
    yield from (Item(line(question)) for question in debrief.questions)
