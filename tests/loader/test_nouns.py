from typing import Annotated, Literal

import pytest
from pydantic import Field, RootModel

from simulator.loader.document import Loaded
from simulator.loader.noun_keys import keys_at
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_bytes
from simulator.model.codebook import ActDefinition, Feelings
from simulator.model.names import OneOrMore
from simulator.model.noun import Noun
from simulator.model.scenario import Scenario


class Apple(Noun):
    kind: Literal["apple"]
    red: bool = True


class Pear(Noun):
    kind: Literal["pear"]
    long: int = 1


class Bowl(Noun):
    label: str = Field(default="", alias="is")
    fruit: tuple[Annotated[Apple | Pear, Field(discriminator="kind")], ...] = ()
    best: Apple | None = None
    by_name: dict[str, Pear] = {}
    notes: OneOrMore = ()
    pair: tuple[float, float] = (0, 1)


class Shelf(RootModel[dict[str, Bowl]]):
    pass


def loaded(text: str, noun: type[Bowl] | type[Shelf] = Bowl) -> Loaded[Bowl] | Loaded[Shelf]:
    return build(read_bytes(text.encode(), "a.yaml"), noun)


REFUSED = [
    ("note: x", 'a.yaml:1:1: note: there is no key "note" here; did you mean "notes"? [unknown-key]'),
    ("fruit: [{kind: aple}]", 'a.yaml:1:9: fruit[0]: "aple" cannot stand here; did you mean "apple"? [not-one-of]'),
    ("fruit: [{red: true}]", 'a.yaml:1:9: fruit[0]: the key "kind" is missing; add it [missing-key]'),
    (
        "fruit:\n- {kind: pear, lonk: 2}",
        'a.yaml:2:16: fruit[0].lonk: there is no key "lonk" here; did you mean "long"? [unknown-key]',
    ),
    (
        "fruit: [{kind: apple, long: 2}]",
        'a.yaml:1:23: fruit[0].long: there is no key "long" here; it belongs to kind pear [unknown-key]',
    ),
    (
        "fruit: [{kind: apple, lonk: 2}]",
        'a.yaml:1:23: fruit[0].lonk: there is no key "lonk" here; write one of kind, red [unknown-key]',
    ),
    (
        "fruit: [{kind: apple, red: [1]}]",
        "a.yaml:1:28: fruit[0].red: a list of 1 cannot stand here; write true or false [wrong-type]",
    ),
    (
        "fruit: [7]",
        'a.yaml:1:9: fruit[0]: 7 cannot stand here; put it in quotes: "7", or write a block of keys [wrong-type]',
    ),
    ("best: {kind: pear}", 'a.yaml:1:14: best.kind: "pear" cannot stand here; write apple [not-one-of]'),
    (
        "by_name: {x: {kind: pear, long: 1.5}}",
        "a.yaml:1:33: by_name.x.long: 1.5 cannot stand here; write a whole number [wrong-type]",
    ),
    ("by_name: {x: {}}", 'a.yaml:1:14: by_name.x: the key "kind" is missing; add it [missing-key]'),
    ("by_name: []", "a.yaml:1:10: by_name: an empty list cannot stand here; write a block of keys [wrong-type]"),
    ("fruit:", "a.yaml:1:7: fruit: nothing stands here; write a list, or leave the key out [wrong-type]"),
    ("notes: 3", 'a.yaml:1:8: notes: 3 cannot stand here; put it in quotes: "3" [wrong-type]'),
    ("notes: [a, false]", 'a.yaml:1:12: notes[1]: false cannot stand here; put it in quotes: "false" [wrong-type]'),
    ("pair: [1]", "a.yaml:1:7: pair: a list of 1 is too few; write at least 2 [too-few]"),
    ("pair: [1, 2, 3]", "a.yaml:1:7: pair: a list of 3 is too many; write at most 2 [too-many]"),
    (
        "- 1",
        "a.yaml:1:1: a list of 1 cannot stand here; "
        "write a block of keys (best, by_name, fruit, is, notes, pair) [wrong-type]",
    ),
    ("", "a.yaml:1:1: the file is empty; begin it with `format: 1` [wrong-type]"),
]


