"""What is said of a talk that was stopped: nothing of it is judged."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief
from simulator.render.blocks import Block, Heading, Paragraph, line


def stopped(debrief: Debrief) -> Iterator[Block]:
    """Kind words, and those of the scenario for afterwards."""
    yield Heading("You stopped this talk", name="stopped")
    yield Paragraph(
        line(
            "Nothing in it is judged, and you owe nobody a reason. Knowing when to stop is part of looking after "
            "yourself. If something of it stays with you, your supervisor is there for that too."
        )
    )
    if debrief.header.aftercare:
        yield Paragraph(line(debrief.header.aftercare))
