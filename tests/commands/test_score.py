"""`score`: the debrief of a conversation from a file."""

import json

import pytest
from click.testing import CliRunner, Result

from simulator.commands.score_command import command

TALK = [
    ("client", "hi.. i had a risky contact and i'm scared"),
    ("counselor", "Hi, I'm Oleg, a peer counselor. What we say here stays anonymous. What shall I call you?"),
    ("client", "Ira"),
    ("counselor", "Thank you, Ira. That sounds frightening.\nWhat happened?"),
    ("client", "i shared a needle two days ago"),
    ("counselor", "You must go to a doctor. PEP works up to 72 hours after the risk."),
    ("client", "ok"),
]
PLAIN = "".join(f"{'Counselor' if role == 'counselor' else 'Ira'}: {text}\n" for role, text in TALK)
JSONL = "\n".join(json.dumps({"role": role, "text": text}) for role, text in TALK)
PLAYED = json.dumps(
    {
        "scenario": None,
        "opening": [{"from": "Ira", "where": "dm", "text": TALK[0][1]}],
        "ending": None,
        "turns": [
            {"text": TALK[at][1], "at": 0.0, "client": [{"from": "Ira", "where": "dm", "text": TALK[at + 1][1]}]}
            for at in (1, 3, 5)
        ],
    }
)


@pytest.fixture
def files(tmp_path) -> dict[str, str]:
    made = {"talk.txt": PLAIN, "talk.jsonl": JSONL, "talk.json": PLAYED, "bad.txt": "once upon a time", "x.json": "{"}
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {name: str(tmp_path / name) for name in made}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def levels(line: str) -> dict[str, str]:
    return {one["id"]: one["level"] for one in json.loads(line)["criteria"]}


@pytest.mark.parametrize("more", [(), ("--scenario", "ira-hiv-test")])
def test_the_same_talk_gets_the_same_debrief_from_every_form(files, more):
    told = run(files["talk.txt"], files["talk.jsonl"], files["talk.json"], "--json", *more)
    assert (told.exit_code, told.stderr) == (0, "")
    plain, rows, played = told.stdout.splitlines()
    assert levels(plain) == levels(rows) == levels(played)
    assert levels(plain)["introduces-self"] == "met"
    assert levels(plain)["no-early-advice"] == "not_yet"
    for line in (plain, rows, played):
        document = json.loads(line)
        texts = [turn["text"] for turn in document["transcript"]["turns"]]
        for one in document["criteria"]:
            for quote in one["evidence"]:
                if quote["speaker"] == "counselor":
                    assert texts[quote["turn"] - 1][quote["start"] : quote["end"]] == quote["quote"]


def test_a_scenario_adds_its_facts_and_its_hash(files):
    bare = json.loads(run(files["talk.txt"], "--json").stdout)
    placed = json.loads(run(files["talk.txt"], "--json", "--scenario", "ira-hiv-test").stdout)
    assert bare["facts"] == []
    assert placed["facts"]
    assert (bare["header"]["scenario"], placed["header"]["scenario"]) == (None, "ira-hiv-test")
    assert placed["header"]["hashes"].keys() == {"codebook", "rubric", "scenario"}
    assert placed["header"]["file"] == "talk.txt"


@pytest.mark.parametrize(("named", "facts"), [("ira-hiv-test", True), ("no-such", False), ("../ira.yaml", False)])
def test_a_transcript_may_name_its_scenario_by_id(tmp_path, named, facts):
    file = tmp_path / "talk.json"
    file.write_text(json.dumps({**json.loads(PLAYED), "scenario": named}), encoding="utf-8")
    told = run(str(file), "--json")
    assert told.exit_code == 0
    assert bool(json.loads(told.stdout)["facts"]) == facts


def test_a_bad_file_is_told_and_the_others_go_on(files):
    told = run(files["bad.txt"], files["talk.txt"], files["x.json"], "nowhere.txt", "--json")
    assert told.exit_code == 3
    assert len(told.stdout.splitlines()) == 1
    wrong = told.stderr.splitlines()
    assert len(wrong) == 3
    assert all(line.startswith("rehearse: ") and ";" in line for line in wrong)
    assert ["bad.txt" in wrong[0], "x.json" in wrong[1], "nowhere.txt" in wrong[2]] == [True] * 3


def test_the_counselor_has_any_name(tmp_path):
    file = tmp_path / "talk.txt"
    file.write_text(PLAIN.replace("Counselor:", "Oleg M.:"), encoding="utf-8")
    assert run(str(file)).exit_code == 3
    told = run(str(file), "--counselor", "oleg m.", "--json")
    assert levels(told.stdout)["introduces-self"] == "met"


def test_a_page_holds_one_debrief(files):
    assert run(files["talk.txt"], "--format", "html").stdout.startswith("<!doctype html>")
    two = run(files["talk.txt"], files["talk.jsonl"], "--format", "html")
    assert (two.exit_code, two.stdout) == (2, "")
    assert "an HTML file holds one debrief" in two.stderr


def test_formats_and_files(files, tmp_path):
    terminal = run(files["talk.txt"], files["talk.jsonl"])
    assert terminal.stdout.count("Debrief: talk.") == 2
    assert run(files["talk.txt"], "--format", "markdown").stdout.startswith("# Debrief: talk.txt")
    out = tmp_path / "out.json"
    told = run(files["talk.txt"], files["talk.json"], "--json", "-o", str(out))
    assert told.stdout == ""
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2
    nothing = tmp_path / "nothing.json"
    run(files["bad.txt"], "-o", str(nothing))
    assert not nothing.exists()


@pytest.mark.parametrize("option", ["--scenario", "--rubric"])
def test_unknown_content_is_told_once_with_what_there_is(files, option):
    told = run(files["talk.txt"], files["talk.jsonl"], option, "ira-hiv-tset")
    assert told.stdout == ""
    assert "ira-hiv-tset" in str(told.exception)


def test_an_export_is_scored_by_its_speakers_file_without_names(tmp_path):
    rows = [{"type": "message", "date": "2024-05-12T22:15:00", "from": "Oleg P" if role == "counselor" else "Ira K",
             "from_id": role, "text": text} for role, text in TALK]  # fmt: skip
    account = {"chats": {"list": [{"name": "Ira K", "type": "personal_chat", "id": 1, "messages": rows}]}}
    (tmp_path / "result.json").write_text(json.dumps(account), encoding="utf-8")
    speakers = tmp_path / "speakers.yaml"
    both = '{name: "Oleg P", role: counselor, code: C1}, {name: "Ira K", role: client, code: Client}'
    speakers.write_text(f"format: 1\nspeakers: [{both}]\n", encoding="utf-8")
    more = ("--speakers", str(speakers), "--json")
    told = run(str(tmp_path / "result.json"), *more)
    assert (told.exit_code, told.stderr) == (0, "")
    assert levels(told.stdout)["introduces-self"] == "met"
    assert levels(told.stdout)["no-early-advice"] == "not_yet"
    for name in ("Oleg", "Ira"):
        assert name not in told.stdout
    refused = run(str(tmp_path / "result.json"), *more, "--chat", "Work")
    assert refused.exit_code == 3
    assert 'there is "Ira K"' in refused.stderr
