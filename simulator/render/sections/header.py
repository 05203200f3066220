"""Whose talk it was, and how it ended."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief, Header
from simulator.render.blocks import Block, Heading, Item, Paragraph, line, strong
from simulator.render.counting import counted
from simulator.render.wording import ENDINGS, minutes, when, worded


def header(debrief: Debrief) -> Iterator[Block]:
    """Title, whose and how long, and what the ending means; `seconds` are shown as minutes:seconds."""
    head = debrief.header
    yield Heading(f"Debrief: {head.title or head.file or head.scenario or 'a conversation'}", 1)
    for name, value in _rows(head):
        yield Item(line(strong(f"{name}:"), f" {value}"))
    if debrief.transcript.stopped:
        return
    rows = (("ending", head.ending_meaning), ("epilogue", head.epilogue), ("aftercare", head.aftercare))
    yield from (Paragraph(line(text), name) for name, text in rows if text)


def _rows(head: Header) -> Iterator[tuple[str, str]]:
    rows = (
        ("Trainee", head.trainee),
        ("Scenario", head.scenario),
        ("Session", head.session),
        ("File", head.file),
        ("Date", when(head.date or "")),
        ("Length", _length(head)),
        ("Ending", _ending(head)),
    )
    return ((name, value) for name, value in rows if value)


def _length(head: Header) -> str:
    turns = counted(head.turns, "counselor turn")
    return f"{turns} in {minutes(head.seconds)} minutes" if head.seconds else turns


def _ending(head: Header) -> str:
    """Only a scenario has endings, so that an imported talk lacks none."""
    if head.ending:
        return f"{worded(head.ending)} ({ENDINGS.get(head.ending_kind or '', head.ending_kind or 'of no kind')})"
    return "none reached" if head.scenario else ""
