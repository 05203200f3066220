"""What the engine was not sure of, for a person to judge."""

from collections.abc import Iterator

from simulator.model.debrief import Debrief
from simulator.render.blocks import Block, Heading, Item, Paragraph, line, quiet, quote, strong
from simulator.render.wording import turn_named, worded


def unsure(debrief: Debrief) -> Iterator[Block]:
    """Criteria left open, then the words that may or may not be an act."""
    judged = [score for score in debrief.criteria if score.level == "unsure"]
    read = [(turn, act) for turn in debrief.transcript.turns for act in turn.reading.unsure]
    if not (judged or read):
        return
    yield Heading("For your supervisor to judge")
    yield Paragraph(line("The program abstains here: its evidence is too thin, and a person's judgement counts."))
    yield from (Item(line(strong(f"{score.title}:"), f" {score.note}")) for score in judged)
    for turn, act in read:
        words = quote(turn.text[act.start : act.end])
        yield Item(line(f"{turn_named(turn.number)}: ", words, f" {worded(act.act)}, or not?", quiet(f" ({act.by})")))
