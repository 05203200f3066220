"""How far people and the engine agree: figures with the cases they rest on. Format 1."""

from typing import Literal

from simulator.model.noun import Noun

Among = Literal["engine", "supervisors"]
"""The engine against supervisors, or supervisors among each other."""


class Estimate(Noun):
    """A coefficient (1: always alike, 0: as chance would have it) with its 95% interval, where there is one."""

    value: float
    low: float | None = None
    high: float | None = None


class Reliability(Noun):
    """One act, or one criterion.

    `cases` were judged by both sides, `blind` of them by a person who had not seen the engine's; in `left_open` more
    the engine abstained. `same` is the share of cases judged alike. A coefficient is None where it is not defined:
    without two cases, or where nobody ever said anything but one thing.
    """

    id: str
    cases: int
    blind: int = 0
    left_open: int = 0
    same: float | None = None
    kappa: Estimate | None = None
    alpha: Estimate | None = None


class Reliabilities(Noun):
    """All acts and all criteria that people judged; `people` are their codes."""

    format: Literal[1] = 1
    among: Among
    people: tuple[str, ...] = ()
    sessions: int = 0
    criteria: tuple[Reliability, ...] = ()
    acts: tuple[Reliability, ...] = ()
    unreliable: tuple[str, ...] = ()
