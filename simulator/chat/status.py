"""How the talk stands, for fronts that show more than the chat."""

from typing import NamedTuple

from simulator.model.manner import Manner
from simulator.model.transcript import Stage


class Status(NamedTuple):
    """What a trainee may see beside the chat; None is not to be shown in this manner. `hint` is the latest one."""

    title: str
    manner: Manner
    stage: Stage | None
    trust: int | None
    turns: int
    goals: tuple[str, ...] | None
    hint: str | None
