"""`rescore`: a session keeps the content it began with, and says what today's would make of it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands.debrief_command import command as debrief
from simulator.commands.play_command import command as play
from simulator.commands.rescore_command import command
from simulator.errors import ContentError
from simulator.library import Library
from simulator.loader.packs import Packs, shipped
from simulator.store.events import SessionHead
from simulator.store.sqlite_store import open_store

SHIPPED = Path(__file__).parents[2] / "rubrics"
TALK = "Hi, I am Oleg, a peer counselor.\nWhat happened to you?\nAre you cold?\n"
SAYS_WHO, OPEN = "says-who", "open-questions"

SCENARIO = """
format: 1
id: small
title: "A small talk"
source: "for tests"
content_note: "None of it is real."
opens: client
you_are: "Oleg, a peer counselor."
briefing: "Somebody writes."
rubric: two-things
client: {alias: zero}
states:
  - id: cold
    stage: contact
    client: ["hey"]
    otherwise: [{client: ["ok"]}]
    silence: [{after_seconds: 300, to: gone}]
endings:
  - {id: gone, kind: broken_off, debrief: "Zero is gone."}
safety: {aftercare: "Take a break."}
"""
RUBRIC = """
format: 1
id: two-things
title: "Two things"
areas: [{id: all, title: "All"}]
criteria:
  - id: says-who
    area: all
    kind: presence
    title: "Says who is writing"
    source: "for tests"
    wanted: [{acts: [self_introduction]}]
    anchors: {met: "Said.", partly: "Late.", not_yet: "Not said."}
  - id: open-questions
    area: all
    kind: share
    title: "Open questions"
    source: "for tests"
    count: {acts: [open_question]}
    of: {acts: [open_question, closed_question]}
    met: {at_least: 0.7}
    partly: {at_least: 0.5}
    anchors: {met: "Most.", partly: "Half.", not_yet: "Few."}
