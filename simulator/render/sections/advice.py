"""First what worked, then what to try next."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief, Suggestion
from simulator.render.blocks import Block, Heading, Item, Line, Paragraph, Span, line, quote, strong
from simulator.render.wording import turn_linked


def advice(debrief: Debrief) -> Iterator[Block]:
    """Each point with its turn, the words it is about and, for what to try, words that would have fitted there."""
    if not debrief.transcript.turns:
        return
    yield Heading("What worked", name="worked")
    if not debrief.worked:
        yield Paragraph(
            line("There was too little to go on here to point at words that worked; that is what practice is for.")
        )
    yield from (_item(one, debrief) for one in debrief.worked)
    if debrief.try_next:
        yield Heading("What to try next", name="try-next")
        yield from (_item(one, debrief) for one in debrief.try_next)
    if debrief.practise_next:
        yield Paragraph(line("A good next practice: ", strong(debrief.practise_next)), "practise")


def _item(one: Suggestion, debrief: Debrief) -> Item:
    title = next((score.title for score in debrief.criteria if score.id == one.criterion), one.criterion)
    where = (" (", turn_linked(one.turn), ")") if one.turn is not None else ()
    return Item(line(strong(title), *where, f": {one.reason}"), tuple(_below(one)))


def _below(one: Suggestion) -> Iterator[Line]:
    if one.quote and one.quote.quote:
        yield line("You wrote " if one.quote.speaker == "counselor" else "The client wrote ", quote(one.quote.sentence))
    if one.wording:
        yield line("You could write, for example: ", Span(one.wording, "wording"))
