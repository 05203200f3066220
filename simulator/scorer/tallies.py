"""Counting what a rubric asks to be counted."""

from collections.abc import Callable

from simulator.model.debrief import Figure
from simulator.model.measuring import FigureDefinition, Tally
from simulator.model.transcript import Message, Turn
from simulator.scorer.said import distinct
from simulator.scorer.talk import Talk


def tally(what: Tally, talk: Talk) -> int:
    """How many spans show one of the acts, or the measure summed up over the turns."""
    if what.measure is not None:
        return sum(MEASURES[what.measure](turn) for turn in talk.turns)
    return len(distinct(talk.says(what.acts)))


def figure(definition: FigureDefinition, talk: Talk) -> Figure | None:
    """One of the rubric's figures; None where there is nothing to divide by."""
    of = tally(definition.of, talk)
    if not of:
        return None
    value = round(tally(definition.count, talk) / of, 2)
    return Figure(
        name=definition.name,
        value=value,
        unit=definition.unit,
        benchmark=definition.benchmark,
        met=definition.met,
        partly=definition.partly,
    )


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
