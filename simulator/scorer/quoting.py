"""Quotations: the words of a message behind a finding."""

from simulator.model.debrief import Quote
from simulator.model.transcript import Evidence, Role, Turn


def quoted(turn: int, speaker: Role, text: str, span: Evidence) -> Quote:
    """The words of a span, with the rule that found them."""
    words = text[span.start : span.end]
    return Quote(turn=turn, speaker=speaker, start=span.start, end=span.end, quote=words, by=span.by)


def whole(turn: Turn) -> Quote:
    """A turn quoted in full."""
    return Quote(turn=turn.number, speaker="counselor", start=0, end=len(turn.text), quote=turn.text)
