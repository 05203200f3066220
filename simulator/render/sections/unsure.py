"""What the engine was not sure of, for a person to judge."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief, Quote
from simulator.render.blocks import Block, Heading, Item, Line, Paragraph, line, quiet, quote, strong
from simulator.render.people import verdicts
from simulator.render.wording import turn_linked, worded


def unsure(debrief: Debrief) -> Iterator[Block]:
    """Criteria left open, then the words whose reading decides on a level."""
    judged = [score for score in debrief.criteria if score.level == "unsure"]
    if not (judged or debrief.to_judge):
        return
    yield Heading("For your supervisor to judge", name="unsure")
    yield Paragraph(line("The program abstains here: its evidence is too thin, and a person's judgement counts."))
    yield from (Item(line(strong(score.title), f": {score.note}")) for score in judged)
    titles = {score.id: score.title for score in debrief.criteria}
    for one in debrief.to_judge:
        decides = quiet(f" It decides on: {titles.get(one.criterion, one.criterion)}")
        asked = f": {worded(one.act)}, or not?"
        yield Item(
            line(turn_linked(one.quote.turn), ": ", *_words(one.quote), asked, decides),
            tuple(verdicts(debrief, one)),
        )


def _words(found: Quote) -> Line:
    """The words that have to be judged, and the sentence they stand in where there is more of it."""
    more = (" in ", quote(found.sentence)) if found.before or found.after.strip("?!") else ()
    return line(quote(found.quote), *more)
