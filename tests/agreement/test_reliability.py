"""Notes made into cases, and cases into figures."""

import pytest

from simulator.agreement.cases import acts_judged, levels_judged, turns_coded
from simulator.agreement.reliability import OF_ACTS, OF_LEVELS, reliabilities, unreliable
from simulator.model.notes import Adjustment, Agreement, Coding, Comment, Note

COUNT = iter(range(10_000))


def said(kind: type[Note], by: str, **more: object) -> Note:
    number = next(COUNT)
    return kind(id=f"n{number}", by=by, role="supervisor", at=f"2026-01-01T10:00:{number % 60:02}Z", **more)


def agreed(by: str, level: str = "met", criterion: str = "open-questions", blind: bool = False) -> Agreement:
    return said(Agreement, by, criterion=criterion, level=level, blind=blind)


def adjusted(by: str, level: str, engine: str | None = "met", blind: bool = False) -> Adjustment:
    return said(Adjustment, by, criterion="open-questions", level=level, engine=engine, reason="so", blind=blind)


def coded(by: str, turn: int, acts: str, engine: str = "", unsure: str = "", blind: bool = False) -> Coding:
    words = {"acts": tuple(acts.split()), "engine": tuple(engine.split()), "unsure": tuple(unsure.split())}
    return said(Coding, by, turn=turn, blind=blind, **words)


def values(judgements) -> list[tuple[str, str | None]]:
    return [(one.value, one.engine) for one in judgements]


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ([agreed("s1")], [("met", "met")]),
        ([adjusted("s1", "partly")], [("partly", "met")]),
        ([adjusted("s1", "partly"), agreed("s1")], [("met", "met")]),
        ([adjusted("s1", "partly"), agreed("s2")], [("partly", "met"), ("met", "met")]),
        ([adjusted("s1", "partly", blind=True), agreed("s1")], [("partly", "met")]),
        ([adjusted("s1", "partly", engine=None)], [("partly", None)]),
        ([said(Comment, "s1", criterion="open-questions", text="hm")], []),
    ],
    ids=[
        "an agreement is the engine's level",
        "an adjustment beside the engine's level",
        "what the same person says later counts",
        "two people are two cases",
        "a blind judgement counts before what was said knowing the engine's",
        "the engine's may not be known",
        "a comment judges nothing",
    ],
)
def test_levels_become_cases(notes, expected):
    assert values(levels_judged("k1", notes)) == expected


def test_a_coded_turn_says_something_about_every_act():
    coding = coded("s1", 3, "greeting advice", engine="greeting thanks", unsure="referral")
    found = acts_judged("k1", turns_coded([coding]), ["advice", "greeting", "referral", "support", "thanks"])
    assert {one.thing: (one.value, one.engine) for one in found} == {
        "advice": ("yes", "no"),
        "greeting": ("yes", "yes"),
        "referral": ("no", "unsure"),
        "support": ("no", "no"),
        "thanks": ("no", "yes"),
    }
    assert {one.unit for one in found} == {"k1:3"}


def test_a_turn_coded_again_by_the_same_person_counts_once():
    notes = [coded("s1", 1, "advice"), coded("s1", 1, "thanks"), coded("s2", 1, "advice"), coded("s1", 2, "")]
    assert [(one.by, one.turn, one.acts) for one in turns_coded(notes)] == [
        ("s1", 1, ("thanks",)),
        ("s2", 1, ("advice",)),
        ("s1", 2, ()),
    ]


def of_sessions(*rows: list[Note]):
    return [one for number, notes in enumerate(rows) for one in levels_judged(f"k{number}", notes)]


def test_the_engine_against_people():
    judged = of_sessions([agreed("s1")], [adjusted("s1", "partly", blind=True)], [adjusted("s2", "met", "unsure")])
    (row,) = reliabilities(judged, "engine", OF_LEVELS, 1)
    assert (row.cases, row.blind, row.left_open, row.same) == (2, 1, 1, 0.5)
    assert row.kappa is not None
    assert row.kappa.value == 0


def test_people_among_each_other():
    judged = of_sessions([agreed("s1"), adjusted("s2", "partly")], [agreed("s1"), agreed("s2")], [agreed("s1")])
    (row,) = reliabilities(judged, "supervisors", OF_LEVELS, 1)
    assert (row.cases, row.same) == (2, 0.5)
    assert reliabilities(of_sessions([agreed("s1")]), "supervisors", OF_LEVELS, 1) == ()


def test_what_did_not_come_up_is_no_level_of_the_scale():
    judged = of_sessions(*[[adjusted("s1", "not_applicable")], [agreed("s1")], [agreed("s1", "not_yet")]] * 2)
    (row,) = reliabilities(judged, "engine", OF_LEVELS, 1)
    assert row.cases == 6
    assert row.same == pytest.approx(4 / 6)
    assert row.alpha is not None
    assert row.alpha.value == 1


FAR = [
    [adjusted("s1", "not_yet")],
    [agreed("s1", "met")],
    [agreed("s1", "not_yet")],
    [adjusted("s1", "met", "not_yet")],
]


@pytest.mark.parametrize(
    ("times", "floor", "found"),
    [(3, 0.6, ("open-questions",)), (2, 0.6, ()), (3, -0.5, ())],
    ids=["often and far apart", "too few cases to say", "the floor is lower"],
)
def test_unreliable_is_what_was_judged_often_and_differently(times, floor, found):
    rows = reliabilities(of_sessions(*FAR * times), "engine", OF_LEVELS, 1)
    assert unreliable(rows, floor, 10) == found


def test_a_thing_both_always_see_alike_is_not_unreliable():
    rows = reliabilities(of_sessions(*[[agreed("s1")]] * 12), "engine", OF_LEVELS, 1)
    assert rows[0].alpha is None
    assert unreliable(rows, 0.6, 10) == ()


def test_acts_are_a_yes_or_no():
    codings = [
        coded("s1", turn, "advice" if turn % 2 else "", engine="advice" if turn < 9 else "") for turn in range(1, 13)
    ]
    rows = reliabilities(acts_judged("k", turns_coded(codings), ["advice"]), "engine", OF_ACTS, 1)
    assert (rows[0].id, rows[0].cases, rows[0].same) == ("advice", 12, 0.5)
