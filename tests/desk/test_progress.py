"""Sessions over time: levels, practice, own ratings, and what a group misses."""

import pytest

from simulator.desk.progress import cohort, progress
from simulator.desk.progress_page import cohort_page, progress_page
from simulator.model.debrief import SelfRated
from simulator.model.gist import Gist, LevelNow
from simulator.render.palette import PLAIN
from simulator.render.to_html import printed as html
from simulator.render.to_markdown import printed as markdown
from simulator.render.to_terminal import printed as terminal


def gist(day: int, *levels: str, trainee: str | None = "t-07", criterion: str = "greets", **more: object) -> Gist:
    """A session of this day; a level after a slash is a supervisor's."""
    plain = {"trainee": trainee, "scenario": "small", "title": "Small <talk>", "live": True, "state": "ended"}
    criteria = []
    for number, level in enumerate(levels):
        own, _, adjusted = level.partition("/")
        name = criterion if not number else f"{criterion}-{number}"
        area = "contact" if not number else "listening"
        criteria.append(LevelNow(id=name, title=name.title(), area=area, level=own, adjusted=adjusted or None))
    session = {"session": f"k{day}{trainee}", "date": f"2026-01-{day:02}T10:00:00Z", "turns": 4, "seconds": 90.0}
    return Gist.model_validate({**plain, **session, "criteria": criteria, **more})


@pytest.mark.parametrize(
    ("sessions", "first", "latest"),
    [
        ([gist(1, "not_yet"), gist(2, "met")], "not_yet", "met"),
        ([gist(2, "met"), gist(1, "not_yet")], "not_yet", "met"),
        ([gist(1, "met"), gist(2, "not_yet/partly")], "met", "partly"),
        ([gist(1, "unsure"), gist(2, "partly"), gist(3, "unsure"), gist(4, "not_applicable")], "partly", "partly"),
        ([gist(1, "unsure/met")], "met", "met"),
        ([gist(1, "met"), gist(2, "not_yet", state="open"), gist(3, "not_yet", state="stopped")], "met", "met"),
        ([gist(1, "met"), gist(2, "not_yet", trainee="t-08")], "met", "met"),
    ],
    ids=[
        "from the first to the latest",
        "by date, in whatever order they come",
        "a supervisor's level counts",
        "what was not judged is neither first nor latest",
        "a level only a supervisor gave",
        "only talks that came to their end",
        "only one's own",
    ],
)
def test_first_and_latest(sessions, first, latest):
    [course] = progress("t-07", sessions).courses
    assert (course.first, course.latest) == (first, latest)


def test_what_a_supervisor_set_is_marked_and_what_did_not_come_up_is_left_out():
    [course] = progress("t-07", [gist(1, "met/partly"), gist(2, "not_applicable"), gist(3, "unsure")]).courses
    assert [(one.level, one.by_person) for one in course.levels] == [("partly", True), ("unsure", False)]


def test_a_criterion_never_judged_has_no_course():
    assert progress("t-07", [gist(1, "unsure"), gist(2, "not_applicable")]).courses == ()


def test_practice_time_is_what_was_lived_through():
    sessions = [
        gist(1, "met"),
        gist(2, "met", live=False),
        gist(3, "met", state="open"),
        gist(4, "met", state="stopped"),
    ]
    found = progress("t-07", sessions)
    assert found.live_seconds == 270
    assert [one.seconds for one in found.sessions] == [90, 0]
    assert found.scenarios == {"small": 2}


def rated(own: str, engine: str, supervisor: str | None = None) -> SelfRated:
    return SelfRated(item="i", asks="?", own=own, engine=engine, supervisor=supervisor)


@pytest.mark.parametrize(
    ("rows", "gap"),
    [
        ([rated("met", "not_yet")], 2.0),
        ([rated("partly", "met")], -1.0),
        ([rated("met", "not_yet", "met"), rated("met", "partly")], 0.5),
        ([rated("met", "unsure")], None),
        ([], None),
    ],
    ids=["higher", "lower", "the supervisor's level before the engine's", "nothing to compare", "not rated"],
)
def test_the_gap_of_own_ratings(rows, gap):
    found = progress("t-07", [gist(1, "met", self_rated=rows)]).self_gaps
    assert [one.gap for one in found] == ([] if gap is None else [gap])


def test_what_a_whole_group_misses_comes_first():
    sessions = [
        gist(1, "not_yet", "met", trainee="a"),
        gist(2, "partly", "not_yet", trainee="b"),
        gist(3, "not_yet", "not_yet", trainee="c"),
        gist(4, "met", trainee="not in the group"),
    ]
    group = cohort(["a", "b", "c", "a"], sessions)
    assert [one.trainee for one in group.trainees] == ["a", "b", "c"]
    assert [(row.id, row.met, row.partly, row.not_yet, row.missed) for row in group.criteria] == [
        ("greets", 0, 1, 2, True),
        ("greets-1", 1, 0, 2, False),
    ]


def test_one_trainee_is_no_group_that_misses_anything():
    assert [row.missed for row in cohort(["a"], [gist(1, "not_yet", trainee="a")]).criteria] == [False]


MANY = [gist(day, "not_yet" if day < 9 else "met/partly", "met") for day in range(1, 20)]


@pytest.mark.parametrize(
    ("printed", "arguments"),
    [(terminal, (80, PLAIN)), (markdown, ()), (html, ())],
    ids=["terminal", "markdown", "html"],
)
def test_every_format_says_it(printed, arguments):
    rated_once = [gist(20, "met", self_rated=[rated("met", "partly")])]
    told = printed(list(progress_page(progress("t-07", MANY + rated_once))), *arguments)
    for words in (
        "Progress",
        "07",
        "20",
        "First against latest",
        "1 higher, 1 the same, 0 lower",
        "30 min",
        "Greets",
        "+1.0",
    ):
        assert words in told.replace("\\", "").replace('<strong class="strong">', "").replace("</strong>", ""), words
    assert "<talk>" not in told or printed is terminal
    together = printed(list(cohort_page(cohort(["t-07", "t-08"], MANY))), *arguments)
    assert "What nobody in the group has met yet" in together


def test_a_long_course_shows_its_latest_signs_and_marks_the_supervisors():
    told = terminal(list(progress_page(progress("t-07", MANY))), 200, PLAIN)
    assert "… ○ ◐* ◐* ◐* ◐* ◐* ◐* ◐* ◐* ◐* ◐* ◐*" in told


def test_the_picture_has_the_same_in_words():
    made = html(list(progress_page(progress("t-07", MANY))))
    assert 'aria-label="2026-01-01 not yet; ' in made
    assert "2026-01-19 partly (by a supervisor)" in made
    assert made.count('class="ring"') == 11
    assert "<script" not in made


def test_nothing_played_yet_is_said():
    told = terminal(list(progress_page(progress(None, []))), 80, PLAIN)
    assert "No session has come to its end yet" in told
