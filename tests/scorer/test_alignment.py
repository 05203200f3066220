"""The stages of a talk against the expected order: which deviations are named, and which are none."""

import pytest
from written_talks import judged, rubric, written

from simulator.model.transcript import STAGES
from simulator.scorer.alignment import align
from simulator.scorer.reading import read_talk
from simulator.scorer.setting import Setting
from simulator.scorer.stages import Step, stage_by_turn

SHORT = {"c": "contact", "r": "request", "i": "information", "o": "options", "z": "closing"}


def steps(row: str) -> tuple[Step, ...]:
    """`i` a stage, `I` told before the request was agreed; `(c)` small talk, `?i` asked, `!r` anew, `~i` excused."""
    found, marks = [], ""
    for letter in row:
        if letter in "?!(~":
            marks += letter
        elif letter.lower() in SHORT:
            found.append(
                Step(
                    turn=len(found) + 1,
                    stage=SHORT[letter.lower()],
                    passing="(" in marks,
                    early=letter.isupper(),
                    asked="?" in marks,
                    anew="!" in marks,
                    excused="~" in marks,
                )
            )
            marks = ""
    return tuple(found)


@pytest.mark.parametrize(
    ("row", "expected", "deviations"),
    [
        ("crioz", "crioz", []),
        ("crrrriiooz", "crioz", []),
        ("cricroz", "crioz", ["returned contact 4"]),
        ("criroz", "crioz", []),
        ("crirorz", "crioz", []),
        ("cioz", "crioz", ["skipped request"]),
        ("crio", "crioz", ["skipped closing"]),
        ("rcrioz", "crioz", ["too early request 1"]),
        ("ricrioz", "crioz", ["late contact 3"]),
        ("cIrioz", "crioz", ["too early information 2"]),
        ("cIrIrioz", "crioz", ["too early information 2 4"]),
        ("cirioz", "crioz", ["too early information 2"]),
        ("zcrioz", "crioz", ["too early closing 1"]),
        ("croiz", "crioz", ["late information 4"]),
        ("crioiz", "crioz", ["returned information 5"]),
        ("crio?iz", "crioz", []),
        ("crio~iz", "crioz", []),
        ("c~Irioz", "crioz", []),
        ("c~IrIrioz", "crioz", ["too early information 4"]),
        ("c~ir", "cr", []),
        ("crioz~c", "crioz", []),
        ("crioioioz", "crioz", ["returned information 5", "repeated information 7"]),
        ("crioz!rioz", "crioz", []),
        ("crioz!iz", "crioz", []),
        ("criz!rioz", "crioz", []),
        ("cr(z)ioz", "crioz", []),
        ("(c)rioz", "crioz", []),
        ("crio(c)z", "crioz", []),
        ("cr", "cr", []),
        ("crio", "cr", []),
        ("cIr", "cr", ["too early information 2"]),
        ("", "cr", ["skipped contact", "skipped request"]),
        ("z", "crioz", ["skipped contact", "skipped request", "skipped information", "skipped options"]),
    ],
)
def test_deviations(row, expected, deviations):
    needed = tuple(SHORT[letter] for letter in expected)
    found = align(steps(row), needed, needed)
    assert [" ".join([one.kind, one.stage, *map(str, one.turns)]) for one in found] == deviations


def test_stages_an_open_ended_talk_never_came_to_are_no_deviation():
    assert align(steps("cr"), STAGES, ()) == ()
    assert [one.kind for one in align(steps("ci"), STAGES, ())] == ["skipped"]


@pytest.mark.parametrize(
    ("talk", "stages"),
    [
        ("C: greeting self_introduction", ["contact"]),
        ("C: greeting open_question", ["request"]),
        ("C: greeting\nC: thanks\nC: open_question\nC: thanks farewell", ["contact", "contact", "request", "closing"]),
        ("C: open_question\nC:\nC: information", ["request", "request", "information"]),
        ("C: paraphrase information information", ["information"]),
        ("C:", [None]),
    ],
)
def test_the_stage_of_each_turn_comes_from_its_acts_and_its_place(talk, stages):
    read = read_talk(written(talk), rubric().terms, Setting())
    assert list(stage_by_turn(read).values()) == stages


def test_the_deviation_is_quoted_and_named():
    talk = "C: self_introduction\nC: information\nC: understanding_check\nK: accepts\n"
    talk += "C: information\nC: options\nC: thanks farewell"
    score = judged(talk, "stage-order")
    assert (score.level, score.note) == ("partly", "information too early in turn 2")
    assert [quote.quote for quote in score.evidence] == ["«information»"]
