"""The trainee sees something differently."""

from simulator.desk.naming import named
from simulator.errors import SimulatorError
from simulator.model.debrief import Debrief
from simulator.model.notes import Contest


def contest(debrief: Debrief, thing: str, words: str, stamp: tuple[str, str]) -> Contest:
    """A note of the trainee's, with `stamp` its id and time. Raises SimulatorError where there is no such thing."""
    if not words.strip():
        raise SimulatorError("say in a few words how you see it")
    about, (id_, at) = named(debrief, thing), stamp
    return Contest(id=id_, by=debrief.header.trainee, role="trainee", at=at, text=words.strip(), **about._asdict())
