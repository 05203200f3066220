"""Scenarios and readings written in code, for the tests of the engine, the session and the recording."""

from typing import Any

from simulator.engine.machine import ScenarioMachine
from simulator.engine.standing import Standing
from simulator.engine.step import Engine, Outcome
from simulator.model.scenario import Scenario
from simulator.model.transcript import Act, Answered, Asked, Given, Move, Reading, Where

END = {"id": "end", "kind": "reached", "debrief": "d"}


def scenario(**more: Any) -> Scenario:
    """A scenario of one state and one ending, with whatever is given put over it."""
    plain: dict[str, Any] = {
        "format": 1,
        "id": "small",
        "title": "t",
        "source": "test",
        "opens": "counselor",
        "you_are": "y",
        "briefing": "b",
        "client": {"alias": "k"},
        "states": [{"id": "one", "stage": "contact"}],
        "endings": [END],
    }
    return Scenario.model_validate({**plain, **more})


def reading(*acts: str, **found: list[str]) -> Reading:
    """A reading with these acts, and `topics`, `facts`, `wrong`, `moves`, `answers` by id."""
    span = {"start": 0, "end": 1, "by": "test"}
    given = [(fact, True) for fact in found.get("facts", [])] + [(fact, False) for fact in found.get("wrong", [])]
    return Reading(
        acts=tuple(Act(act=act, **span) for act in acts),
        topics=tuple(Asked(topic=topic, **span) for topic in found.get("topics", [])),
        facts=tuple(Given(fact=fact, right=right, **span) for fact, right in given),
        moves=tuple(Move(move=move, **span) for move in found.get("moves", [])),
        answers=tuple(Answered(question=question, **span) for question in found.get("answers", [])),
    )


class Play:
    """A talk with the engine alone: readings in, what the client writes out."""

    def __init__(self, written: Scenario, seed: int = 1) -> None:
        self.engine = Engine(written, ScenarioMachine(written), seed)
        self.standing: Standing
        self.standing, opening = self.engine.begin()
        self.opening = [message.text for message in opening]
        self.outcome = Outcome((), (), 0)

    def turn(self, *acts: str, at: float = 0.0, where: Where = "dm", **found: list[str]) -> list[str]:
        return self.read(reading(*acts, **found), at, where)

    def read(self, what: Reading, at: float = 0.0, where: Where = "dm") -> list[str]:
        self.outcome = self.engine.turn(self.standing, what, where, at)
        return [message.text for message in self.outcome.messages]

    def silence(self, at: float) -> list[str] | None:
        outcome = self.engine.silence(self.standing, at)
        if outcome is None:
            return None
        self.outcome = outcome
        return [message.text for message in outcome.messages]
