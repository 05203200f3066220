"""How levels, turns, acts and quotations are put into words, the same in every format."""

from collections.abc import Iterable

from simulator.model.debrief import Figure, Quote
from simulator.model.levels import LevelName
from simulator.render.blocks import Line, Span, Tone, line, quiet, quote

LEVELS: dict[str, str] = {
    "met": "● met",
    "partly": "◐ partly",
    "not_yet": "○ not yet",
    "unsure": "? for your supervisor to judge",
    "not_applicable": "– did not come up",
}
# What is not there yet has no colour of alarm: a debrief supports (manual 5.1), and what is critical is said apart.
TONES: dict[str, Tone] = {"met": "good"}

ENDINGS = {
    "reached": "reached",
    "mixed": "good, with something left open",
    "handed_over": "handed over",
    "broken_off": "broken off",
}


def level(name: LevelName) -> Span:
    """A level with its sign."""
    return Span(LEVELS[name], TONES.get(name, "plain"))


def worded(identifier: str) -> str:
    """An id of the codebook or of a scenario as words."""
    return identifier.replace("_", " ").replace("-", " ")


def turn_named(turn: int) -> str:
    """Turns count from 1; the opening is turn 0."""
    return f"turn {turn}" if turn else "the opening"


def turns_named(turns: Iterable[int]) -> str:
    """`turn 2`, or `turns 2, 4`."""
    numbers = list(turns)
    return f"turn{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"


def quotation(found: Quote) -> Line:
    """Who wrote it, where, and the words; the rule that found them stands in the annotated conversation."""
    return line(quiet(f"{turn_named(found.turn)}, {found.speaker}: "), quote(found.quote))


def figure(found: Figure) -> str:
    """A number with its unit and what it is read against."""
    unit = f" {found.unit}" if found.unit else ""
    benchmark = f" ({found.benchmark})" if found.benchmark else ""
    return f"{found.name}: {found.value:.2f}".rstrip("0").rstrip(".") + unit + benchmark


def signed(number: int) -> str:
    """A change, with its plus or minus."""
    return f"{number:+d}"


def minutes(seconds: float) -> str:
    """`12:05` for 725 seconds."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