@pytest.mark.parametrize(("text", "line"), REFUSED)
def test_what_a_noun_refuses_is_told_at_its_place(text: str, line: str) -> None:
    found = loaded(text)
    assert found.value is None
    assert [str(problem) for problem in found.problems] == [line]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    found = loaded("pair: 1\nis: 2\nnotes: &x a\nwhat: 3\nfruit: [{}, {kind: x}]\n")
    assert [(p.location.line, p.code) for p in found.problems] == [
        (1, "wrong-type"),
        (2, "wrong-type"),
        (3, "alias"),
        (4, "unknown-key"),
        (5, "missing-key"),
        (5, "not-one-of"),
    ]


def test_a_sound_file_is_a_noun() -> None:
    assert loaded("is: x\nnotes: one\n").needed() == Bowl(label="x", notes=("one",))


def test_a_yaml_problem_leaves_no_noun() -> None:
    assert loaded("is: 'a'\nis: 'b'\n").value is None


@pytest.mark.parametrize(("word", "meant"), [("yes", True), ("no", False), ("on", True), ("off", False)])
def test_yes_and_no_are_words_and_mean_true_and_false_where_these_are_asked_for(word: str, meant: bool) -> None:
    written = loaded(f"is: {word}\nnotes: [{word}]\nfruit: [{{kind: apple, red: {word}}}]\n")
    assert written.value == Bowl(label=word, notes=(word,), fruit=(Apple(kind="apple", red=meant),))


def test_a_long_text_is_cut_in_a_message() -> None:
    (problem,) = loaded(f"best: {'x' * 500}").problems
    assert problem.what == f'"{"x" * 57}..." cannot stand here'


CONDITIONS = [
    ("[minimising]", "a list of 1 cannot stand here; write a block of keys, such as {any: [minimising]}"),
    ("[a, b]", "a list of 2 cannot stand here; write a block of keys, such as {any: [a, b]}"),
    ("minimising", '"minimising" cannot stand here; write a block of keys, such as {any: [minimising]}'),
    ("[]", "an empty list cannot stand here; write a block of keys"),
    ("[[a]]", "a list of 1 cannot stand here; write a block of keys"),
    ("3", '3 cannot stand here; put it in quotes: "3", or write a block of keys'),
]


@pytest.mark.parametrize(("when", "told"), CONDITIONS)
def test_words_in_place_of_a_condition_are_shown_as_one(when: str, told: str) -> None:
    document = read_bytes(f"states: [{{turns: [{{when: {when}}}]}}]".encode(), "a.yaml")
    found = [problem for problem in build(document, Scenario).problems if problem.where.endswith(".when")]
    assert [f"{problem.what}; {problem.remedy}" for problem in found] == [told]


@pytest.mark.parametrize(
    ("loc", "key"),
    [
        ((), "briefing"),
        (("states", 3, "turns", 0), "when"),
        (("states", 3, "turns", 0, "when"), "unless_already"),
        (("states", 3, "turns", 0, "client", 1), "from"),
        (("states", 3, "client", 1, "asks"), "answered_by"),
        (("criteria", "any"), "matters"),
    ],
)
def test_the_keys_of_a_place_are_known(loc: tuple[str | int, ...], key: str) -> None:
    assert key in keys_at(Scenario, loc)


def test_keys_of_a_union_of_an_alias_and_of_a_root() -> None:
    assert keys_at(Bowl, ("fruit", 0)) == {"kind", "red", "long"}
    assert keys_at(Bowl, ("fruit", 0, "pear")) == {"kind", "long"}
    assert {"is", "is_not"} <= keys_at(ActDefinition, ())
    assert keys_at(Feelings, ("fear",)) == {"words", "phrases", "strong"}
    assert keys_at(Shelf, ("a", "best")) == {"kind", "red"}
    assert keys_at(Scenario, ("title",)) == frozenset()