"""
OTHER_RUBRIC = RUBRIC[: RUBRIC.index("  - id: open-questions")].replace("two-things", "one-thing")
PHRASES = {
    "self_introduction": "i am .. peer counselor",
    "open_question": "what happened",
    "closed_question": "are you",
}


@pytest.fixture
def pack(tmp_path, monkeypatch) -> Path:
    """A pack of one scenario, one rubric and three acts, in use for all commands of the test."""
    folder = tmp_path / "pack"
    (folder / "rubrics" / "language").mkdir(parents=True)
    for name in ("en.yaml", "feelings.en.yaml"):
        shutil.copy(SHIPPED / "language" / name, folder / "rubrics" / "language")
    write(folder / "scenarios" / "small.yaml", SCENARIO)
    write(folder / "rubrics" / "two-things.yaml", RUBRIC)
    for act, phrase in PHRASES.items():
        write_act(folder, act, phrase)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("REHEARSE_DATABASE", str(tmp_path / "sessions.sqlite3"))
    monkeypatch.setattr("simulator.library.Library", lambda: Library(Packs((folder, shipped()))))
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_act(pack: Path, act: str, phrase: str) -> None:
    head = (
        f'format: 1\nact: {act}\ntitle: "{act}"\nis: "{act}"\nsource: "for tests"\ngroup: contact\nquestion: as_well\n'
    )
    write(pack / "rubrics" / "codebook" / "en" / f"{act}.yaml", f'{head}phrases: ["{phrase}"]\n')


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(path, text.replace(old, new))


def edit_codebook(pack: Path) -> None:
    write_act(pack, "self_introduction", "this is somebody")


def edit_rubric(pack: Path) -> None:
    edit(pack / "rubrics" / "two-things.yaml", "at_least: 0.7", "at_least: 0.4")


def edit_scenario(pack: Path) -> None:
    off = 'criteria: {open-questions: {matters: "off", reason: "a drill"}}\nclient:'
    edit(pack / "scenarios" / "small.yaml", "client: {alias", f"{off} {{alias")


EDITS = {
    "codebook": (edit_codebook, SAYS_WHO, "met", "not_yet"),
    "rubric": (edit_rubric, OPEN, "partly", "met"),
    "scenario": (edit_scenario, OPEN, "partly", "not_applicable"),
}


def begun(lines: str = TALK) -> str:
    told = CliRunner().invoke(play, ["small", "--json", "--seed", "1"], input=lines)
    assert told.exit_code == 0, told.output
    return str(json.loads(told.stdout)["session"])


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def compared(*arguments: str) -> dict:
    return json.loads(run(*arguments, "--json").stdout)


def debrief_of(session: str) -> str:
    return CliRunner().invoke(debrief, [session, "--json"]).stdout


def differing(document: dict) -> dict[str, tuple[str, str]]:
    rows = (row for row in document["criteria"] if row["differs"])
    return {row["then"]["id"]: (row["then"]["level"], row["now"]["level"]) for row in rows}


@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_between_two_plays_changes_only_the_second_debrief_and_rescore_tells_it(pack, kind):
    change, criterion, then, now = EDITS[kind]
    first = begun()
    before = debrief_of(first)
    change(pack)
    second = begun()
    assert debrief_of(first) == before
    levels = {one["id"]: one["level"] for one in json.loads(debrief_of(second))["criteria"]}
    assert levels[criterion] == now
    told = compared(first)
    assert differing(told) == {criterion: (then, now)}
    assert {row["kind"]: row["state"] for row in told["content"]} == {**dict.fromkeys(EDITS, "same"), kind: "changed"}
    hashes = {row["kind"]: (row["sha256_then"], row["sha256_now"]) for row in told["content"]}
    assert hashes[kind][0] == json.loads(before)["header"]["hashes"][kind]
    assert hashes[kind][1] == json.loads(debrief_of(second))["header"]["hashes"][kind]
    assert run(first).exit_code == 1
    assert run(second).exit_code == 0
    assert debrief_of(first) == before


def test_the_words_that_made_the_difference_are_quoted(pack):
    begun()
    edit_codebook(pack)
    told = run().stdout
    assert "Says who is writing: ● met → ○ not yet" in told
    assert "turn 1, counselor: “Hi, I am Oleg, a peer counselor”" in told
    assert "then read as “self introduction”, no longer so" in " ".join(told.split())
    assert "Open questions: ◐ partly" in told.partition("Levels as they were")[2]


def test_a_threshold_is_no_other_reading(pack):
    begun()
    edit_rubric(pack)
    told = " ".join(run().stdout.split())
    assert "These words are read as they were; what is asked of them is something else." in told
    assert "both times: Open questions: 0.5" in told
    assert "turn 2, counselor: “What happened to you?” – counts now" in told


def test_another_rubric_is_compared_where_both_ask_the_same(pack):
    begun()
    write(pack / "rubrics" / "one-thing.yaml", OTHER_RUBRIC)
    told = run("--rubric", "one-thing", "--json")
    document = json.loads(told.stdout)
    assert told.exit_code == 0
    assert [row["then"]["id"] for row in document["criteria"]] == [SAYS_WHO]
    assert [row["id"] for row in document["only_then"]] == [OPEN]
    assert document["content"][1]["state"] == "other"
    assert "two-things → one-thing" in run("--rubric", "one-thing").stdout


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [("  - id: open-questions", "  - id: questions", [OPEN], ["questions"])],
)
def test_criteria_that_come_and_go_in_the_same_rubric_are_a_difference(pack, old, new, gone, come):
    begun()
    edit(pack / "rubrics" / "two-things.yaml", old, new)
    told = run("--json")
    document = json.loads(told.stdout)
    assert [row["id"] for row in document["only_then"]] == gone
    assert [row["id"] for row in document["only_now"]] == come
    assert (told.exit_code, document["differs"]) == (1, True)


def test_a_scenario_that_is_gone_is_the_sessions_own_and_a_file_may_stand_in(pack, tmp_path):
    begun()
    moved = tmp_path / "small.yaml"
    shutil.move(pack / "scenarios" / "small.yaml", moved)
    told = run("--json")
    assert told.exit_code == 0
    assert json.loads(told.stdout)["content"][0]["state"] == "kept"
    assert "the session's own was used again" in " ".join(run().stdout.split())
    edit(moved, "client: {alias", 'criteria: {open-questions: {matters: "off", reason: "a drill"}}\nclient: {alias')
    assert differing(compared("--scenario", str(moved))) == {OPEN: ("partly", "not_applicable")}


def test_all_is_a_line_a_session(pack):
    first, second = begun(), begun("Hello\n")
    assert [line.split()[0] for line in run("--all").stdout.splitlines()] == [first, second]
    assert run("--all").exit_code == 0
    edit_codebook(pack)
    told = run("--all")
    lines = told.stdout.splitlines()
    assert told.exit_code == 1
    assert lines[0].endswith("small: codebook changed; 1 of 2 levels differs: says-who met → not yet")
    assert lines[1].endswith("small: codebook changed; no level differs")
    assert [json.loads(line)["session"] for line in run("--all", "--json").stdout.splitlines()] == [first, second]


def test_a_session_without_content_of_its_own_is_told_and_the_others_go_on(pack, tmp_path):
    store = open_store(tmp_path / "sessions.sqlite3")
    store.create(SessionHead(id="old", scenario="small", seed=1, started_at="2025-01-01T10:00:00Z", program="0.0.1"))
    store.close()
    alone = run("old")
    assert "keeps no scenario and no rubric and no codebook of its own" in str(alone.exception)
    assert "rehearse score" in str(alone.exception)
    kept = begun()
    told = run("--all")
    assert told.exit_code == 4
    assert [line.split()[0] for line in told.stdout.splitlines()] == [kept]
    assert told.stderr.startswith("rehearse: session old")


def test_formats_and_files(pack, tmp_path):
    begun()
    edit_codebook(pack)
    assert run().stdout.startswith("Then and now: A small talk\n═")
    assert "\x1b" not in run().stdout
    assert run("--format", "markdown").stdout.startswith("# Then and now: A small talk\n\n- **Scenario:** small\n")
    assert "<h1>Then and now: A small talk</h1>" in run("--format", "html").stdout
    file = tmp_path / "out.md"
    told = run("last", "--format", "markdown", "-o", str(file))
    assert (told.stdout, told.exit_code) == ("", 1)
    assert file.read_text(encoding="utf-8") == run("--format", "markdown").stdout


def test_a_stopped_talk_stays_unjudged(pack):
    begun("Hi, I am Oleg, a peer counselor.\n/stop\n")
    edit_codebook(pack)
    told = run()
    assert told.exit_code == 0
    assert "nothing in it is judged" in told.stdout
    assert "not yet" not in told.stdout
    assert run("--all").stdout.endswith("stopped, so not judged\n")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("no-such",), 4, "no session 'no-such' here"),
        (("--rubric", "no-such"), 3, 'no rubric "no-such"'),
        (("--all", "--rubric", "no-such"), 3, 'no rubric "no-such"'),
        (("--scenario", "OTHER"), 3, "the session plays small, not other"),
    ],
)
def test_what_cannot_be_compared_is_said(pack, arguments, status, said):
    begun()
    other = pack / "other.yaml"
    write(other, SCENARIO.replace("id: small", "id: other"))
    wrong = run(*(str(other) if argument == "OTHER" else argument for argument in arguments)).exception
    assert getattr(wrong, "exit_status", None) == status
    assert said in str(wrong)


@pytest.mark.parametrize(("arguments", "said"), [(("--all", "x"), "leave out x"), ((), "there is no session yet")])
def test_misuse_is_said(pack, arguments, said):
    told = run(*arguments)
    assert told.exit_code == 2
    assert said in told.stderr


def test_a_broken_file_of_today_is_told(pack):
    begun()
    write(pack / "rubrics" / "two-things.yaml", "format: 1\nid: two-things\n")
    assert isinstance(run().exception, ContentError)
