"""Every rubric that ships beside the main one: safety is in it unchanged, and talks prove each of its levels."""

from pathlib import Path

import pytest

from simulator.authoring.examples import Example, examples_of, written_talks
from simulator.authoring.golden_talks import golden_talks_in
from simulator.authoring.rubric_check import level_cannot_come, no_wording
from simulator.authoring.rubric_table import table
from simulator.library import Library
from simulator.loader.packs import packs
from simulator.model.rubric import Rubric
from simulator.model.scenario import CriterionChoice
from simulator.model.transcript import Transcript, Turn
from simulator.render.to_terminal import to_terminal
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting

MAIN = "peer-counseling"
OTHERS = sorted(set(packs().rubrics()) - {MAIN})
TALKS = {talk.name: talk for talk in golden_talks_in(Path(__file__).parent / "talks", Library())}
CASES = [(name, criterion) for name, talk in TALKS.items() for criterion in talk.golden.levels]


@pytest.fixture(scope="session")
def examples(library: Library) -> dict[str, Example]:
    """Each talk judged by its own rubric."""
    talks = list(written_talks(library, Path(__file__).parent / "talks"))
    return {talk.name: examples_of(talk.rubric, [talk])[0] for talk in talks}


def own(rubric: Rubric, library: Library) -> set[str]:
    """The criteria that the rubric does not take over from the main one."""
    return {one.id for one in rubric.criteria if one not in library.rubric(MAIN).criteria}


@pytest.mark.parametrize(("name", "criterion"), CASES, ids=[f"{name}: {criterion}" for name, criterion in CASES])
def test_a_talk_gets_the_level_it_deserves(
    name: str, criterion: str, examples: dict[str, Example], request: pytest.FixtureRequest
) -> None:
    if criterion in TALKS[name].golden.misread:
        request.applymarker(pytest.mark.xfail(reason="the coder misreads a fair turn", strict=False))
    assert examples[name].levels[criterion] == TALKS[name].golden.levels[criterion]


@pytest.mark.parametrize("name", OTHERS)
def test_every_level_of_a_rubrics_own_criteria_has_a_talk(
    name: str, library: Library, examples: dict[str, Example]
) -> None:
    rubric = library.rubric(name)
    rows = table(rubric, [one for key, one in examples.items() if TALKS[key].golden.rubric == name])
    assert {row.criterion: row.empty for row in rows if row.criterion in own(rubric, library) and row.empty} == {}


@pytest.mark.parametrize("name", OTHERS)
def test_critical_safety_is_in_every_rubric_as_in_the_main_one(name: str, library: Library) -> None:
    critical = [one for one in library.rubric(MAIN).criteria if one.critical]
    assert [one for one in critical if one not in library.rubric(name).criteria] == []
    assert library.rubric(name).terms.danger == library.rubric(MAIN).terms.danger
    assert library.rubric(name).terms.directed_by == library.rubric(MAIN).terms.directed_by


@pytest.mark.parametrize("name", OTHERS)
def test_every_criterion_has_words_for_whoever_meets_it_and_whoever_does_not(name: str, library: Library) -> None:
    rubric = library.rubric(name)
    for one in rubric.criteria:
        tries = one.feedback.attempts
        assert one.feedback.worked or one.kind == "share", one.id
        assert one.id not in own(rubric, library) or len({attempt.stage for attempt in tries}) >= 3, one.id
        assert all(len(attempt.wording.split()) >= 3 for attempt in tries), one.id
        assert one.source, one.id
    assert [*no_wording(rubric, ()), *level_cannot_come(rubric, ())] == []


@pytest.mark.parametrize("name", OTHERS)
def test_wordings_are_written_once(name: str, library: Library) -> None:
    rubric = library.rubric(name)
    rows = [(one.id, attempt.wording) for one in rubric.criteria for attempt in one.feedback.attempts]
    wordings = [wording for _, wording in rows]
    new = own(rubric, library)
    assert [wording for one, wording in rows if one in new and wordings.count(wording) > 1] == []


@pytest.mark.parametrize("name", OTHERS)
def test_no_wording_to_try_is_a_misstep_itself(name: str, library: Library) -> None:
    rubric, coder = library.rubric(name), library.readers("en").coder
    missteps = {*library.rubric(MAIN).terms.groups["misstep"], "directive", "confidentiality_breach", "stigma_term"}
    for one in rubric.criteria:
        for wording in (attempt.wording for attempt in one.feedback.attempts):
            found = [act for act in coder.read(wording).acts if act.act in missteps and not act.by.startswith("model:")]
            assert found == [], (one.id, wording)


@pytest.mark.parametrize("name", OTHERS)
def test_why_a_criterion_is_off_is_shown_in_the_debrief(name: str, library: Library) -> None:
    rubric = library.rubric(name)
    chosen = {rubric.criteria[0].id: CriterionChoice(matters="off", reason="Nothing of that kind happens here.")}
    transcript = Transcript(turns=(Turn(number=1, text="hm"),))
    debrief = score(transcript, rubric, Setting(criteria=chosen))
    assert debrief.criteria[0].level == "not_applicable"
    shown = " ".join(to_terminal(debrief, width=200).split())
    assert f"{rubric.criteria[0].title} (Nothing of that kind happens here.)" in shown
