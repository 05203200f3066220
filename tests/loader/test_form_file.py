"""Form files, and what is wrong with one that is none."""

import pytest

from simulator.library import Library
from simulator.loader.form_file import build_form
from simulator.loader.known import Known
from simulator.loader.yaml_nodes import read_bytes

HEAD = "format: 1\nid: f\ntitle: F\nquestions:\n"
KNOWN = Known(acts=frozenset({"referral"}), cues=frozenset({"suicide"}))


def codes(questions: str) -> list[str]:
    loaded = build_form(read_bytes((HEAD + questions).encode(), "f.yaml"), KNOWN)
    return [problem.code for problem in loaded.problems]


@pytest.mark.parametrize(
    ("questions", "wanted"),
    [
        ("  - {id: a, asks: x, kind: code}", []),
        ("  - {id: a, asks: x, kind: one, choices: [{id: b, title: B, acts: [referral], cues: [suicide]}]}", []),
        ("  - {id: a, asks: x, kind: one, choices: [{id: b, title: B, acts: [referal]}]}", ["unknown-act"]),
        ("  - {id: a, asks: x, kind: one, choices: [{id: b, title: B, cues: [sucide]}]}", ["unknown-cue"]),
        ("  - {id: a, asks: x, kind: one}", ["not-together"]),
        ("  - {id: a, asks: x, kind: code, choices: [{id: b, title: B}]}", ["not-together"]),
        ("  - {id: a, asks: x, kind: one, choices: [{id: b, title: B}, {id: b, title: C}]}", ["not-together"]),
        ("  - {id: a, asks: x, kind: code}\n  - {id: a, asks: y, kind: code}", ["not-together"]),
        ("  - {id: a, asks: x, kind: prose}", ["not-one-of"]),
        ("  []", ["too-few"]),
    ],
    ids=[
        *("a code", "choices", "an unknown act", "an unknown cue", "no choices", "choices of a code"),
        *("a choice twice", "a question twice", "an unknown kind", "no question"),
    ],
)
def test_what_is_wrong_with_a_form_is_told(questions, wanted):
    assert codes(questions) == wanted


def test_the_shipped_form_is_short_and_asks_for_no_name(library: Library):
    form = library.form("contact")
    assert len(form.questions) <= 12
    assert form.minutes == 5
    assert [question.id for question in form.questions if question.kind == "code"] == ["client"]
