"""Overlaps: which of the acts found in the same words a turn has."""

import pytest

from simulator.coder.coder import Coder
from simulator.coder.found import Clause, Found
from simulator.coder.settle import ASSERTED, UNSURE, Settler
from simulator.model.codebook import ActDefinition

ACTS = [
    ActDefinition(format=1, act=act, title=act, what=act, source="test", group="contact", **more)
    for act, more in (
        ("emergency_direction", {"outranks": ("directive",)}),
        ("directive", {"outranks": ("advice",)}),
        ("advice", {}),
        ("permission", {"question": "alone"}),
        ("information", {}),
        ("open_question", {}),
        ("closed_question", {}),
    )
]


@pytest.fixture(scope="module")
def clauses(coder: Coder) -> list[Clause]:
    text = "call them now please then go. may i ask what it is. and more of it here"
    return [clause for clause, _ in coder.grammar.clauses(text, coder.grammar.index("none", ()))]


def found(act: str, strength: float, sentence: int = 0, first: int = 0, last: int = 2) -> Found:
    return Found(act, sentence, first, last, f"test:{act}", strength)


TABLE = [
    ("alone", [found("advice", 0.9)], ["advice"], []),
    ("outranked", [found("emergency_direction", 0.7), found("directive", 0.9)], ["emergency_direction"], []),
    (
        "other-sentence",
        [found("emergency_direction", 0.7), found("directive", 0.9, 1)],
        ["emergency_direction", "directive"],
        [],
    ),
    (
        "unsure-outranks-nothing",
        [found("emergency_direction", 0.5), found("directive", 0.9)],
        ["directive"],
        ["emergency_direction"],
    ),
    ("beaten-beats-in-order-of-strength", [found("directive", 0.9), found("advice", 0.8)], ["directive"], []),
    ("question-alone", [found("permission", 0.9, 1), found("closed_question", 0.95, 1)], ["permission"], []),
    (
        "question-elsewhere",
        [found("permission", 0.9, 1, 0, 2), found("open_question", 0.9, 1, 3, 5)],
        ["permission", "open_question"],
        [],
    ),
    ("below-unsure", [found("advice", UNSURE - 0.01)], [], []),
    ("just-unsure", [found("advice", UNSURE)], [], ["advice"]),
    ("just-asserted", [found("advice", ASSERTED)], ["advice"], []),
    ("asserted-once-is-not-unsure-too", [found("advice", 0.9), found("advice", 0.5, 1)], ["advice"], []),
    ("strongest-counts", [found("advice", 0.5), found("advice", 0.9)], ["advice"], []),
    ("joined", [found("information", 0.7, 1, 0, 5), found("information", 0.8, 2, 0, 4)], ["information"], []),
    ("not-joined", [found("advice", 0.7, 1, 0, 5), found("advice", 0.8, 2, 0, 4)], ["advice", "advice"], []),
    (
        "two-questions",
        [found("open_question", 0.9, 0, 0, 1), found("open_question", 0.9, 0, 2, 3)],
        ["open_question"] * 2,
        [],
    ),
]


@pytest.mark.parametrize(("rows", "asserted", "unsure"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_settling(rows: list[Found], asserted: list[str], unsure: list[str], clauses: list[Clause]) -> None:
    for order in (rows, rows[::-1]):
        acts, maybe = Settler(ACTS).settle(order, clauses)
        assert [act.act for act in acts] == asserted
        assert [act.act for act in maybe] == unsure


def test_joined_evidence_spans_all_of_it(clauses: list[Clause]) -> None:
    rows = [found("information", 0.7, 1, 0, 5), found("information", 0.8, 2, 0, 4)]
    (act,), _ = Settler(ACTS).settle(rows, clauses)
    assert (act.start, act.end) == (clauses[1].sentence.start, clauses[2].sentence.spans[4][1])
    assert act.strength == 0.8
