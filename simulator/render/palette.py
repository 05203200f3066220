"""What the tones of a debrief look like in a terminal."""

from collections.abc import Mapping

from simulator.render.blocks import Tone

RESET = "\x1b[0m"

Palette = Mapping[Tone, str]
"""The code that begins a tone; a tone without one leaves the text as it is."""

PLAIN: Palette = {}
COLOURED: Palette = {
    "strong": "\x1b[1m",
    "quiet": "\x1b[2m",
    "care": "\x1b[1;33m",
    "person": "\x1b[35m",
    "quote": "\x1b[36m",
    "wording": "\x1b[36m",
    "met": "\x1b[32m",
}
"""The sixteen colours only: a terminal's own theme decides what can be read on its background."""
