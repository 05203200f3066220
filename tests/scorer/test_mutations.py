"""A parameter of a criterion that can be left out or turned round without any example noticing proves nothing."""

import pytest
from test_criteria import CASES
from written_talks import rubric, written

from simulator.model.measuring import Moment, Range, ReadingEase
from simulator.scorer.judging import judge
from simulator.scorer.reading import read_talk
from simulator.scorer.setting import Setting

COMMON = {"id", "area", "title", "source", "critical", "anchors", "feedback", "impossible", "kind", "unit", "benchmark"}
SHARED = {"needs_stage", "not_after", "suspended_by_danger", "suspended_in_enquiry", "suspended_in_listening"}
"""Parameters that mean the same everywhere and are shown on a few criteria for all."""


def _others(value):
    """Values that should make a difference: lists are emptied, numbers move, moments go."""
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1 if value >= 1 else value - 0.4
        case Range():
            yield value.model_copy(update={"at_least": value.at_least + 0.2})
            if value.at_most is not None:
                yield value.model_copy(update={"at_most": value.at_most - 0.4})
        case ReadingEase():
            yield value.model_copy(update={"at_least": 0.0})
            yield value.model_copy(update={"partly_at_least": 55.0 + value.at_least})
        case Moment():
            yield None
        case _:
            yield type(value)()


def mutants():
    for one in rubric().criteria:
        for name in sorted(one.model_fields_set - COMMON - SHARED - {"wanted"}):
            for other in _others(getattr(one, name)):
                yield pytest.param(one, {name: other}, id=f"{one.id} {name}")
            yield from _without(one, name)
        for i, wanted in enumerate(getattr(one, "wanted", ())):
            for changed in _worse(wanted):
                row = (*one.wanted[:i], changed, *one.wanted[i + 1 :])
                yield pytest.param(one, {"wanted": row}, id=f"{one.id} {changed}")


def _without(one, name):
    """The criterion without each single entry of a list."""
    value = getattr(one, name)
    if isinstance(value, tuple):
        for left_out in value:
            rest = tuple(entry for entry in value if entry != left_out)
            yield pytest.param(one, {name: rest}, id=f"{one.id} {name} without {left_out}")


def _worse(wanted):
    yield from (wanted.model_copy(update={"acts": tuple(a for a in wanted.acts if a != act)}) for act in wanted.acts)
    yield wanted.model_copy(update={"turns": wanted.turns + 1})
    if wanted.last_turns:
        yield wanted.model_copy(update={"last_turns": None})
        yield wanted.model_copy(update={"last_turns": wanted.last_turns - 1})


@pytest.mark.parametrize(("criterion", "change"), list(mutants()))
def test_every_parameter_makes_a_difference(criterion, change):
    mutant = criterion.model_copy(update=change)
    cases = [case for case in CASES if case[0] == criterion.id]
    assert any(_level(mutant, talk, setting) != level for _, level, talk, setting, _ in cases)


def _level(mutant, talk, setting):
    return judge(mutant, read_talk(written(talk), rubric().terms, setting or Setting()), rubric()).score.level
