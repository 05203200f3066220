"""What the checks must leave alone; what they find is in tests/problems."""

import pytest

from simulator.loader.checks import CHECKS
from simulator.loader.known import Known
from simulator.loader.scenario_file import build_scenario
from simulator.loader.yaml_nodes import read_bytes

HEAD = """format: 1
id: a
title: t
source: s
opens: client
you_are: y
briefing: b
"""
CLIENT = "client: {alias: z}\n"
ENDINGS = "endings: [{id: done, kind: reached, debrief: d}, {id: gone, kind: broken_off, debrief: d}]\n"
COLD = "states:\n- id: cold\n  stage: contact\n  turns:\n"
BOTH = "  - {when: {any: [x]}, to: done}\n  - {when: {any: [y]}, to: gone}\n"

KNOWN = Known(acts=frozenset("xy"), cues=frozenset({"c"}), criteria={"peer-counseling": frozenset({"k"})})

LEFT_ALONE = {
    "plain": CLIENT + COLD + BOTH,
    "loss of trust leads to the ending": "client: {alias: z, trust: {leaves_at: -1, leaves_to: gone}}\n"
    + COLD
    + "  - {when: {any: [x]}, to: done}\n  - {when: {any: [y]}, trust: -1}\n",
    "a topic can cost the trust": "client: {alias: z, trust: {leaves_at: -1, leaves_to: gone}}\n"
    + "topics: [{id: t, asked_as: [q], says: [r], trust: -1}]\n"
    + COLD
    + "  - {when: {any: [x]}, to: done}\n",
    "silence and otherwise lead on": CLIENT
    + COLD
    + "  - {when: {any: [x]}, to: done}\n  otherwise: [{}, {to: warm}]\n"
    + "- {id: warm, stage: request, silence: [{after_seconds: 1}, {after_seconds: 2, to: gone}]}\n",
    "the same condition in two states": CLIENT
    + COLD
    + "  - {when: {any: [x]}, to: warm}\n  - {when: {any: [y]}, to: done}\n"
    + "- id: warm\n  stage: request\n  turns:\n"
    + BOTH,
    "a narrower condition later": CLIENT
    + COLD
    + "  - {when: {any: [x]}, to: done}\n  - {when: {any: [x], all: [y]}, to: gone}\n",
    "the last transition takes the rest": CLIENT
    + COLD
    + "  - {when: {any: [x]}, to: done}\n  - {when: {}, to: gone}\n",
    "the same words in states apart": CLIENT
    + "topics:\n- {id: t, asked_as: [q], says: [r], states: [cold]}\n"
    + "- {id: u, asked_as: [q], says: [r], states: [warm]}\n"
    + COLD
    + "  - {when: {any: [x]}, to: warm}\n"
    + "- id: warm\n  stage: request\n  turns:\n"
    + BOTH,
    "names of every kind": CLIENT
    + "criteria: {k: {matters: most}}\n"
    + "topics: [{id: t, asked_as: [q], says: [{text: r, cue: c, asks: {id: p, answered_by: [x]}}], cue: null}]\n"
    + "facts: [{id: f, fact: f, given_as: [g], wrong_as: [h], source: s}]\n"
    + "moves: [{id: m, said_as: [n], with_act: null, crosses: k}, {id: t, said_as: [o], with_act: x}]\n"
    + "speakers: [{id: s, alias: a}]\n"
    + COLD
    + "  - when: {topic: t, fact: [f], facts_missing: [f], move: [m, t], answers: p}\n"
    + "    to: done\n    client: [{text: a, from: s}]\n"
    + "  - {when: {all: [x], none: [y]}, to: gone}\n",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_what_is_right_is_left_alone(text: str) -> None:
    found = build_scenario(read_bytes((HEAD + text + ENDINGS).encode(), "a.yaml"), KNOWN)
    assert [str(problem) for problem in found.problems] == []
    assert found.value is not None


def test_names_of_other_files_are_not_checked_where_none_are_known() -> None:
    text = HEAD + CLIENT + "rubric: other\ncriteria: {z: {matters: most}}\n" + COLD + BOTH + ENDINGS
    assert build_scenario(read_bytes(text.encode(), "a.yaml"), Known()).problems == ()


def test_each_check_is_listed_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)
