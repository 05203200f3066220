"""Every key of a condition: when it holds, and what is named where it does not."""

from typing import Any

import pytest
from written_scenario import reading

from simulator.engine.conditions import holds, lacking
from simulator.engine.standing import Moment, Standing
from simulator.model.scenario import Condition, Topic

TOLD = Topic(id="told-now", asked_as=("x",), says=("y",))


def moment() -> Moment:
    """The 4th turn, the 3rd in its state, 30 seconds after the last message, at second 100, written in the group."""
    standing = Standing("one", trust=2, turns=3, turns_in_state=2, silent_since=70.0)
    standing.said = {"greeting", "permission"}
    standing.topics_told = {"told-before"}
    standing.facts_given = {"given-before"}
    standing.facts_told_wrong = {"wrong-before", "given-now"}
    standing.moves_made = {"made-before"}
    standing.settled = {"answered-before"}
    standing.states_entered = {"before", "one"}
    now = reading(
        "thanks",
        "advice",
        topics=["asked"],
        facts=["given-now"],
        wrong=["wrong-now"],
        moves=["lends"],
        answers=["police"],
    )
    return Moment(standing, now, "group", 100.0, topics=(TOLD,))


TABLE: list[tuple[dict[str, Any], bool]] = [
    ({}, True),
    ({"any": ["thanks", "x"]}, True),
    ({"any": ["x", "greeting"]}, False),
    ({"all": ["thanks", "advice"]}, True),
    ({"all": ["thanks", "x"]}, False),
    ({"none": ["x"]}, True),
    ({"none": ["x", "advice"]}, False),
    ({"already": ["greeting", "permission"]}, True),
    ({"already": ["greeting", "thanks"]}, False),
    ({"unless_already": ["thanks"]}, True),
    ({"unless_already": ["x", "greeting"]}, False),
    ({"topic": "asked"}, True),
    ({"topic": ["x", "asked"]}, True),
    ({"topic": "told-before"}, False),
    ({"fact": "given-now"}, True),
    ({"fact": "given-before"}, False),
    ({"fact": "wrong-now"}, False),
    ({"fact_wrong": "wrong-now"}, True),
    ({"fact_wrong": "given-now"}, False),
    ({"move": "lends"}, True),
    ({"move": "x"}, False),
    ({"answers": "police"}, True),
    ({"answers": "x"}, False),
    ({"facts_given": ["given-before", "given-now"]}, True),
    ({"facts_given": ["wrong-now"]}, False),
    ({"facts_missing": ["wrong-now", "x"]}, True),
    ({"facts_missing": ["given-now"]}, False),
    ({"facts_told_wrong": ["wrong-before", "wrong-now"]}, True),
    ({"facts_told_wrong": ["given-now"]}, False),
    ({"facts_not_told_wrong": ["given-now", "x"]}, True),
    ({"facts_not_told_wrong": ["wrong-before"]}, False),
    ({"topics_told": ["told-before", "told-now"]}, True),
    ({"topics_told": ["x"]}, False),
    ({"topics_untold": ["x"]}, True),
    ({"topics_untold": ["told-before"]}, False),
    ({"moves_made": ["lends"]}, True),
    ({"moves_made": ["lends", "made-before"]}, True),
    ({"moves_made": ["x"]}, False),
    ({"moves_unmade": ["x"]}, True),
    ({"moves_unmade": ["made-before"]}, False),
    ({"moves_unmade": ["lends"]}, False),
    ({"questions_answered": ["answered-before", "police"]}, True),
    ({"questions_answered": ["x"]}, False),
    ({"questions_unanswered": ["x"]}, True),
    ({"questions_unanswered": ["police"]}, False),
    ({"states_entered": ["before", "one"]}, True),
    ({"states_entered": ["x"]}, False),
    ({"states_unentered": ["x"]}, True),
    ({"states_unentered": ["before"]}, False),
    ({"states_unentered": ["one"]}, False),
    ({"where": "group"}, True),
    ({"where": "dm"}, False),
    ({"trust_at_least": 2}, True),
    ({"trust_at_least": 3}, False),
    ({"trust_below": 3}, True),
    ({"trust_below": 2}, False),
    ({"turn_at_least": 4}, True),
    ({"turn_at_least": 5}, False),
    ({"turns_in_state_at_least": 3}, True),
    ({"turns_in_state_at_least": 4}, False),
    ({"seconds_at_least": 30}, True),
    ({"seconds_at_least": 30.5}, False),
    ({"scenario_seconds_at_least": 100}, True),
    ({"scenario_seconds_at_least": 101}, False),
    ({"any_topic": True}, True),
    ({"any_topic": False}, False),
    ({"any": ["thanks"], "trust_below": 2}, False),
    ({"any": ["x"], "trust_below": 3}, False),
]


@pytest.mark.parametrize(("keys", "wanted"), TABLE)
def test_conditions(keys: dict[str, Any], wanted: bool) -> None:
    condition = Condition.model_validate(keys)
    assert holds(condition, moment()) == wanted
    assert (list(lacking(condition, moment())) == []) == wanted


def test_every_key_has_a_row_that_holds_and_one_that_does_not() -> None:
    for key in Condition.model_fields:
        assert {wanted for keys, wanted in TABLE if list(keys) == [key]} == {True, False}, key


def test_all_that_lacks_is_named() -> None:
    condition = Condition.model_validate({"all": ["x", "y"], "trust_at_least": 5, "where": "dm"})
    assert list(lacking(condition, moment())) == ["x", "y", "written in dm", "trust at least 5"]
