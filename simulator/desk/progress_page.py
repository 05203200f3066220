"""Progress as a page: first where somebody stands, then the way there."""

from collections.abc import Iterator
from itertools import groupby

from simulator.model.levels import SCALE
from simulator.model.progress import Cohort, Course, GroupLevel, Progress
from simulator.render.blocks import (
    Block,
    Heading,
    Item,
    Ladder,
    Line,
    Paragraph,
    Rung,
    Span,
    Table,
    line,
    quiet,
    strong,
)
from simulator.render.counting import counted
from simulator.render.wording import SIGNS, minutes, worded

EXPLAINED = "● met, ◐ partly, ○ not yet, ? left to a supervisor; * (in pictures a ring) a supervisor set it."
MOST_SIGNS = 12
"""Levels shown in a line; of more than these the latest."""
GAPS = "Above 0 they saw themselves higher than others did, below 0 lower; 1 is a whole level."


def progress_page(one: Progress) -> Iterator[Block]:
    """One trainee."""
    yield Heading(f"Progress{f': {one.trainee}' if one.trainee else ''}", 1)
    yield from _in_short(one)
    if not one.sessions:
        yield Paragraph(line("No session has come to its end yet."))
        return
    yield Heading("First and latest", name="courses")
    yield Paragraph(line(quiet(EXPLAINED)))
    for area, row in groupby(one.courses, key=lambda course: course.area):
        yield Heading(worded(area).capitalize(), 3, f"area-{area}")
        yield from (_ladder(course) for course in row)
    if one.self_gaps:
        yield Heading("How they see themselves", name="self")
        yield Paragraph(line(quiet(GAPS)))
        yield from (Item(line(f"{gap.date[:10]}: ", strong(f"{gap.gap:+.1f}"))) for gap in one.self_gaps)
    yield Heading("Sessions", name="sessions")
    rows = tuple(
        (line(f"{row.date[:10]} {row.title}"), line(row.session), line(str(row.turns)), line(_clock(row.seconds)))
        for row in one.sessions
    )
    yield Table("Sessions that came to their end, oldest first", ("", "session", "turns", "minutes"), rows, "practised")


def cohort_page(group: Cohort) -> Iterator[Block]:
    """A group: what all of them miss comes first."""
    yield Heading(f"Progress of {len(group.trainees)} trainees", 1)
    yield from (Item(line(strong(one.trainee or "no code"), ": ", _summed_up(one))) for one in group.trainees)
    missed = [row for row in group.criteria if row.missed]
    yield Heading("What nobody in the group has met yet", name="missed")
    if not missed:
        yield Paragraph(line("Nothing: somebody has met each of the criteria that came up."))
    yield from (Item(line(strong(row.title), quiet(f": {_counted(row)}"))) for row in missed)
    if group.criteria:
        yield Heading("All criteria", name="all")
        yield Paragraph(line(quiet("Trainees by their latest level, what is missed most first.")))
    yield from (Item(line(strong(row.title), f": {_counted(row)}")) for row in group.criteria)


def _in_short(one: Progress) -> Iterator[Block]:
    yield Item(line(strong("Sessions"), f": {len(one.sessions)}"))
    yield Item(line(strong("Time really spent"), f": {_spent(one.live_seconds)}"))
    if one.scenarios:
        played = ", ".join(f"{name} {times}×" for name, times in one.scenarios.items())
        yield Item(line(strong("Scenarios"), f": {played}"))
    if len(one.sessions) > 1:
        steps = [SCALE.index(course.latest) - SCALE.index(course.first) for course in one.courses]
        counts = (sum(step > 0 for step in steps), steps.count(0), sum(step < 0 for step in steps))
        yield Item(line(strong("First against latest"), ": {} higher, {} the same, {} lower".format(*counts)))


def _summed_up(one: Progress) -> str:
    met = sum(course.latest == "met" for course in one.courses)
    gap = f", sees themself {one.self_gaps[-1].gap:+.1f}" if one.self_gaps else ""
    count = counted(len(one.sessions), "session")
    return f"{count}, {_spent(one.live_seconds)}, {met} of {len(one.courses)} criteria met{gap}"


def _ladder(course: Course) -> Ladder:
    signs = [f"{SIGNS[one.level]}{'*' * one.by_person}" for one in course.levels]
    shown = " ".join((["…"] if len(signs) > MOST_SIGNS else []) + signs[-MOST_SIGNS:])
    title = strong(f"{course.title}{' (safety)' * course.critical}")
    rungs = tuple(Rung(one.date[:10], one.level, one.by_person) for one in course.levels)
    return Ladder(line(title, ": ", *_way(course)), line(shown), rungs, f"course-{course.id}")


def _way(course: Course) -> Line:
    """From the first to the latest; once where it is the same."""
    first, latest = (Span(f"{SIGNS[one]} {worded(one)}", one) for one in (course.first, course.latest))
    return (first,) if first == latest else (first, Span(" → "), latest)


def _counted(row: GroupLevel) -> str:
    """How many are at which level, the highest first; levels nobody is at are left out."""
    counts = ((row.met, "met"), (row.partly, "partly"), (row.not_yet, "not yet"))
    return ", ".join(f"{count} {level}" for count, level in counts if count)


def _spent(seconds: float) -> str:
    hours, rest = divmod(round(seconds / 60), 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def _clock(seconds: float) -> str:
    return minutes(seconds) if seconds else "–"
