"""A session in a few lines: what a queue and a progress report need of its debrief."""

from typing import Literal

from simulator.model.debrief import SelfRated
from simulator.model.levels import LevelName
from simulator.model.noun import Noun

State = Literal["open", "ended", "stopped"]


class LevelNow(Noun):
    """A criterion with the engine's level, and the one a supervisor set otherwise."""

    id: str
    title: str
    area: str
    level: LevelName
    adjusted: LevelName | None = None
    critical: bool = False

    @property
    def now(self) -> LevelName:
        """The level that counts."""
        return self.adjusted or self.level


class Gist(Noun):
    """One session. `seconds` were lived through only where `live`; elsewhere they are counted.

    `fears` are the turns (0: the opening) after which the client may show a danger, `judged` the criteria a person said
    something about, `contested` what the trainee saw differently since the last sign-off.
    """

    session: str
    trainee: str | None
    scenario: str
    title: str
    date: str
    live: bool
    state: State
    seconds: float
    turns: int
    criteria: tuple[LevelNow, ...] = ()
    fears: tuple[int, ...] = ()
    judged: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    signed_off: bool = False
    self_rated: tuple[SelfRated, ...] = ()
