"""How trainees come along: levels over time, practice, and how they see themselves. Format 1."""

from typing import Literal

from simulator.model.levels import LevelName
from simulator.model.noun import Noun


class LevelAt(Noun):
    """The level of a criterion in one session; `by_person` where a supervisor set it otherwise than the engine."""

    session: str
    date: str
    level: LevelName
    by_person: bool = False


class Course(Noun):
    """One criterion over time, oldest first; `first` and `latest` are levels that were judged."""

    id: str
    title: str
    area: str
    critical: bool = False
    levels: tuple[LevelAt, ...]
    first: LevelName
    latest: LevelName


class SelfGap(Noun):
    """How far a trainee's own ratings lay above (or, below 0, under) the levels of that session, in whole levels."""

    session: str
    date: str
    gap: float


class Practice(Noun):
    """One session that came to its end; `seconds` of a clock, 0 where times were only counted."""

    session: str
    date: str
    scenario: str
    title: str
    turns: int
    seconds: float


class Progress(Noun):
    """One trainee (a code; None: whoever plays on this computer without one)."""

    format: Literal[1] = 1
    trainee: str | None
    sessions: tuple[Practice, ...] = ()
    live_seconds: float = 0.0
    """Time really spent, in whatever session, ended or not."""
    scenarios: dict[str, int] = {}
    courses: tuple[Course, ...] = ()
    self_gaps: tuple[SelfGap, ...] = ()


class GroupLevel(Noun):
    """How many trainees are at which level of a criterion by now; `missed` where at least two are and none met it."""

    id: str
    title: str
    area: str
    met: int = 0
    partly: int = 0
    not_yet: int = 0
    missed: bool = False


class Cohort(Noun):
    """Several trainees; criteria that most of them miss come first."""

    format: Literal[1] = 1
    trainees: tuple[Progress, ...] = ()
    criteria: tuple[GroupLevel, ...] = ()
