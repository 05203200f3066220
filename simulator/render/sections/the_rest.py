"""Where the rest of a debrief is that is only shown in short."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief
from simulator.render.blocks import Block, Paragraph, line, strong


def the_rest(debrief: Debrief) -> Iterator[Block]:
    """The command that shows all of it."""
    command = " ".join(filter(None, ("rehearse debrief", debrief.header.session)))
    yield Paragraph(line("Everything, with your words and every criterion: ", strong(command)))
