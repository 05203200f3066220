"""How the talk stands, for fronts that show more than the chat."""

from typing import Literal, NamedTuple

from simulator.model.transcript import Stage

Mode = Literal["practice", "exam", "coach"]


class Status(NamedTuple):
    """What a trainee may see beside the chat; None is not to be shown in this mode. `hint` is the latest one."""

    title: str
    mode: Mode
    stage: Stage | None
    trust: int | None
    turns: int
    goals: tuple[str, ...] | None
    hint: str | None
