"""Every level of the rubrics' own criteria with readings written by hand, and no parameter without a use."""

from collections.abc import Iterator
from typing import Any

import pytest
from short_talks import SHORT_TALKS
from written_talks import written

from simulator.library import Library
from simulator.model.criteria import Call, Criterion
from simulator.model.measuring import Moment, Range
from simulator.model.rubric import Rubric
from simulator.scorer.judging import judge
from simulator.scorer.reading import read_talk
from simulator.scorer.setting import Setting

LIBRARY = Library()
MAIN = LIBRARY.rubric("peer-counseling")
RUBRICS = {name: LIBRARY.rubric(name) for name in SHORT_TALKS}
CASES = [(rubric, *case) for rubric, rows in SHORT_TALKS.items() for case in rows]
TOLD = {"id", "area", "title", "source", "critical", "anchors", "feedback", "impossible", "kind", "unit", "benchmark"}
SHARED = {"needs_stage", "suspended_by_danger"}
"""Parameters that mean the same everywhere; tests/scorer shows them."""


def level(criterion: Criterion, rubric: Rubric, talk: str) -> str:
    transcript = written(talk.replace(" / ", "\n"))
    return judge(criterion, read_talk(transcript, rubric.terms, Setting()), rubric).score.level


def own(rubric: Rubric) -> list[Criterion]:
    return [one for one in rubric.criteria if one not in MAIN.criteria]


@pytest.mark.parametrize(("rubric", "criterion", "wanted", "talk"), CASES, ids=[" ".join(case) for case in CASES])
def test_a_talk_comes_to_its_level(rubric: str, criterion: str, wanted: str, talk: str) -> None:
    one = next(one for one in RUBRICS[rubric].criteria if one.id == criterion)
    assert level(one, RUBRICS[rubric], talk) == wanted


def others(value: Any) -> Iterator[Any]:
    """Values that should make a difference: lists lose an entry or all of them, numbers move, moments go."""
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1 if value >= 1 else value - 0.4
        case Range():
            yield value.model_copy(update={"at_least": value.at_least + 0.2})
            if value.at_most is not None:
                yield value.model_copy(update={"at_most": value.at_most - 0.4})
        case Moment():
            yield None
        case Call():
            yield None
        case dict():
            yield {key: number + 1 for key, number in value.items()}
        case tuple():
            yield from (tuple(entry for entry in value if entry != left_out) for left_out in value)


def mutants() -> Iterator[Any]:
    for name, rubric in RUBRICS.items():
        for one in own(rubric):
            for key in sorted(_given(one) - TOLD - SHARED - {"wanted"}):
                for value in others(getattr(one, key)):
                    yield pytest.param(name, one, {key: value}, id=f"{name} {one.id} {key} {value}")
            yield from (pytest.param(name, one, {"wanted": row}, id=f"{name} {one.id} {row}") for row in _wanted(one))


def _given(one: Criterion) -> set[str]:
    """The keys that say more than their default; which of them the file has is not kept in a cache."""
    return {key for key, field in type(one).model_fields.items() if getattr(one, key) != field.get_default()}


def _wanted(one: Criterion) -> Iterator[Any]:
    row = getattr(one, "wanted", ())
    for at, wanted in enumerate(row):
        worse = [wanted.model_copy(update={"turns": wanted.turns + 1})]
        worse += (wanted.model_copy(update={"acts": tuple(a for a in wanted.acts if a != act)}) for act in wanted.acts)
        yield from ((*row[:at], changed, *row[at + 1 :]) for changed in worse)


@pytest.mark.parametrize(("rubric", "criterion", "change"), list(mutants()))
def test_every_parameter_makes_a_difference(rubric: str, criterion: Criterion, change: dict[str, Any]) -> None:
    mutant = criterion.model_copy(update=change)
    rows = [(wanted, talk) for one, wanted, talk in SHORT_TALKS[rubric] if one == criterion.id]
    assert any(level(mutant, RUBRICS[rubric], talk) != wanted for wanted, talk in rows)
