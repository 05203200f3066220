"""How levels, turns, acts and quotations are put into words, the same in every format."""

import re
from collections.abc import Iterable, Iterator

from simulator.model.debrief import Figure, Quote
from simulator.model.levels import LevelName
from simulator.render.blocks import Bar, Bubble, Item, Ladder, Line, Point, Span, Tone, line, quiet, quote

SIGNS: dict[LevelName, str] = {"met": "●", "partly": "◐", "not_yet": "○", "unsure": "?", "not_applicable": "–"}
LEVEL_WORDS: dict[LevelName, str] = {
    "met": "met",
    "partly": "partly",
    "not_yet": "not yet",
    "unsure": "for your supervisor to judge",
    "not_applicable": "did not come up",
}

ENDINGS = {
    "reached": "reached",
    "mixed": "reached in part",
    "handed_over": "handed over",
    "broken_off": "broken off",
}
ENDINGS_IN_SHORT = {
    "reached": "the client got what they came for",
    "mixed": "the client got something of it",
    "handed_over": "help took over",
    "broken_off": "the client broke it off",
}
ENDINGS_IN_FULL = {
    "reached": "The client got what they came for.",
    "mixed": "The client got something of what they came for, not all.",
    "handed_over": "Help has taken over.",
    "broken_off": "The client broke it off.",
}


def level(name: LevelName) -> Span:
    """A level with its sign."""
    return Span(f"{SIGNS[name]} {LEVEL_WORDS[name]}", name)


def worded(identifier: str) -> str:
    """An id of the codebook or of a scenario as words."""
    return identifier.replace("_", " ").replace("-", " ")


def turn_named(turn: int) -> str:
    """Turns count from 1; the opening is turn 0."""
    return f"turn {turn}" if turn else "the opening"


def turn_linked(turn: int, tone: Tone = "plain") -> Span:
    """The turn by its number, leading to it."""
    return Span(turn_named(turn), tone, f"turn-{turn}")


def turns_linked(turns: Iterable[int], tone: Tone = "plain") -> Line:
    """`turn 2`, or `turns 2, 4`, each number leading to its turn."""
    first, *rest = turns
    if not rest:
        return (turn_linked(first, tone),)
    links = [Span(str(turn), tone, f"turn-{turn}") for turn in (first, *rest)]
    return (Span("turns ", tone), links[0], *(one for more in links[1:] for one in (Span(", ", tone), more)))


def quotation(found: Quote) -> Line:
    """Who wrote it, where, and the sentence; the rule that found it stands in the annotated conversation."""
    return line(turn_linked(found.turn, "quiet"), quiet(f", {found.speaker}: "), quote(found.sentence))


def marked(bubble: Bubble) -> Iterator[Line]:
    """For each stretch of words in a bubble what it shows, and by which rules."""
    for mark in bubble.marks:
        rules = quiet(f" ({', '.join(mark.rules)})" if mark.rules else "")
        yield line(quote(bubble.text[mark.start : mark.end]), f" {', '.join(mark.names)}", rules)


def as_items(point: Point) -> Iterator[Item]:
    """A point in words alone; of a table each row: what it is about, and below it the cells under their heads."""
    match point:
        case Item():
            yield point
        case Bar():
            yield Item(point.line)
        case Ladder():
            yield Item((*point.line, Span(" · "), *point.signs))
        case _:
            for first, *cells in point.rows:
                told = zip(point.head[1:], cells, strict=True)
                yield Item(first, tuple(line(quiet(f"{head}: "), *cell) for head, cell in told))


def figure(found: Figure) -> Line:
    """A number with its unit and what it is read against."""
    value = f"{found.value:.2f}".rstrip("0").rstrip(".")
    unit = f" {found.unit}" if found.unit else ""
    return line(
        found.name, ": ", found.shown or value + unit, quiet(f" ({found.benchmark})" if found.benchmark else "")
    )


def when(date: str) -> str:
    """`2026-01-05 20:00 UTC` for a date with its time as the program writes it, any other as it is."""
    return re.sub(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(\.\d+)?(Z|\+00:00)$", r"\1 \2 UTC", date)


def minutes(seconds: float) -> str:
    """`12:05` for 725 seconds."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
