"""The talk in the README is a real one: played again, it goes the same way and leads to the same debrief."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXCERPT = re.compile(
    r"<!-- the talk below .*?: (\S+), seed (\d+) -->\n```text\n(.*?)```.*?```text\n(.*?)```", re.DOTALL
)


def test_the_talk_in_the_readme_is_what_really_comes(tmp_path: Path) -> None:
    excerpt = EXCERPT.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert excerpt is not None
    scenario, seed, talk, debrief = excerpt.groups()
    turns = [line.removeprefix("you: ") for line in talk.splitlines() if line.startswith("you: ")]
    played = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "play", scenario, "--plain", "--seed", seed],
        input="\n".join(turns) + "\n",
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "REHEARSE_DATABASE": str(tmp_path / "sessions.sqlite3"), "PYTHONIOENCODING": "utf-8"},
        check=True,
    ).stdout
    assert talk in played
    for paragraph in debrief.strip().split("\n\n"):
        heading, *lines = paragraph.splitlines()
        assert heading in played
        assert "\n".join(lines[1:]) in played
