"""How the trainee saw it, beside the engine's level and the supervisor's."""

import pytest
from written_talks import rubric

from simulator.model.debrief import Score
from simulator.model.levels import LevelName
from simulator.model.notes import Adjustment, Note, SelfRating
from simulator.scorer.self_rating import self_rated

WHO = {"role": "supervisor", "at": "2026-01-01T10:00:00Z"}
SCORES = (
    Score(id="introduces-self", area="contact", title="t", level="met"),
    Score(id="says-confidential", area="contact", title="t", level="not_yet"),
    Score(id="asks-address", area="contact", title="t", level="not_yet"),
)


def rating(number: int, **levels: LevelName) -> SelfRating:
    return SelfRating(id=f"r{number}", role="trainee", at="2026-01-01T09:00:00Z", levels=levels)


def adjusted(number: int, criterion: str, level: LevelName) -> Adjustment:
    return Adjustment(id=f"a{number}", criterion=criterion, level=level, reason="r", **WHO)


@pytest.mark.parametrize(
    ("notes", "own", "engine", "supervisor"),
    [
        pytest.param([rating(1, contact="met")], "met", "not_yet", None, id="nobody adjusted anything"),
        pytest.param(
            [rating(1, contact="met"), adjusted(1, "asks-address", "met")],
            "met",
            "not_yet",
            "partly",
            id="one adjusted",
        ),
        pytest.param(
            [rating(1, contact="met"), adjusted(1, "stage-order", "met")], "met", "not_yet", None, id="another area"
        ),
        pytest.param(
            [rating(1, contact="met"), adjusted(1, "asks-address", "met"), adjusted(2, "asks-address", "not_yet")],
            "met",
            "not_yet",
            "not_yet",
            id="the later adjustment counts",
        ),
        pytest.param(
            [rating(1, contact="partly"), rating(2, contact="met")], "partly", "not_yet", None, id="first rating"
        ),
    ],
)
def test_three_levels_stand_side_by_side(notes: list[Note], own: str, engine: str, supervisor: str | None) -> None:
    [row] = self_rated(rubric(), SCORES, notes)
    assert (row.item, row.own, row.engine, row.supervisor) == ("contact", own, engine, supervisor)


def test_what_was_not_rated_is_left_out() -> None:
    assert self_rated(rubric(), SCORES, []) == ()
    assert self_rated(rubric(), SCORES, [rating(1)]) == ()


@pytest.mark.parametrize(
    ("safety", "engine"), [("unsure", "unsure"), ("not_applicable", "met"), ("not_yet", "not_yet")]
)
def test_what_is_critical_and_left_open_is_never_called_met(safety: LevelName, engine: LevelName) -> None:
    scores = (
        Score(id="refers-well", area="referral", title="t", level="met"),
        Score(id="does-no-harm", area="safety", title="t", level=safety, critical=True),
    )
    [row] = self_rated(rubric(), scores, [rating(1, safety="partly")])
    assert row.engine == engine
