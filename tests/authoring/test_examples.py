"""What the shipped walks come to, judged by the rubric of their scenario."""

from collections import Counter

import pytest

from simulator.authoring.examples import Talk, examples_of, proving, walked_talks
from simulator.library import Library
from simulator.model.transcript import Transcript
from simulator.scorer.setting import Setting

MOST_UNSURE = 0.1
"""Share of the levels that are judged at all."""


@pytest.mark.slow
def test_few_levels_are_left_to_the_supervisor(library: Library) -> None:
    levels: Counter[str] = Counter()
    for talk in walked_talks(library):
        (example,) = examples_of(talk.rubric, [talk])
        levels.update(level for level in example.levels.values() if level != "not_applicable")
    assert levels["met"] > 0
    assert levels["not_yet"] > 0
    assert 0 < levels["unsure"] <= MOST_UNSURE * levels.total()


def test_a_talk_proves_a_rubric_only_by_criteria_that_are_the_same_there(library: Library) -> None:
    rubric = library.rubric("peer-counseling")
    first, second = (criterion.id for criterion in rubric.criteria[:2])
    other = rubric.model_copy(update={"criteria": rubric.criteria[:1]})

    def never() -> Transcript:
        raise AssertionError("a talk that proves nothing is not coded")

    talks = [Talk(name, rubric, never, Setting(), {name: ("met",)}) for name in (first, second)]
    assert proving(rubric, talks) == talks
    assert proving(other, talks) == talks[:1]
