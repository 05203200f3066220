"""The example of docs/authoring.md is sound, and the documents name everything there is to name."""

import re
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.lint import lint
from simulator.authoring.walk import Walker
from simulator.library import Library
from simulator.loader.codes import CODES
from simulator.loader.packs import packs, walks_beside
from simulator.loader.walk_file import load_walks
from simulator.loader.yaml_nodes import read_bytes
from simulator.model import anchors, codebook, criteria, measuring, rubric, scenario, walk
from simulator.model.noun import Noun
from simulator.script import Script

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "example" / "first-visit.yaml"
RUBRIC = DOCS.parent / "rubrics" / "peer-counseling.yaml"

_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ROW = re.compile(r"^\| `[^|]*\| (`[^`|]*`) \|$", re.MULTILINE)

KEYS: dict[str, tuple[type[Noun], ...]] = {
    "authoring.md": (
        scenario.Scenario,
        scenario.Client,
        scenario.Trust,
        scenario.Replies,
        scenario.Line,
        scenario.ClientQuestion,
        scenario.ScenarioMove,
        scenario.Fact,
        scenario.Topic,
        scenario.Condition,
        scenario.State,
        scenario.Transition,
        scenario.Silence,
        scenario.Ending,
        scenario.Channel,
        scenario.CriterionChoice,
        scenario.Safety,
        scenario.Speaker,
        walk.WalkFile,
        walk.Walk,
        walk.Step,
    ),
    "rubrics.md": (
        rubric.Rubric,
        rubric.Area,
        rubric.Terms,
        rubric.Technique,
        rubric.Prompt,
        rubric.SelfRatingItem,
        rubric.WellbeingQuestion,
        criteria.Call,
        criteria.Order,
        criteria.Wanted,
        criteria.Presence,
        criteria.Absence,
        criteria.Share,
        criteria.Response,
        criteria.Structure,
        criteria.Limit,
        criteria.Facts,
        measuring.Moment,
        measuring.Tally,
        measuring.Range,
        measuring.ReadingEase,
        measuring.FigureDefinition,
        anchors.Anchors,
        anchors.Attempt,
        anchors.Feedback,
    ),
    "codebook.md": (
        codebook.ActDefinition,
        codebook.CueDefinition,
        codebook.Phrase,
        codebook.Example,
        codebook.Feeling,
    ),
}


def data_of(text: str) -> Any:
    document = read_bytes(text.encode(), "block")
    assert document.problems == ()
    return document.data


def blocks(page: str) -> list[str]:
    return _BLOCK.findall((DOCS / page).read_text(encoding="utf-8"))


def placed(page: str) -> list[Any]:
    return [pytest.param(block, id=f"{page}-{number}") for number, block in enumerate(blocks(page), start=1)]


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return {"scenario": data_of(EXAMPLE.read_text("utf-8")), "rubric": data_of(RUBRIC.read_text("utf-8"))}


def test_the_example_lints_clean() -> None:
    assert [str(problem) for problem in lint([EXAMPLE.parent], packs())] == []


def test_the_example_walks_hold_and_reach_everything(library: Library) -> None:
    frozen = library.frozen(str(EXAMPLE))
    readers = library.readers("en")
    walks = load_walks(walks_beside(EXAMPLE), "walks", frozen.scenario, library.known()).needed().walks
    walker = Walker(Script(frozen.scenario, readers), frozen.rubric)
    assert [failure for walk in walks for failure in walker.run(walk).failures] == []
    assert walker.coverage.missing == []


@pytest.mark.parametrize("block", placed("authoring.md"))
def test_blocks_for_authors_are_parts_of_a_scenario_or_of_walks(block: str, whole: dict[str, Any]) -> None:
    data = data_of(block)
    if "walks" in data:
        walk.WalkFile.model_validate(data)
    else:
        scenario.Scenario.model_validate({**whole["scenario"], **data})


@pytest.mark.parametrize("block", placed("rubrics.md"))
def test_blocks_of_rubrics_are_parts_of_a_rubric(block: str, whole: dict[str, Any]) -> None:
    data = data_of(block)
    if "areas" not in data:
        # The prompts of the shipped rubric are about criteria that the block may not have.
        data = {**whole["rubric"], "prompts": [], **data}
    rubric.Rubric.model_validate(data)


@pytest.mark.parametrize("block", placed("codebook.md"))
def test_blocks_of_the_codebook_are_definitions(block: str) -> None:
    data = data_of(block)
    kinds = {"act": codebook.ActDefinition, "cue": codebook.CueDefinition, "fields": codebook.Fields}
    kind = next((noun for key, noun in kinds.items() if key in data), codebook.Feelings)
    kind.model_validate(data)


@pytest.mark.parametrize("page", KEYS)
def test_examples_in_tables_are_yaml(page: str) -> None:
    cells = _ROW.findall((DOCS / page).read_text(encoding="utf-8"))
    for cell in cells:
        data_of(cell.strip("`"))


@pytest.mark.parametrize(("page", "noun"), [(page, noun) for page, nouns in KEYS.items() for noun in nouns])
def test_every_key_is_named(page: str, noun: type[Noun]) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    keys = [field.alias or name for name, field in noun.model_fields.items()]
    missing = [key for key in keys if not re.search(rf"[`\s{{]{key}[`:]", text)]
    assert missing == []


def test_every_code_is_explained() -> None:
    text = (DOCS / "authoring.md").read_text(encoding="utf-8")
    assert [code for code, what in CODES.items() if f"| `{code}` | {what} |" not in text] == []


def test_the_first_steps_lead_to_a_green_walk(library: Library, tmp_path: Path) -> None:
    head, states, walks = blocks("authoring.md")[:3]
    first = tmp_path / "my-first.yaml"
    first.write_text(head + states, encoding="utf-8")
    walks_beside(first).write_text(walks, encoding="utf-8")
    assert [str(problem) for problem in lint([tmp_path], packs())] == []
    frozen, readers = library.frozen(str(first)), library.readers("en")
    written = load_walks(walks_beside(first), "walks", frozen.scenario, library.known()).needed().walks
    walker = Walker(Script(frozen.scenario, readers), frozen.rubric)
    assert [failure for walk in written for failure in walker.run(walk).failures] == []
    assert walker.coverage.missing == []


def test_the_architecture_names_every_part() -> None:
    text = (DOCS.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    package = DOCS.parent / "simulator"
    parts = [f"{path.name}/" if path.is_dir() else path.name for path in package.iterdir() if path.name[:2] != "__"]
    assert [part for part in parts if f"  {part} " not in text] == []


PAGES = ("docs/authoring.md", "docs/rubrics.md", "docs/codebook.md", "ARCHITECTURE.md", "CONTRIBUTING.md")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    path = DOCS.parent / page
    for target, anchor in re.findall(r"\]\(([^)#\s]*)(?:#([^)]*))?\)", path.read_text(encoding="utf-8")):
        there = path.parent / target if target else path
        assert there.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.*)$", there.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}
