"""Every key that holds names is marked with what it names, and a name that nothing has is found there."""

from typing import get_args

import pytest

from simulator.loader.checks.names import names_in
from simulator.loader.known import Known
from simulator.loader.scenario_file import build_scenario
from simulator.loader.walk_file import build_walks
from simulator.loader.yaml_nodes import read_bytes
from simulator.model.scenario import Condition

KNOWN = Known(acts=frozenset({"a"}), cues=frozenset({"c"}), scenarios=frozenset({"s"}))
SCENARIO = """format: 1
id: s
title: t
source: s
opens: client
you_are: y
briefing: b
client: {alias: z}
states: [{id: cold, stage: contact, turns: [{when: {any: [a]}, to: done}]}]
endings: [{id: done, kind: reached, debrief: d}]
"""

NAMED_IN_CONDITIONS = {
    "act": ("any", "all", "none", "already", "unless_already"),
    "topic": ("topic", "topics_told", "topics_untold"),
    "fact": ("fact", "fact_wrong", "facts_given", "facts_missing", "facts_told_wrong", "facts_not_told_wrong"),
    "move": ("move", "moves_made", "moves_unmade"),
    "question": ("answers", "questions_answered", "questions_unanswered"),
    "state": ("states_entered", "states_unentered"),
}


def rows(key: str) -> bool:
    return str in get_args(Condition.model_fields[key].annotation)


def scenario_codes(text: str) -> list[str]:
    return [problem.code for problem in build_scenario(read_bytes(text.encode(), "s.yaml"), KNOWN).problems]


@pytest.mark.parametrize(("kind", "key"), [(kind, key) for kind, keys in NAMED_IN_CONDITIONS.items() for key in keys])
def test_a_name_that_nothing_has_is_found_in_each_key_of_a_condition(kind: str, key: str) -> None:
    assert scenario_codes(SCENARIO) == []
    assert scenario_codes(SCENARIO.replace("any: [a]", f"{key}: [nobody]")) == [f"unknown-{kind}"]


def test_every_row_of_a_condition_is_a_row_of_names() -> None:
    assert {key for keys in NAMED_IN_CONDITIONS.values() for key in keys} == set(filter(rows, Condition.model_fields))


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ("acts: [b]", "unknown-act"),
        ("not_acts: [b]", "unknown-act"),
        ("topics: [b]", "unknown-topic"),
        ("facts: [b]", "unknown-fact"),
        ("moves: [b]", "unknown-move"),
        ("state: b", "unknown-state"),
    ],
)
def test_a_name_that_nothing_has_is_found_in_each_key_of_a_step(step: str, code: str) -> None:
    scenario = build_scenario(read_bytes(SCENARIO.encode(), "s.yaml"), KNOWN).needed()
    text = "format: 1\nscenario: s\nwalks: [{id: w, ending: done, turns: [{say: hi, state: done}, {say: hi, %s}]}]\n"
    found = build_walks(read_bytes((text % step).encode(), "s.walks.yaml"), scenario, KNOWN)
    assert [problem.code for problem in found.problems] == [code]


def test_a_name_is_told_with_its_way_and_its_kind() -> None:
    scenario = build_scenario(read_bytes(SCENARIO.encode(), "s.yaml"), KNOWN).needed()
    assert list(names_in(scenario)) == [
        (("states", 0, "turns", 0, "to"), "target", "done"),
        (("states", 0, "turns", 0, "when", "any", 0), "act", "a"),
    ]


FACT = 'facts: [{id: warm, fact: "f", given_as: ["it is warm"], source: "s"}]\nstates:'


@pytest.mark.parametrize(
    ("when", "remedy"),
    [
        ("any: [warm]", "it is a fact: name it under the key for those"),
        ("topic: [a]", "it is an act: name it under the key for those"),
        ("any: [c]", "it is a cue of client messages: name it under the key for those"),
        ("fact: [warms]", 'did you mean "warm"?'),
    ],
)
def test_a_name_under_the_key_of_another_kind_is_told_as_what_it_is(when: str, remedy: str) -> None:
    text = SCENARIO.replace("states:", FACT).replace("any: [a]", when)
    (problem,) = build_scenario(read_bytes(text.encode(), "s.yaml"), KNOWN).problems
    assert problem.remedy == remedy
