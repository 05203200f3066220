"""The words behind a finding, as lines."""

from collections.abc import Iterable, Iterator

from simulator.model.debrief import Debrief, Quote
from simulator.render.blocks import Line, line
from simulator.render.wording import quotation, worded


def quotations(found: Iterable[Quote], debrief: Debrief) -> Iterator[Line]:
    """Each sentence once, whatever was found in it; where it is not right about facts, with these facts."""
    shown: dict[tuple[int, str, str], list[Quote]] = {}
    for one in found:
        shown.setdefault((one.turn, one.speaker, one.sentence), []).append(one)
    for same in shown.values():
        yield (*quotation(same[0]), *_not_right(same, debrief))


def _not_right(same: list[Quote], debrief: Debrief) -> Line:
    spans = {one.span for one in same if one.speaker == "counselor"}
    turns = (turn for turn in debrief.transcript.turns if turn.number == same[0].turn)
    given = (one for turn in turns for one in turn.reading.facts if one.span in spans)
    names = {fact.id: fact.fact for fact in debrief.facts}
    wrong = list(dict.fromkeys(names.get(one.fact) or worded(one.fact) for one in given if not one.right))
    return line(f" – not right; what is known: {' '.join(wrong)}") if wrong else ()
