"""What a rubric takes over from another, and what it may not."""

from pathlib import Path

import pytest

from simulator.loader.known import Known
from simulator.loader.packs import shipped
from simulator.loader.rubric_file import build_rubric, load_rubric
from simulator.loader.yaml_nodes import read_bytes
from simulator.model.rubric import Rubric

MAIN = """
format: 1
id: main
title: "Main"
areas:
  - {id: listening, title: "Listening", practise: somewhere}
  - {id: safety, title: "Safety", needs_rule: true}
  - {id: unused, title: "Nobody takes this"}
terms:
  groups: {question: [open_question], offer: [advice]}
  danger: [present_danger]
  directed_by: [emergency_direction]
criteria:
  - {id: asks, area: listening, kind: presence, title: "Asks", source: "s", wanted: [{acts: ["@question"]}],
     before: [{acts: ["@offer"]}], anchors: {met: "m", partly: "p", not_yet: "n"}}
  - {id: gets-help, area: safety, kind: response, title: "Gets help", source: "s", critical: true,
     cues: [present_danger], acts: [emergency_direction], anchors: {met: "m", partly: "p", not_yet: "n"}}
  - {id: left-out, area: unused, kind: order, title: "Left out", source: "s",
     anchors: {met: "m", partly: "p", not_yet: "n"}}
prompts:
  - {function: normative, about: gets-help, asks: "Who could have helped?"}
  - {function: formative, about: left-out, asks: "Which stage?"}
  - {function: supportive, asks: "What stays with you?"}
"""

OWN = """
format: 1
id: drill
title: "Drill"
includes: {main: [asks, gets-help]}
areas: [{id: listening, title: "Only listening"}]
terms: {groups: {offer: [options]}, danger: [suicide]}
criteria:
  - {id: reflects, area: listening, kind: presence, title: "Reflects", source: "s", wanted: [{acts: [paraphrase]}],
     weaker: ["@question"], anchors: {met: "m", partly: "p", not_yet: "n"}}
prompts: [{function: formative, about: asks, asks: "Why this question?"}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "main.yaml").write_text(MAIN, encoding="utf-8")
    return tmp_path


def loaded(folder: Path, text: str, name: str = "drill") -> Rubric:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return load_rubric(path, f"{name}.yaml").needed()


def problems(folder: Path, text: str) -> list[str]:
    path = folder / "drill.yaml"
    path.write_text(text, encoding="utf-8")
    return [str(problem) for problem in load_rubric(path, "drill.yaml").problems]


def test_the_criteria_come_with_what_they_need_to_be_judged(folder: Path) -> None:
    rubric = loaded(folder, OWN)
    main = loaded(folder, MAIN, "main")
    assert [criterion.id for criterion in rubric.criteria] == ["reflects", "asks", "gets-help"]
    assert rubric.criteria[1:] == main.criteria[:2]
    assert [(area.id, area.title) for area in rubric.areas] == [("listening", "Only listening"), ("safety", "Safety")]
    assert [prompt.asks for prompt in rubric.prompts] == [
        "Why this question?",
        "Who could have helped?",
        "What stays with you?",
    ]


def test_the_rubrics_own_words_count_before_those_taken_over(folder: Path) -> None:
    terms = loaded(folder, OWN).terms
    assert terms.groups == {"question": ("open_question",), "offer": ("options",)}
    assert terms.danger == ("suicide",)
    assert terms.directed_by == ("emergency_direction",)


def test_a_rubric_in_use_is_complete_in_itself(folder: Path) -> None:
    rubric = loaded(folder, OWN)
    assert rubric.includes == {}
    assert Rubric.model_validate_json(rubric.model_dump_json(by_alias=True)) == rubric


def test_a_change_of_the_other_file_is_seen(folder: Path) -> None:
    assert loaded(folder, OWN).criteria[1].title == "Asks"
    (folder / "main.yaml").write_text(MAIN.replace('"Asks"', '"Asks a lot"'), encoding="utf-8")
    assert loaded(folder, OWN).criteria[1].title == "Asks a lot"


def test_what_does_not_lie_beside_is_taken_from_what_ships(tmp_path: Path) -> None:
    rubric = loaded(
        tmp_path,
        OWN.replace("main: [asks, gets-help]", "peer-counseling: [asks-address]").replace(
            "about: asks,", "about: asks-address,"
        ),
    )
    there = load_rubric(shipped() / "rubrics" / "peer-counseling.yaml", "peer-counseling.yaml").needed()
    assert rubric.criteria[1:] == tuple(one for one in there.criteria if one.id == "asks-address")


WRONG = {
    "a rubric that is not there": (
        "includes: {man: [asks]}",
        'drill.yaml:5:12: includes.man: there is no rubric "man"; did you mean "main"? [unknown-rubric]',
    ),
    "a criterion that is not there": (
        "includes: {main: [asks, gets-hepl]}",
        'drill.yaml:5:25: includes.main[1]: "main" has no criterion "gets-hepl" of its own; '
        'did you mean "gets-help"? [unknown-criterion]',
    ),
    "a criterion twice": (
        "includes: {main: [asks, asks]}",
        'drill.yaml:5:25: includes.main[1]: there is a criterion "asks" already; leave one of the two out '
        "[duplicate-id]",
    ),
    "a rubric with problems": (
        "includes: {main: [asks], broken: [one]}",
        'drill.yaml:5:34: includes.broken: the rubric "broken" has problems; mend them first [unknown-rubric]',
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_named_wrongly_is_told_at_its_place(case: str, folder: Path) -> None:
    (folder / "broken.yaml").write_text("format: 1\nid: broken\n", encoding="utf-8")
    line, problem = WRONG[case]
    assert problems(folder, OWN.replace("includes: {main: [asks, gets-help]}", line)) == [problem]


def test_a_criterion_of_ones_own_cannot_be_taken_over_too(folder: Path) -> None:
    text = OWN.replace("id: reflects", "id: asks")
    assert [problem.rpartition(" ")[2] for problem in problems(folder, text)] == ["[duplicate-id]"]


def test_only_what_stands_in_the_other_file_itself_can_be_taken_over(folder: Path) -> None:
    loaded(folder, OWN)
    third = OWN.replace("id: drill", "id: third").replace("main: [asks, gets-help]", "drill: [asks]")
    path = folder / "third.yaml"
    path.write_text(third, encoding="utf-8")
    assert [problem.code for problem in load_rubric(path, "third.yaml").problems] == ["unknown-criterion"]


@pytest.mark.parametrize(
    ("text", "code"),
    [('weaker: ["@question"]', None), ('weaker: ["@questoin"]', "unknown-group")],
    ids=["there", "not"],
)
def test_groups_taken_over_may_be_used(folder: Path, text: str, code: str | None) -> None:
    document = read_bytes(OWN.replace('weaker: ["@question"]', text).encode(), str(folder / "drill.yaml"))
    assert [problem.code for problem in build_rubric(document, Known()).problems] == ([code] if code else [])
