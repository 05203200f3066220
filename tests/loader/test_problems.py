"""Every problem an author can get, at its exact place and in its exact words: tests/problems/expected.txt."""

import shutil
from pathlib import Path

import pytest

from simulator.authoring.lint import lint
from simulator.loader import yaml_nodes
from simulator.loader.codebook_file import load_codebook_with_examples
from simulator.loader.coded_lines import load_coded
from simulator.loader.codes import CODES
from simulator.loader.packs import Packs, shipped
from simulator.loader.yaml_nodes import read_bytes, read_yaml
from simulator.model.coded import CodedTurn, Ways
from simulator.model.source import Problem

PROBLEMS = Path(__file__).parent.parent / "problems"
FILES = sorted(path.name for path in PROBLEMS.glob("*.yaml"))
EXPECTED = (PROBLEMS / "expected.txt").read_text(encoding="utf-8").splitlines()
SOUND = {"sound.yaml", "sound.walks.yaml", "unknown-ending.yaml", "unknown-scenario.yaml"}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """A codebook of three files, with the words of the shipped language."""
    folder = tmp_path_factory.mktemp("small") / "pack"
    shutil.copytree(PROBLEMS / "pack", folder)
    shutil.copy(shipped() / "rubrics" / "language" / "en.yaml", folder / "rubrics" / "language")
    return Packs((folder,))


@pytest.fixture(autouse=True)
def _in_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(PROBLEMS)
    monkeypatch.setattr("simulator.loader.cache.folder", lambda: tmp_path / "cache")


def expected_of(name: str) -> list[str]:
    return [line for line in EXPECTED if line.startswith(f"{name}:")]


@pytest.mark.parametrize("name", FILES)
def test_each_file_has_exactly_the_problems_expected(name: str, pack: Packs) -> None:
    assert [str(problem) for problem in lint([Path(name)], pack)] == expected_of(name)


def test_every_line_expected_belongs_to_a_file_and_only_sound_files_have_none() -> None:
    assert {line.partition(":")[0] for line in EXPECTED} == set(FILES) - SOUND


def test_a_folder_is_linted_recursively_and_in_order(pack: Packs) -> None:
    found = [str(problem) for problem in lint([Path(".")], pack)]
    own = [line for line in found if "pack/" not in line.partition(":")[0]]
    assert own == EXPECTED


def test_the_small_pack_is_sound_and_is_linted_when_nothing_is_named(pack: Packs, tmp_path: Path) -> None:
    assert lint([], pack) == ()
    more = tmp_path / "more"
    (more / "scenarios").mkdir(parents=True)
    shutil.copy("dead-end.yaml", more / "scenarios")
    assert [problem.code for problem in lint([], Packs((more, *pack.folders)))] == ["dead-end"]


CODED = 'write an object such as {"text": "...", "acts": ["greeting"]}, with ids of the codebook'


def elsewhere(tmp_path: Path) -> list[Problem]:
    """Problems that no small file can show."""
    missing = read_yaml(tmp_path / "nowhere.yaml", "nowhere.yaml")
    large = read_bytes(b"a" * (2 * 1024 * 1024 + 1), "large.yaml")
    language = load_codebook_with_examples(PROBLEMS / "pack" / "rubrics", "../en")
    coded = tmp_path / "coded.jsonl"
    coded.write_text('{"text": "hi", "acts": ["greeting"]}\n{"text": "hi"}\nhi\n{"text": "hi", "acts": ["wave"]}\n')
    lines = load_coded(coded, CodedTurn, {"greeting"})
    return [*missing.problems, *large.problems, *language.problems, *lines.problems]


def test_problems_that_no_small_file_can_show(tmp_path: Path) -> None:
    assert [f"{p.what}; {p.remedy} [{p.code}]" for p in elsewhere(tmp_path)] == [
        "it cannot be read (No such file or directory); give the path of a readable file [unreadable]",
        "the file has more than 2 MiB; split it [too-large]",
        'there is no codebook in the language "../en"; choose one of the languages that have a folder here '
        "[unknown-language]",
        f"acts: Field required; {CODED} [not-coded]",
        f"the line: Invalid JSON: expected value at line 1 column 1; {CODED} [not-coded]",
        f'no act or cue "wave" in this codebook; {CODED} [not-coded]',
    ]


def test_a_line_of_ways_that_is_none_says_what_would_be_one(tmp_path: Path) -> None:
    ways = tmp_path / "ways.jsonl"
    ways.write_text('{"theme": "sleep", "meaning": "rest", "ways": ["did you sleep"]}\n')
    (problem,) = load_coded(ways, Ways).problems
    assert problem.what.startswith("ways: ")
    assert '"ways": ["...", "..."]' in problem.remedy


def test_every_code_has_an_example(tmp_path: Path) -> None:
    shown = {line.rpartition("[")[2].rstrip("]") for line in EXPECTED} | {p.code for p in elsewhere(tmp_path)}
    assert shown == set(CODES)


@pytest.mark.parametrize("name", FILES)
def test_pure_python_finds_the_same_places(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def found() -> list[tuple[int, int, str]]:
        document = read_yaml(Path(name), name)
        return [(p.location.line, p.location.column, p.code) for p in document.problems]

    quick = found()
    monkeypatch.setattr(yaml_nodes, "_PARSER", yaml_nodes.yaml.Loader)
    assert found() == quick
