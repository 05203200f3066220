"""Blocks on this terminal, or on whatever standard output is."""

from typing import TYPE_CHECKING

from simulator.commands.debrief_output import Output, columns_of, palette_of, write_out

if TYPE_CHECKING:
    from simulator.render.blocks import Block

TO_TERMINAL = Output("terminal", None, "auto")


def show(blocks: "list[Block]") -> None:
    """Print the blocks, as wide and colourful as the terminal wants them."""
    from simulator.render.to_terminal import printed

    write_out(printed(blocks, columns_of(TO_TERMINAL), palette_of(TO_TERMINAL)), TO_TERMINAL)
