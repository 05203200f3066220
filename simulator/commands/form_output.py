"""A contact form beside its talk, as lines of text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.render.visible import in_one_line

if TYPE_CHECKING:
    from simulator.model.contact_form import Answer, FormCheck
    from simulator.model.debrief import Quote

STATES = {"agrees": "agrees", "differs": "DIFFERS", "cannot_tell": "cannot tell", "empty": "left empty"}
COUNTED = {"agrees": "agree", "differs": "differ", "cannot_tell": "cannot be told", "empty": "left empty"}
LONGEST = 100
"""Characters of a quotation."""


def form_lines(check: "FormCheck") -> Iterator[str]:
    """Every question with its answer, and what was said where that is something else."""
    yield f"{in_one_line(check.title)}, beside what was said"
    yield ""
    for row in check.answers:
        yield from _answer(row)
    counts = {state: sum(row.state == state for row in check.answers) for state in STATES}
    yield ""
    yield ", ".join(f"{count} {COUNTED[state]}" for state, count in counts.items() if count)


def _answer(row: "Answer") -> Iterator[str]:
    yield f"{STATES[row.state]:12} {in_one_line(row.asks)}"
    if row.written:
        yield f"{'':12}   you wrote: {'; '.join(map(in_one_line, row.written))}"
    for title in row.surplus:
        yield f"{'':12}   nothing in the talk shows: {in_one_line(title)}"
    said = row.said if row.state in ("differs", "empty") else ()
    for one in said:
        if row.state == "empty" or one.answer in row.missing or not row.missing:
            yield f"{'':12}   the talk says: {in_one_line(one.answer)}"
            yield from (f"{'':12}     {_quoted(quote)}" for quote in one.quotes)
    if row.note:
        yield f"{'':12}   {row.note}"


def _quoted(quote: "Quote") -> str:
    words = in_one_line(quote.sentence)
    short = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    where = f"turn {quote.turn}" if quote.turn else "the opening"
    return f"{where}, {quote.speaker}: “{short}”"
