"""A file that is named by id or path, and what is told where there is none."""

from pathlib import Path

import pytest

from simulator.errors import ContentError
from simulator.loader.named_file import named_file

KNOWN = {"ira-hiv-test": Path("/shipped/ira-hiv-test.yaml"), "rehab-or-ost": Path("/shipped/rehab-or-ost.yaml")}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "own"
    own.mkdir()
    for name in ("lena.yaml", "lena.walks.yaml", "max.yaml", "notes.txt"):
        (own / name).write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "here.yaml").write_text("", encoding="utf-8")
    return tmp_path


def test_an_id_and_a_path_lead_to_their_files() -> None:
    assert named_file("ira-hiv-test", KNOWN, "scenario") == KNOWN["ira-hiv-test"]
    assert named_file("own/lena.yaml", KNOWN, "scenario") == Path("own/lena.yaml")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("ira-hvi-test", 'no scenario "ira-hvi-test"; did you mean "ira-hiv-test"?'),
        ("zebra", 'no scenario "zebra"; write one of ira-hiv-test, rehab-or-ost'),
        ("own", 'no scenario "own"; that is a folder; name a file in it: own/lena.yaml, own/max.yaml'),
        ("empty", 'no scenario "empty"; that folder has none'),
        ("own/lenna.yaml", 'no scenario "own/lenna.yaml"; there is no such file; did you mean "own/lena.yaml"?'),
        ("own/lena", 'no scenario "own/lena"; did you mean "own/lena.yaml"?'),
        ("own/lenna", 'no scenario "own/lenna"; there is no such file; did you mean "own/lena.yaml"?'),
        ("here", 'no scenario "here"; did you mean "here.yaml"?'),
        ("heer.yaml", 'no scenario "heer.yaml"; there is no such file; did you mean "here.yaml"?'),
        ("nowhere/lena.yaml", 'no scenario "nowhere/lena.yaml"; there is no such file'),
        ("own/notes.txt", 'no scenario "own/notes.txt"; that file does not end in .yaml'),
    ],
)
def test_what_was_meant_is_told(wanted: str, told: str) -> None:
    with pytest.raises(ContentError) as wrong:
        named_file(wanted, KNOWN, "scenario")
    assert str(wrong.value) == told
