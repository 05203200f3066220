"""A guide for the supervision talk, by its three functions (manual 5.1), for five minutes and for twenty."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief, Function, GuideQuestion
from simulator.render.blocks import Block, Heading, Item, Line, Paragraph, line, quiet, strong
from simulator.render.wording import quotation, turn_linked, turn_named

FUNCTIONS: dict[Function, tuple[str, str]] = {
    "formative": ("To learn from (formative)", "what happened between the two of you, and what else could be tried"),
    "supportive": ("To be carried (supportive)", "what the talk did to you, and what you need"),
    "normative": ("To stand by (normative)", "ethics, boundaries, and the role of a peer"),
}
SUPPORT = "Supervision is there to support, not to check. Begin with what worked; what is unclear stays a question."
TWENTY = "The questions of the five minutes, with more time for each, and then these, as far as they help:"


def supervision(debrief: Debrief) -> Iterator[Block]:
    """The questions that this talk gives reason to ask, each with what it is tied to."""
    if not debrief.guide:
        return
    yield Heading("For the supervision talk", name="supervision")
    yield Paragraph(line(SUPPORT))
    short = [one for one in debrief.guide if one.minutes == 5]
    if short:
        yield Heading("In five minutes", 3, "five-minutes")
    for one in short:
        yield _item(one, f"{FUNCTIONS[one.function][0]}: ")
    yield Heading("In twenty minutes", 3, "twenty-minutes")
    yield Paragraph(line(TWENTY))
    for function, (title, meaning) in FUNCTIONS.items():
        more = [one for one in debrief.guide if one.function == function and one not in short]
        if more:
            yield Paragraph(line(strong(title), quiet(f" – {meaning}")), "function")
        yield from (_item(one, "") for one in more)


def _item(one: GuideQuestion, title: str) -> Item:
    return Item(line(strong(title), *_asked(one)), tuple(_below(one)))


def _asked(one: GuideQuestion) -> Line:
    """The question, its turn leading there."""
    named = turn_named(one.turn) if one.turn is not None else ""
    before, found, after = one.asks.partition(named) if named else (one.asks, "", "")
    return line(before, turn_linked(one.turn), after) if found and one.turn is not None else line(one.asks)


def _below(one: GuideQuestion) -> Iterator[Line]:
    """What the question is tied to, where it does not say it itself."""
    if one.quote and one.quote.sentence not in one.asks:
        yield quotation(one.quote)
    if one.listen_for:
        yield line(quiet("listen for: "), one.listen_for)
