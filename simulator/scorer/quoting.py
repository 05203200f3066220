"""Quotations: the words of a message behind a finding, in the sentence they stand in."""

import re

from simulator.model.debrief import CUT, Quote
from simulator.model.transcript import Evidence, Role, Turn

MOST_BESIDE = 14
"""Words of the sentence on each side of those that were found; the rest is left out."""

_END = re.compile(r"(?:(?<!\b\w)\.|[!?…;])[.!?…;]*(?=\s|$)|\n")
_WORD = re.compile(r"\S+")


def quoted(turn: int, speaker: Role, text: str, span: Evidence) -> Quote:
    """The words of a span with the rest of their sentence, and the rule that found them."""
    return Quote(
        turn=turn,
        speaker=speaker,
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        by=span.by,
        before=_before(text, span.start),
        after=_after(text, span.end),
    )


def whole(turn: Turn) -> Quote:
    """A turn quoted in full."""
    return Quote(turn=turn.number, speaker="counselor", start=0, end=len(turn.text), quote=turn.text)


def _before(text: str, start: int) -> str:
    """What comes before in the sentence; of a long one the words nearest to what was found."""
    begins = max((end.end() for end in _END.finditer(text, 0, start)), default=0)
    words = list(_WORD.finditer(text, begins, start))
    if not words:
        return ""
    if len(words) > MOST_BESIDE:
        return CUT + text[words[-MOST_BESIDE].start() : start]
    return text[words[0].start() : start]


def _after(text: str, end: int) -> str:
    """What follows in the sentence, with the sign it ends with where that is more than a full stop."""
    stop = _END.search(text, end)
    ends = len(text) if stop is None else stop.start()
    words = list(_WORD.finditer(text, end, ends))
    if len(words) > MOST_BESIDE:
        return text[end : words[MOST_BESIDE - 1].end()] + CUT[::-1]
    if stop and stop.group().strip(".;\n"):
        return text[end : stop.end()]
    return text[end : words[-1].end()] if words else ""
