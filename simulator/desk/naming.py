"""A turn or a criterion of a debrief by what people type."""

from typing import NamedTuple

from simulator.errors import SimulatorError
from simulator.loader.suggestion import suggestion
from simulator.model.debrief import Debrief, Score
from simulator.render.counting import number_in

LONGEST_NUMBER = 12
"""Digits of a wrong number that a message repeats."""


class Thing(NamedTuple):
    """What a note is about; None twice is the whole talk."""

    turn: int | None = None
    criterion: str | None = None


def named(debrief: Debrief, typed: str) -> Thing:
    """A turn by its number, or a criterion by its id. Raises SimulatorError where there is none."""
    number = typed.casefold().removeprefix("turn").strip(" -")
    turns = len(debrief.transcript.turns)
    if number.isdecimal():
        turn = number_in(number, turns)
        if turn is None:
            raise SimulatorError(f"there is no turn {number[:LONGEST_NUMBER]}; this talk has {turns}")
        return Thing(turn=turn)
    return Thing(criterion=score_of(debrief, typed).id)


def score_of(debrief: Debrief, criterion: str) -> Score:
    """The engine's score of a criterion. Raises SimulatorError where there is none."""
    known = {score.id: score for score in debrief.criteria}
    if criterion not in known:
        raise SimulatorError(f'there is no criterion "{criterion}"; {suggestion(criterion, known, "criterion")}')
    return known[criterion]
