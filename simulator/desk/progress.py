"""Gists of sessions made into the progress of one trainee, or of a group."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import fmean

from simulator.model.debrief import SelfRated
from simulator.model.gist import Gist, LevelNow
from simulator.model.levels import SCALE
from simulator.model.progress import Cohort, Course, GroupLevel, LevelAt, Practice, Progress, SelfGap

FEWEST_TO_MISS = 2
"""One trainee is no group."""


def progress(trainee: str | None, gists: Iterable[Gist]) -> Progress:
    """The progress of one trainee, from their sessions in any order."""
    own = sorted((one for one in gists if one.trainee == trainee), key=lambda one: (one.date, one.session))
    ended = [one for one in own if one.state == "ended"]
    gaps = ((one, _gap(one.self_rated)) for one in ended)
    return Progress(
        trainee=trainee,
        sessions=tuple(_practice(one) for one in ended),
        live_seconds=sum(one.seconds for one in own if one.live),
        scenarios=dict(sorted(Counter(one.scenario for one in ended).items())),
        courses=tuple(_courses(ended)),
        self_gaps=tuple(SelfGap(session=one.session, date=one.date, gap=gap) for one, gap in gaps if gap is not None),
    )


def cohort(trainees: Iterable[str], gists: Sequence[Gist]) -> Cohort:
    """The progress of a group, in the order of their codes as given."""
    each = tuple(progress(trainee, gists) for trainee in dict.fromkeys(trainees))
    courses: dict[str, list[Course]] = {}
    for one in each:
        for course in one.courses:
            courses.setdefault(course.id, []).append(course)
    rows = map(_group_level, courses.values())
    return Cohort(trainees=each, criteria=tuple(sorted(rows, key=_share_missing, reverse=True)))


def _practice(one: Gist) -> Practice:
    return Practice(
        session=one.session,
        date=one.date,
        scenario=one.scenario,
        title=one.title,
        turns=one.turns,
        seconds=one.seconds if one.live else 0.0,
    )


def _courses(sessions: Iterable[Gist]) -> Iterable[Course]:
    """A course for each criterion that was judged at least once."""
    rows: dict[str, list[tuple[Gist, LevelNow]]] = {}
    for session in sessions:
        for one in session.criteria:
            rows.setdefault(one.id, []).append((session, one))
    for criterion, row in rows.items():
        judged = [one.now for _, one in row if one.now in SCALE]
        if judged:
            newest = row[-1][1]
            yield Course(
                id=criterion,
                title=newest.title,
                area=newest.area,
                critical=newest.critical,
                levels=tuple(_level(session, one) for session, one in row if one.now != "not_applicable"),
                first=judged[0],
                latest=judged[-1],
            )


def _level(session: Gist, one: LevelNow) -> LevelAt:
    return LevelAt(session=session.session, date=session.date, level=one.now, by_person=one.adjusted is not None)


def _gap(rated: Iterable[SelfRated]) -> float | None:
    """The mean distance of the own ratings to what the supervisor, or else the engine, made of the same areas."""
    pairs = [(one.own, one.supervisor or one.engine) for one in rated]
    apart = [SCALE.index(own) - SCALE.index(other) for own, other in pairs if own in SCALE and other in SCALE]
    return round(fmean(apart), 2) if apart else None


def _group_level(row: Sequence[Course]) -> GroupLevel:
    counts = Counter(course.latest for course in row)
    return GroupLevel(
        id=row[0].id,
        title=row[0].title,
        area=row[0].area,
        met=counts["met"],
        partly=counts["partly"],
        not_yet=counts["not_yet"],
        missed=len(row) >= FEWEST_TO_MISS and not counts["met"],
    )


def _share_missing(row: GroupLevel) -> tuple[bool, float]:
    return row.missed, (row.not_yet + row.partly / 2) / (row.met + row.partly + row.not_yet)
