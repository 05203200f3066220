"""The debriefs in docs/examples are what the program makes of the talks beside them: docs/examples/make.py."""

import importlib.util
from pathlib import Path

import pytest

from simulator.library import Library

FOLDER = Path(__file__).parents[2] / "docs" / "examples"
_SPEC = importlib.util.spec_from_file_location("make_examples", FOLDER / "make.py")
assert _SPEC is not None
assert _SPEC.loader is not None
make = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(make)


@pytest.mark.slow
def test_the_files_are_what_is_made_of_the_talks(library: Library) -> None:
    made = dict(make.examples(library))
    assert made
    told = {path for path in FOLDER.iterdir() if path.suffix in (".md", ".html")}
    assert told == set(made), "python docs/examples/make.py"
    differing = [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text]
    assert differing == [], "python docs/examples/make.py"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("Hi there", "gives no seed"), ("seed: x\nHi", "gives no seed"), ("seed: 1\n/stop\nHi", "over before its last 1")],
)
def test_a_talk_that_cannot_be_played_is_said(library: Library, tmp_path: Path, text: str, wrong: str) -> None:
    talk = tmp_path / "ira-hiv-test-good.txt"
    talk.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=wrong):
        make.played(library, talk)
