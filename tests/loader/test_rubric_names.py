"""Every key of a rubric that holds names of acts or cues is checked."""

from pathlib import Path

import pytest

from simulator.library import Library
from simulator.loader.packs import packs
from simulator.loader.rubric_file import build_rubric
from simulator.loader.yaml_nodes import read_bytes

SHIPPED = packs().rubrics()["peer-counseling"]
KNOWN = Library().known()


def codes(text: str) -> list[str]:
    document = read_bytes(text.encode(), str(SHIPPED))
    return [problem.code for problem in build_rubric(document, KNOWN).problems]


@pytest.mark.parametrize(
    ("there", "wrong", "code"),
    [
        ("past_mending: [hostility,", "past_mending: [hostilty,", "unknown-act"),
        ("taken_back: [role_boundary,", "taken_back: [role_boundry,", "unknown-act"),
        ("act: personal_story", "act: personal_stroy", "unknown-act"),
        ("suits: [story_unfinished,", "suits: [story_unfinishd,", "unknown-cue"),
        ("without_exception: [questions]", "without_exception: [question]", "not-one-of"),
    ],
    ids=["what cannot be mended", "what is taken back", "the act of a structure", "what a technique suits", "a bound"],
)
def test_a_misspelt_name_is_found(there: str, wrong: str, code: str) -> None:
    text = Path(SHIPPED).read_text(encoding="utf-8")
    assert (codes(text), there in text) == ([], True)
    assert codes(text.replace(there, wrong, 1)) == [code]
