"""Counting what a rubric asks to be counted."""

from collections.abc import Callable

from simulator.model.debrief import Figure
from simulator.model.measuring import FigureDefinition, Tally
from simulator.model.transcript import Message, Turn
from simulator.scorer.said import Said, distinct
from simulator.scorer.talk import Talk

PERCENT = "% "


def tally(what: Tally, talk: Talk) -> int:
    """How many spans show one of the acts, or the measure summed up over the turns."""
    if what.measure is not None:
        return sum(MEASURES[what.measure](turn) for turn in talk.turns)
    return len(distinct(counted(what, talk)))


def counted(what: Tally, talk: Talk) -> list[Said]:
    """The acts that are counted."""
    exempt = talk.says(what.unless)
    found = talk.says(what.acts)
    return [one for one in found if not any(one.stands_beside(other.turn, other.act) for other in exempt)]


def figure(definition: FigureDefinition, talk: Talk) -> Figure | None:
    """One of the rubric's figures; None where there is nothing to divide by."""
    of = tally(definition.of, talk)
    if not of:
        return None
    value = tally(definition.count, talk) / of
    return Figure(
        name=definition.name,
        value=round(value, 2),
        unit=definition.unit.removeprefix(PERCENT),
        shown=in_percent(value, definition.unit),
        benchmark=definition.benchmark,
        met=definition.met,
        partly=definition.partly,
    )


def in_percent(value: float, unit: str) -> str:
    """`47 % of all questions` where the unit asks for percent, else nothing."""
    return f"{100 * value:.0f} {unit}" if unit.startswith(PERCENT) else ""


def _client_words(turn: Turn) -> int:
    messages: tuple[Message, ...] = turn.client
    return sum(len(message.text.split()) for message in messages if message.role == "client")


MEASURES: dict[str, Callable[[Turn], int]] = {
    "words": lambda turn: turn.reading.measures.words,
    "questions": lambda turn: turn.reading.measures.questions,
    "statements": lambda turn: turn.reading.measures.statements,
    "sentences": lambda turn: turn.reading.measures.sentences,
    "abbreviations": lambda turn: len(turn.reading.measures.abbreviations),
    "client_words": _client_words,
    "all_words": lambda turn: turn.reading.measures.words + _client_words(turn),
}
