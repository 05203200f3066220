"""Bot files: where they lie, and every mistake in them at its place."""

from pathlib import Path
from typing import Any

import pytest

from simulator.loader.bots_file import bots_path, load_bots
from simulator.loader.known import Known
from simulator.loader.packs import Packs

SOUND = """\
format: 1
language: en
turned: {i: you}
bots:
  - id: first
    about: "x"
    fails: [reflects]
    lines:
      hm: ["hm {name}", "mm"]
      ask: ["{topic}"]
    plan:
      - {say: [hm, ask], cues: [feeling]}
      - {wait: 30}
  - id: second
    about: "x"
    borrows: first
    lines: {ask: ["so {topic}"]}
"""
KNOWN = Known(cues=frozenset({"feeling"}), criteria={"r": frozenset({"reflects"})})

MISTAKES: list[Any] = [
    pytest.param("language: en", "language: de", '2:11: language: "de" is not the name of the file', id="language"),
    pytest.param("id: second", "id: first", 'first.id: the id "first" stands on line 5 already', id="id twice"),
    pytest.param(
        "borrows: first", "borrows: firts", 'second.borrows: no bot "firts"; did you mean "first"?', id="lender"
    ),
    pytest.param(
        "[hm, ask]", "[hm, aks]", 'plan[0].say: there are no lines for "aks"; did you mean "ask"?', id="purpose"
    ),
    pytest.param(
        "{wait: 30}", "{wait: 30, after: x}", 'plan[1].after: there are no lines for "x"', id="purpose before"
    ),
    pytest.param("[feeling]", "[feling]", 'there is no cue "feling"; did you mean "feeling"?', id="cue"),
    pytest.param("{wait: 30}", "{say: hm, until: yes_}", 'there is no cue "yes_"', id="cue waited for"),
    pytest.param(
        "[reflects]", "[reflect]", 'there is no criterion "reflect"; did you mean "reflects"?', id="criterion"
    ),
    pytest.param("hm {name}", "hm {nmae}", 'lines.hm[0]: no slot "nmae"; did you mean "name"?', id="slot"),
    pytest.param('"mm"', '"mm", "MM"', 'lines.hm[2]: "MM" stands on line 9 too', id="line twice"),
    pytest.param("{wait: 30}", "{wait: 30, say: hm}", "a step either says something or waits", id="says and waits"),
    pytest.param("{wait: 30}", "{gap: 2}", "a step either says something or waits", id="does nothing"),
    pytest.param("{wait: 30}", "{wait: 0}", "out of range", id="no time"),
    pytest.param('about: "x"\n    fails', 'abuot: "x"\n    fails', 'there is no key "abuot" here', id="key"),
]


def written(folder: Path, text: str) -> Path:
    path = folder / "rubrics" / "bots" / "en.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_file_is_loaded(tmp_path: Path) -> None:
    loaded = load_bots(written(tmp_path, SOUND), "en.yaml", KNOWN).needed()
    assert [bot.id for bot in loaded.bots] == ["first", "second"]
    assert loaded.bots[0].plan[0].say == ("hm", "ask")


@pytest.mark.parametrize(("right", "wrong", "message"), MISTAKES)
def test_a_mistake_is_told_at_its_place(right: str, wrong: str, message: str, tmp_path: Path) -> None:
    assert right in SOUND
    loaded = load_bots(written(tmp_path, SOUND.replace(right, wrong, 1)), "en.yaml", KNOWN)
    assert loaded.value is None
    assert message in "\n".join(str(problem) for problem in loaded.problems)


def test_names_are_not_checked_where_none_are_known(tmp_path: Path) -> None:
    text = SOUND.replace("[feeling]", "[anything]").replace("[reflects]", "[anything]")
    assert load_bots(written(tmp_path, text), "en.yaml", Known()).problems == ()


def test_the_first_pack_with_bots_of_the_language_wins(tmp_path: Path) -> None:
    own = written(tmp_path / "own", SOUND)
    written(tmp_path / "shipped", SOUND)
    packs = Packs((tmp_path / "empty", tmp_path / "own", tmp_path / "shipped"))
    assert bots_path(packs, "en") == own
    assert bots_path(packs, "de") is None
