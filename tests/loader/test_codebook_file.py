import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import simulator.loader.cache as cache_module
from simulator.loader import codebook_file, codebook_reader
from simulator.loader.codebook_file import (
    load_codebook,
    load_codebook_to_fit,
    load_codebook_with_examples,
    without_examples,
)
from simulator.loader.codebook_sources import CodebookSources, codebook_sources
from simulator.loader.document import Loaded
from simulator.loader.packs import shipped
from simulator.model.codebook import Codebook

PACK = Path(__file__).parent.parent / "problems" / "pack"


@pytest.fixture
def rubrics(tmp_path: Path) -> Path:
    folder = tmp_path / "rubrics"
    shutil.copytree(PACK / "rubrics", folder)
    shutil.copy(shipped() / "rubrics" / "language" / "en.yaml", folder / "language")
    (folder / "language" / "words.en.txt").write_text("hello\nworld\n", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache_module, "folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each time the files are read as YAML."""
    seen: list[str] = []
    read = codebook_reader.read_codebook

    def noted(sources: CodebookSources) -> Loaded[Codebook]:
        seen.append(sources.language)
        return read(sources)

    monkeypatch.setattr(codebook_reader, "read_codebook", noted)
    return seen


WHOLE = {
    "format": 4,
    "fitted_on": "x",
    "names": ["greeting"],
    "bias": [0.0],
    "units": [[3]],
    "unit_bias": [0],
    "features": {"w:hi": "#R Q"},
}
DAMAGED = [
    '{"format": 1}',
    "no json",
    '{"format": 4, "names": 7}',
    *(json.dumps({**WHOLE, "features": {"w:hi": row}}) for row in ("#", "$R", "#R QQ", "R#")),
    json.dumps({**WHOLE, "bias": []}),
    json.dumps({**WHOLE, "unit_bias": []}),
    json.dumps({**WHOLE, "units": [[3, 4]]}),
]


def test_whole_weights_are_read(rubrics: Path) -> None:
    (rubrics / "model").mkdir()
    (rubrics / "model" / "en.acts.json").write_text(json.dumps(WHOLE), encoding="utf-8")
    assert load_codebook(rubrics, "en").needed().weights is not None


@pytest.mark.parametrize("text", DAMAGED)
def test_weights_that_cannot_be_read_are_a_problem_and_not_in_the_way_of_a_new_fit(rubrics: Path, text: str) -> None:
    (rubrics / "model").mkdir()
    (rubrics / "model" / "en.acts.json").write_text(text, encoding="utf-8")
    (problem,) = load_codebook(rubrics, "en").problems
    assert problem.location.path.endswith("en.acts.json")
    assert problem.remedy == "rehearse fit --language en"
    assert load_codebook_to_fit(rubrics, "en").needed().weights is None


@pytest.mark.parametrize(
    "text", ["no json", '{"format": 1}', '{"format": 1, "fitted_on": "x", "words": {"tea": "PQ", "cup": "P"}}']
)
def test_senses_that_cannot_be_read_are_a_problem_and_not_in_the_way_of_a_new_fit(rubrics: Path, text: str) -> None:
    (rubrics / "model").mkdir()
    (rubrics / "model" / "en.senses.json").write_text(text, encoding="utf-8")
    (problem,) = load_codebook(rubrics, "en").problems
    assert problem.location.path.endswith("en.senses.json")
    assert load_codebook_to_fit(rubrics, "en").needed().senses is None
    whole = '{"format": 1, "fitted_on": "x", "words": {"tea": "PQ", "cup": "PP"}}'
    (rubrics / "model" / "en.senses.json").write_text(whole, encoding="utf-8")
    senses = load_codebook(rubrics, "en").needed().senses
    assert senses is not None
    assert senses.words == {"tea": "PQ", "cup": "PP"}


def test_a_codebook_is_read_once_and_is_the_same_from_the_cache(rubrics: Path, readings: list[str]) -> None:
    first = load_codebook(rubrics, "en")
    again = load_codebook(rubrics, "en")
    assert readings == ["en"]
    assert again == first
    book = first.needed()
    assert [act.id for act in book.acts] == ["greeting", "permission"]
    assert [cue.id for cue in book.cues] == ["fall", "feeling"]
    assert book.feelings["fear"].words == ("afraid",)
    assert book.words == "hello\nworld\n"
    sources = codebook_sources(rubrics, "en")
    assert sources is not None
    assert book.sha256 == sources.sha256
    assert not any(one.hits or one.misses for one in (*book.acts, *book.cues))


def test_examples_come_from_the_files_always(rubrics: Path, readings: list[str]) -> None:
    for _ in range(2):
        book = load_codebook_with_examples(rubrics, "en").needed()
        assert [hit.text for hit in book.acts[0].hits] == ["hello"]
    assert readings == ["en", "en"]
    assert without_examples(book) == load_codebook(rubrics, "en").needed()


CHANGES = {
    "other words in a file": lambda rubrics: (rubrics / "cues/en/feeling.yaml").open("a").write("# note\n"),
    "a file less": lambda rubrics: (rubrics / "cues/en/feeling.yaml").unlink(),
    "other real words": lambda rubrics: (rubrics / "language/words.en.txt").write_text("hello\n"),
    "another program": lambda rubrics: setattr(cache_module, "__version__", "0.0.0"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_read_anew(change, rubrics: Path, readings: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "__version__", cache_module.__version__)
    load_codebook(rubrics, "en")
    change(rubrics)
    assert load_codebook(rubrics, "en").value is not None
    assert len(readings) == 2


@pytest.mark.parametrize("broken", [b"", b"\xff", b"{}", b"[1", b"0" * 64 + b"\n{}", "cut", "folder"])
def test_a_broken_cache_is_ignored(broken: bytes | str, rubrics: Path, cache: Path, readings: list[str]) -> None:
    good = load_codebook(rubrics, "en")
    (kept,) = cache.iterdir()
    if broken == "folder":
        kept.unlink()
        kept.mkdir()
    else:
        kept.write_bytes(kept.read_bytes()[:200] if isinstance(broken, str) else broken)
    assert load_codebook(rubrics, "en") == good
    assert len(readings) == 2
    if broken != "folder":
        # What is damaged deep inside is noticed late, and made anew by the run after.
        load_codebook(rubrics, "en")
        read = len(readings)
        assert load_codebook(rubrics, "en") == good
        assert len(readings) == read


def test_a_cache_that_cannot_be_written_is_done_without(rubrics: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be", encoding="utf-8")
    assert load_codebook(rubrics, "en") == load_codebook(rubrics, "en")
    assert cache.is_file()


def test_nothing_is_left_behind_when_keeping_fails(rubrics: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(cache_module.os, "replace", refuse)
    assert load_codebook(rubrics, "en").value is not None
    assert list(cache.iterdir()) == []


def test_all_problems_of_all_files_are_told_and_nothing_is_kept(rubrics: Path, cache: Path) -> None:
    (rubrics / "codebook/en/greeting.yaml").write_text("act: 1\n", encoding="utf-8")
    (rubrics / "cues/en/feeling.yaml").write_text("a: 'b", encoding="utf-8")
    (rubrics / "language/en.yaml").unlink()
    found = load_codebook(rubrics, "en")
    assert found.value is None
    assert {(Path(p.location.path).name, p.code) for p in found.problems} == {
        ("greeting.yaml", "missing-key"),
        ("greeting.yaml", "wrong-type"),
        ("feeling.yaml", "syntax"),
        ("en.yaml", "unreadable"),
    }
    assert not cache.exists()


def test_what_examples_name_keeps_no_talk_from_beginning(rubrics: Path) -> None:
    with (rubrics / "codebook/en/greeting.yaml").open("a", encoding="utf-8") as file:
        file.write('misses: [{text: "bye", rather: [gone]}]\n')
    assert load_codebook(rubrics, "en").value is not None


@pytest.mark.parametrize("language", ["xx", "", ".", "..", "../en", "en/"])
def test_a_language_is_a_folder_that_is_there(language: str, rubrics: Path) -> None:
    assert [problem.code for problem in load_codebook(rubrics, language).problems] == ["unknown-language"]


def test_an_unreadable_file_is_a_problem(rubrics: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(rubrics: Path, language: str) -> None:
        raise PermissionError(13, "Permission denied", str(rubrics / "x.yaml"))

    monkeypatch.setattr(codebook_file, "codebook_sources", refuse)
    (problem,) = load_codebook(rubrics, "en").problems
    assert problem.code == "unreadable"
    assert problem.location.path.endswith("x.yaml")


def test_the_hash_covers_names_and_contents(rubrics: Path) -> None:
    before = codebook_sources(rubrics, "en")
    (rubrics / "cues/en/feeling.yaml").rename(rubrics / "cues/en/feelings.yaml")
    after = codebook_sources(rubrics, "en")
    assert before is not None
    assert after is not None
    assert before.sha256 != after.sha256


def test_from_the_cache_not_even_yaml_is_imported(rubrics: Path, cache: Path) -> None:
    load_codebook(rubrics, "en")
    code = (
        "import sys; from pathlib import Path\n"
        "from simulator.loader import cache, codebook_file\n"
        "cache.folder = lambda: Path(sys.argv[2])\n"
        "assert codebook_file.load_codebook(Path(sys.argv[1]), 'en').value is not None\n"
        "sys.exit('yaml' in sys.modules)\n"
    )
    root = str(Path(codebook_file.__file__).parents[2])
    done = subprocess.run([sys.executable, "-c", code, str(rubrics), str(cache)], cwd=root, check=False)
    assert done.returncode == 0
