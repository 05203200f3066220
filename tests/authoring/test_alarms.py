"""Dangers that nobody named: each line is told once, with everything that it sounds like."""

from pathlib import Path

from simulator.authoring.lint import lint
from simulator.library import Library

SCENARIO = """format: 1
id: blue
title: "t"
source: "test"
opens: client
you_are: "y"
briefing: "b"
client: {alias: "k"}
states:
  - id: one
    stage: contact
    client: ["hi", "he took a shot and his lips are blue", "she said not to hang up"]
    turns: [{when: {any: [greeting]}, to: end}]
endings: [{id: end, kind: reached, debrief: "d"}]
"""


def test_a_line_is_told_once_with_all_its_dangers_and_their_words(tmp_path: Path, library: Library) -> None:
    (tmp_path / "blue.yaml").write_text(SCENARIO, encoding="utf-8")
    (problem,) = lint([tmp_path / "blue.yaml"], library.packs)
    assert problem.code == "unnamed-danger"
    assert '" sounds like overdose ("' in str(problem)
    assert ' and present_danger ("lips are blue"); name it' in str(problem)
    assert "name it (cue: [overdose, present_danger])" in str(problem)
    assert '`rehearse code --as-client "he took a shot and his lips are blue"` shows why' in str(problem)
