"""How lint finds files and tells kinds apart; what it finds in them is in tests/loader/test_problems.py."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.file_kinds import kind_of
from simulator.authoring.lint import lint
from simulator.loader import cache
from simulator.loader.packs import Packs, files_in, packs, shipped

KINDS = [
    ({"format": 1, "states": [], "criteria": {}, "language": "en"}, "scenario"),
    ({"opens": "client"}, "scenario"),
    ({"scenario": "a", "walks": []}, "walks"),
    ({"areas": [], "criteria": []}, "rubric"),
    ({"criteria": []}, "rubric"),
    ({"act": "a", "lists": {}}, "act"),
    ({"cue": "a"}, "cue"),
    ({"language": "en", "stemmer": "english"}, "language"),
    ({"fear": {"words": []}}, "feelings"),
    ({"fear": None, "anger": {"words": []}}, "feelings"),
    ({"about": "a", "kind": "other", "talk": "Counselor: hi", "levels": {}}, "talk"),
    ({"about": "a", "levels": {}}, "talk"),
    ({"melody": []}, None),
    ({}, None),
    ([], None),
    ("states", None),
    (None, None),
]


@pytest.mark.parametrize(("data", "kind"), KINDS)
def test_kind_of(data: Any, kind: str | None) -> None:
    assert kind_of(data) == kind


def test_folders_are_searched_and_each_file_is_there_once(tmp_path: Path) -> None:
    for name in ("b/c.yaml", "a.yaml", "b/note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    a, c = tmp_path / "a.yaml", tmp_path / "b" / "c.yaml"
    assert files_in([tmp_path, a]) == [a, c]
    assert files_in([tmp_path / "b" / "note.txt", c]) == [tmp_path / "b" / "note.txt", c]


@pytest.mark.parametrize("kind", ["language", "cues", "codebook"])
def test_every_kind_of_shipped_codebook_file_is_recognised(kind: str) -> None:
    folder = shipped() / "rubrics" / kind
    one = sorted(folder.rglob("*.yaml"))[:2]
    assert "unknown-kind" not in {problem.code for problem in lint(one, packs())}


def test_a_file_in_a_pack_of_its_own_is_checked_against_that_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "cache")
    walks = tmp_path / "scenarios" / "mine.walks.yaml"
    walks.parent.mkdir()
    text = 'format: 1\nscenario: mine\nwalks: [{id: a, turns: [{say: "x", acts: [hum]}]}]\n'
    walks.write_text(text, encoding="utf-8")
    codes = [problem.code for problem in lint([walks], packs())]
    assert codes == ["unknown-scenario", "unknown-act"]
    act = tmp_path / "rubrics" / "codebook" / "en" / "hum.yaml"
    act.parent.mkdir(parents=True)
    act.write_text("format: 1\nact: hum\ntitle: t\nis: i\nsource: s\ngroup: contact\n", encoding="utf-8")
    assert [problem.code for problem in lint([walks], packs())] == ["unknown-scenario"]


@pytest.fixture
def own_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A codebook of one act, with the words of the shipped language."""
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "cache")
    rubrics = tmp_path / "rubrics"
    (rubrics / "codebook" / "en").mkdir(parents=True)
    (rubrics / "language").mkdir()
    shutil.copy(shipped() / "rubrics" / "language" / "en.yaml", rubrics / "language")
    return rubrics


def act_file(rubrics: Path, name: str, more: str) -> Path:
    path = rubrics / "codebook" / "en" / f"{name}.yaml"
    path.write_text(f"format: 1\nact: {name}\ntitle: t\nis: i\nsource: s\ngroup: contact\n{more}\n", encoding="utf-8")
    return path


def found(path: Path, rubrics: Path) -> list[tuple[str, str]]:
    problems = lint([path], Packs((rubrics.parent,)))
    return [(Path(problem.location.path).name, problem.code) for problem in problems]


def test_a_file_is_proven_though_another_has_a_bad_phrase(own_pack: Path) -> None:
    act_file(own_pack, "broken", "phrases: ['(x']")
    hum = act_file(own_pack, "hum", "phrases: [tralala]\nhits: [tralala, humdrum]\nmisses: [tralala]")
    assert found(hum, own_pack) == [("hum.yaml", "missed"), ("hum.yaml", "false-alarm")]


def test_a_bad_phrase_does_not_keep_the_others_of_its_file_from_being_tried(own_pack: Path) -> None:
    hum = act_file(own_pack, "hum", "phrases: [tralala, '(x']\nnot_phrases: ['@none']\nhits: [tralala, humdrum]")
    assert found(hum, own_pack) == [("hum.yaml", "bad-phrase"), ("hum.yaml", "bad-phrase"), ("hum.yaml", "missed")]


def test_what_keeps_the_codebook_from_being_loaded_is_told_instead_of_a_proof(own_pack: Path) -> None:
    act_file(own_pack, "broken", "grop: x")
    hum = act_file(own_pack, "hum", "hits: [tralala]")
    assert found(hum, own_pack) == [("broken.yaml", "unknown-key")]


def test_a_bad_phrase_of_the_feelings_is_told(own_pack: Path) -> None:
    (own_pack / "language" / "feelings.en.yaml").write_text("fear: {words: ['(x']}\n", encoding="utf-8")
    hum = act_file(own_pack, "hum", "hits: [tralala]")
    assert found(hum, own_pack) == [("hum.yaml", "bad-phrase")]
