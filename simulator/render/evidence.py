"""The words behind a finding, as lines."""

from collections.abc import Iterable, Iterator

from simulator.model.debrief import Debrief, Quote
from simulator.render.blocks import Line, line
from simulator.render.wording import quotation, worded


def quotations(found: Iterable[Quote], debrief: Debrief) -> Iterator[Line]:
    """Each stretch of words once, whatever was found in it; where it is not right about facts, with these facts."""
    shown: dict[tuple[int, str, int, int], Quote] = {}
    for one in found:
        shown.setdefault((one.turn, one.speaker, one.start, one.end), one)
    for quote in shown.values():
        yield (*quotation(quote), *_not_right(quote, debrief))


def _not_right(quote: Quote, debrief: Debrief) -> Line:
    turns = (turn for turn in debrief.transcript.turns if quote.speaker == "counselor" and turn.number == quote.turn)
    given = (one for turn in turns for one in turn.reading.facts if (one.start, one.end) == (quote.start, quote.end))
    names = {fact.id: fact.fact for fact in debrief.facts}
    wrong = [names.get(one.fact) or worded(one.fact) for one in given if not one.right]
    return line(f" – not right; what is known: {' '.join(wrong)}") if wrong else ()
