"""Whether standard output gets colours."""

import os
import sys
from typing import TYPE_CHECKING

from simulator.commands.configured import configured

if TYPE_CHECKING:
    from simulator.render.palette import Palette


def palette_of_stdout() -> "Palette":
    """Colours as configured; if that is left open, for a terminal that has them."""
    from simulator.render.palette import COLOURED, PLAIN

    choice = configured("color")
    has_colours = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return COLOURED if choice == "always" or (choice == "auto" and has_colours) else PLAIN
