"""What the tones of a debrief look like in a terminal."""

from typing import NamedTuple

from simulator.render.blocks import Tone

RESET = "\x1b[0m"


class Palette(NamedTuple):
    """For each tone the code that begins it; an empty one leaves the text as it is."""

    plain: str = ""
    strong: str = ""
    quiet: str = ""
    care: str = ""
    person: str = ""
    quote: str = ""
    wording: str = ""
    met: str = ""
    partly: str = ""
    not_yet: str = ""
    unsure: str = ""
    not_applicable: str = ""

    def paint(self, text: str, tone: Tone) -> str:
        code: str = getattr(self, tone)
        return f"{code}{text}{RESET}" if code and text else text


PLAIN = Palette()
COLOURED = Palette(
    strong="\x1b[1m",
    quiet="\x1b[2m",
    care="\x1b[1;33m",
    person="\x1b[35m",
    quote="\x1b[36m",
    wording="\x1b[36m",
    met="\x1b[32m",
)
"""The sixteen colours only: a terminal's own theme decides what can be read on its background."""
