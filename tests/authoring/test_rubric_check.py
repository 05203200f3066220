"""The smells of a rubric, each with a rubric or with talks that have it and such that do not; and the table."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from simulator.authoring.examples import Example
from simulator.authoring.rubric_check import CHECKS, LEAST_TOGETHER, smells
from simulator.authoring.rubric_table import failures, table
from simulator.model.rubric import Rubric

TRY = {"reason": "r", "wording": "Say it."}
ANCHORS = {"met": "m", "partly": "p", "not_yet": "n"}


def criterion(name: str = "a", **more: Any) -> dict[str, Any]:
    given = {"kind": "presence", "wanted": [{"acts": ["x"], "turns": 2}]} if "kind" not in more else {}
    shared = {"id": name, "area": "one", "title": name, "source": "s", "anchors": ANCHORS, "feedback": {"try": [TRY]}}
    return {**shared, **given, **more}


def rubric(*criteria: dict[str, Any]) -> Rubric:
    areas = [{"id": "one", "title": "One"}]
    return Rubric.model_validate({"format": 1, "id": "r", "title": "R", "areas": areas, "criteria": list(criteria)})


def example(levels: Mapping[str, Any], written: Mapping[str, Sequence[str]] | None = None) -> Example:
    """Written as it is judged unless said otherwise."""
    return Example("talk", levels, {one: (level,) for one, level in levels.items()} if written is None else written)


ALL = tuple(example({"a": level}) for level in ("met", "partly", "not_yet"))
ABSENCE = {"kind": "absence", "acts": ["x"]}
SHARE = {"kind": "share", "count": {"acts": ["x"]}, "of": {"acts": ["y"]}, "met": {"at_least": 0.5}}
AGREEING = tuple(example({"a": x, "b": x}) for x in ("met", "partly", "not_yet", *["met"] * (LEAST_TOGETHER - 3)))
OFF = example({"a": "not_applicable"})

SMELLS = {
    "sound": (rubric(criterion()), ALL, []),
    "nobody talked": (rubric(criterion()), (), ["no-example"]),
    "it never applies": (rubric(criterion()), (OFF, OFF), ["never-applies", "no-example"]),
    "unsure is no level": (rubric(criterion()), (*ALL, example({"a": "unsure"})), []),
    "nobody meets it": (rubric(criterion()), ALL[1:], ["never-met", "no-example"]),
    "nobody can meet it, and says so": (
        rubric(criterion(anchors={"partly": "p", "not_yet": "n"}, impossible=["met"])),
        ALL[1:],
        [],
    ),
    "nobody fails it": (rubric(criterion()), ALL[:1], ["never-failed", "no-example"]),
    "partly is failing enough": (rubric(criterion()), ALL[:2], ["no-example"]),
    "an example comes out otherwise": (
        rubric(criterion()),
        (*ALL[:2], example({"a": "not_yet"}, {"a": ("met",)})),
        ["no-example"],
    ),
    "either of two levels was expected": (
        rubric(criterion()),
        (*ALL[:2], example({"a": "not_yet"}, {"a": ("partly", "not_yet")})),
        [],
    ),
    "two always agree": (rubric(criterion(), criterion("b")), AGREEING, ["always-agrees"]),
    "two agree in too few talks": (rubric(criterion(), criterion("b")), AGREEING[:-1], []),
    "two agree but for once": (
        rubric(criterion(), criterion("b")),
        (*AGREEING, example({"a": "met", "b": "partly"})),
        [],
    ),
    "two agree, but always in the same": (
        rubric(criterion(), criterion("b")),
        (
            *ALL,
            example({"b": "partly"}),
            example({"b": "not_yet"}),
            *[example({"a": "met", "b": "met"})] * LEAST_TOGETHER,
        ),
        [],
    ),
    "nothing to try": (rubric(criterion(feedback={})), ALL, ["no-wording"]),
    "one stage is left out": (
        rubric(
            criterion(feedback={"try": [{**TRY, "stage": s} for s in ("contact", "request", "options", "closing")]})
        ),
        ALL,
        ["no-wording"],
    ),
    "what is only for some acts fits no other turn": (
        rubric(criterion(feedback={"try": [{**TRY, "acts": ["x"]}]})),
        ALL,
        ["no-wording"],
    ),
    "nothing leads to partly": (rubric(criterion(wanted=[{"acts": ["x"]}])), ALL, ["cannot-be-partly"]),
    "late is partly": (rubric(criterion(wanted=[{"acts": ["x"]}], before=[{"acts": ["y"]}])), ALL, []),
    "no misstep can be mended": (rubric(criterion(**ABSENCE)), ALL, ["cannot-be-partly"]),
    "a misstep can be mended": (rubric(criterion(**ABSENCE, taken_back=["y"])), ALL, []),
    "a range that is no wider": (rubric(criterion(**SHARE, partly={"at_least": 0.5})), ALL, ["cannot-be-partly"]),
    "a range that is wider": (rubric(criterion(**SHARE, partly={"at_least": 0.2})), ALL, []),
}


@pytest.mark.parametrize("case", SMELLS)
def test_smells(case: str) -> None:
    one, examples, codes = SMELLS[case]
    assert [smell.code for smell in smells(one, _filled(one, examples))] == codes


def _filled(one: Rubric, examples: Sequence[Example]) -> list[Example]:
    """A talk says nothing of the criteria it does not name."""
    absent = {criterion.id: "not_applicable" for criterion in one.criteria}
    return [each._replace(levels={**absent, **each.levels}) for each in examples]


def test_every_check_has_a_case() -> None:
    found = {code for _, _, codes in SMELLS.values() for code in codes}
    assert found == {word for check in CHECKS for word in (check.__doc__ or "").partition(":")[0].split(" and ")}


REASONS = {
    "a response that nothing calls for": (
        criterion(kind="response", acts=["x"], within=1),
        "it applies in no talk, of 1: neither cues, nor a place, nor own acts call for it",
    ),
    "missteps without acts": (
        criterion(kind="absence", taken_back=["y"]),
        "it applies in no talk, of 1: it names no acts, so only a scenario's move that crosses it counts",
    ),
    "called for by nothing": (
        criterion(called_for={}),
        "it applies in no talk, of 1: `called_for` names nothing",
    ),
    "only no talk for it": (criterion(called_for={"acts": ["x"]}), "it applies in no talk, of 1"),
}


@pytest.mark.parametrize("case", REASONS)
def test_why_a_criterion_never_applies(case: str) -> None:
    one, what = REASONS[case]
    assert smells(rubric(one), [OFF])[0].what == what


def test_the_table_counts_what_was_written_and_came_out() -> None:
    one = rubric(criterion(), criterion("b", anchors={"met": "m", "not_yet": "n"}, impossible=["partly"]))
    wrong = example({"a": "met", "b": "met"}, {"a": ("partly",)})
    judged_only = example({"a": "partly", "b": "met"}, {})
    rows = table(one, [*ALL[:2], ALL[0], wrong, judged_only, example({"b": "not_yet"})])
    assert [(row.criterion, row.counts, row.empty) for row in rows] == [
        ("a", {"met": 2, "partly": 1, "not_yet": 0}, ["not_yet"]),
        ("b", {"met": 0, "partly": None, "not_yet": 1}, ["met"]),
    ]
    assert list(failures([*ALL, wrong])) == ["talk: a should be partly and is met"]
