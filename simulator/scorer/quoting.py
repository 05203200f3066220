"""Quotations: the words of a message behind a finding, in the sentence they stand in."""

import re

from simulator.model.debrief import CUT, Quote
from simulator.model.transcript import Evidence, Role, Turn

MOST_BESIDE = 14
"""Words of the sentence on each side of those that were found; the rest is left out."""

_END = re.compile(r"""(?:(?<!\b\w)\.|[!?…;])[.!?…;]*[)\]"'”’»]*(?=\s|$)|[!?]+(?=[^\W\d_])|\n""")
"""Where a sentence ends; an abbreviation of several letters ("Dr.") ends one too, for no language is known here."""
_WORD = re.compile(r"\S+")


def quoted(turn: int, speaker: Role, text: str, span: Evidence) -> Quote:
    """The words of a span with the rest of their sentence, and the rule that found them."""
    begins, ends = sentence_around(text, span)
    return Quote(
        turn=turn,
        speaker=speaker,
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        by=span.by,
        before=_before(text, begins, span.start),
        after=_after(text, span.end, ends),
    )


def whole(turn: Turn) -> Quote:
    """A turn quoted in full."""
    return Quote(turn=turn.number, speaker="counselor", start=0, end=len(turn.text), quote=turn.text)


def sentence_around(text: str, span: Evidence) -> tuple[int, int]:
    """Where the sentence, or sentences, of these words begin and end, without the sign at the end."""
    begins = max((end.end() for end in _END.finditer(text) if end.end() <= span.start), default=0)
    # What was found may hold the sign already.
    stop = _END.search(text, max(span.end - 1, 0))
    return begins, max(stop.start(), span.end) if stop else len(text)


def _before(text: str, begins: int, start: int) -> str:
    """What comes before in the sentence; of a long one the words nearest to what was found."""
    words = list(_WORD.finditer(text, begins, start))
    if not words:
        return ""
    if len(words) > MOST_BESIDE:
        return CUT + text[words[-MOST_BESIDE].start() : start]
    return text[words[0].start() : start]


def _after(text: str, end: int, ends: int) -> str:
    """What follows in the sentence, with the sign it ends with where that is more than a full stop."""
    words = list(_WORD.finditer(text, end, ends))
    if len(words) > MOST_BESIDE:
        return text[end : words[MOST_BESIDE - 1].end()] + CUT[::-1]
    stop = _END.match(text, ends)
    if stop and stop.group().strip(".;\n"):
        return text[end : stop.end()]
    return text[end : words[-1].end()] if words else ""
