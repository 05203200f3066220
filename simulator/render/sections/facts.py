"""What became of the facts that mattered in this talk."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief, FactOutcome
from simulator.render.blocks import Block, Heading, Item, Span, line, quiet
from simulator.render.wording import quotation

OUTCOMES: dict[str, Span] = {
    "given": Span("● given", "met"),
    "missed": Span("○ not said", "not_yet"),
    "wrong": Span("× not right", "care"),
    "unsure": Span("? spoken of, right or not", "unsure"),
    "not_applicable": Span("– did not come up", "not_applicable"),
}


def facts(debrief: Debrief) -> Iterator[Block]:
    """Each fact as the scenario has it, with its source and the words that gave it."""
    if debrief.facts:
        yield Heading("Facts that mattered here", name="facts")
    yield from map(_item, debrief.facts)


def _item(one: FactOutcome) -> Item:
    outcome = OUTCOMES[one.outcome]
    if one.outcome == "missed" and not one.needed:
        outcome = outcome._replace(tone="not_applicable")
    needed = quiet(" (needed here)") if one.needed and one.outcome != "not_applicable" else ""
    source = [line(quiet(f"source: {one.source}"))] if one.source else []
    said = [quotation(one.quote)] if one.quote else []
    return Item(line(outcome, ": ", one.fact, needed), (*said, *source))
