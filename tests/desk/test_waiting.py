"""What waits for a supervisor, and why."""

import pytest

from simulator.desk.waiting import queue
from simulator.model.gist import Gist, LevelNow


def level(name: str, at: str, critical: bool = False) -> LevelNow:
    return LevelNow(id=name, title=name.capitalize(), area="all", level=at, critical=critical)


def session(name: str = "k1", day: int = 5, **more: object) -> Gist:
    plain = {"trainee": "t-07", "scenario": "small", "title": "Small", "live": True, "state": "ended", "seconds": 60}
    return Gist.model_validate({**plain, "session": name, "date": f"2026-01-{day:02}T10:00:00Z", "turns": 4, **more})


MET = level("greets", "met")
OPEN = level("reflects", "unsure")
HARM = level("harm", "not_yet", critical=True)
ASKS = level("asks", "unsure", critical=True)
FIVE = tuple(level(name, "unsure") for name in "abcde")


@pytest.mark.parametrize(
    ("gist", "pressing", "why"),
    [
        (session(criteria=(MET,)), "new", ["nobody has looked at it yet"]),
        (session(criteria=(MET,), judged=("greets",)), "new", ["begun, not signed off"]),
        (session(criteria=(MET, OPEN)), "unsure", ["left to you: Reflects"]),
        (session(criteria=FIVE), "unsure", ["left to you: A, B, C and 2 more"]),
        (session(criteria=(OPEN, HARM)), "danger", ["Harm: not yet", "left to you: Reflects"]),
        (session(criteria=(ASKS,)), "danger", ["Asks: left to you"]),
        (session(fears=(0, 3)), "danger", ["the client may show a danger: the opening, turn 3"]),
        (session(criteria=(OPEN, HARM), judged=("harm",)), "unsure", ["left to you: Reflects"]),
        (session(contested=("Reflects",)), "contested", ["the trainee sees it differently: Reflects"]),
        (
            session(criteria=(HARM, OPEN), signed_off=True, contested=("turn 3",)),
            "contested",
            ["the trainee sees it differently: turn 3"],
        ),
    ],
    ids=[
        "a session without findings is only new",
        "a review that was begun",
        "a level left open",
        "three are named, the rest counted",
        "danger comes before what is open, and both are said",
        "a safety criterion left open is danger",
        "the client may show a danger",
        "what a person judged waits no longer",
        "the trainee contests",
        "once signed off, only what is contested since waits",
    ],
)
def test_why_a_session_waits(gist, pressing, why):
    [row] = queue([gist])
    assert row.pressing == pressing
    assert list(row.why) == why


@pytest.mark.parametrize(
    "gist",
    [session(state="open"), session(state="stopped"), session(criteria=(HARM,), signed_off=True)],
    ids=["it goes on", "it was stopped", "it is signed off"],
)
def test_what_does_not_wait(gist):
    assert queue([gist]) == ()


def test_the_most_pressing_first_then_the_oldest():
    rows = queue(
        [
            session("new", 1),
            session("contested", 2, contested=("x",)),
            session("unsure-late", 9, criteria=(OPEN,)),
            session("unsure-early", 3, criteria=(OPEN,)),
            session("danger", 8, criteria=(HARM,)),
        ]
    )
    assert [row.session for row in rows] == ["danger", "unsure-early", "unsure-late", "contested", "new"]
