"""What docs/authoring.md shows of commands is what they print for the files it has the reader write."""

import re
import shlex
from contextlib import suppress
from pathlib import Path

import pytest

from simulator.commands import main
from simulator.library import Library

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "authoring.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```text\n\$ rehearse (.*?)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
HEAD, STATES, WALKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)[:3]
LINTED = (HEAD, (HEAD + STATES).replace("to: answered", "to: answred"))
"""The file as far as it is written in step 1, and with a name misspelled."""


@pytest.fixture(autouse=True)
def mine(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the page has the reader make, beside the pages."""
    monkeypatch.setattr("simulator.library.Library", lambda: library)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").symlink_to(DOCS)
    folder = tmp_path / "my-scenarios"
    folder.mkdir()
    (folder / "my-first.yaml").write_text(HEAD + STATES, encoding="utf-8")
    (folder / "my-first.walks.yaml").write_text(WALKS, encoding="utf-8")
    return folder


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with suppress(SystemExit):
        main([*arguments])
    return capsys.readouterr().out


def test_there_is_something_to_hold() -> None:
    assert {command.split()[0] for command, _ in SHOWN} == {"code", "outline", "walk"}


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_the_page_shows(command: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, *shlex.split(command)) == shown


def test_lint_says_what_the_page_shows(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said: set[str] = set()
    for text in LINTED:
        (mine / "my-first.yaml").write_text(text, encoding="utf-8")
        said.update(printed(capsys, "lint", "my-scenarios").splitlines())
    shown = {line for line in PAGE.splitlines() if line.startswith("my-scenarios/my-first.yaml:")}
    assert len(shown) == 3
    assert shown <= said
