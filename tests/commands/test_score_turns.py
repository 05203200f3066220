"""`score` on talks in which only the counselor's turns are known."""

import json

import pytest
from click.testing import CliRunner

from simulator.commands.score_command import command

TURNS = ("Hi, I'm Oleg, a peer counselor. This stays between us.", "What happened to you?", "You must see a doctor.")
FORMS = {
    "texts.jsonl": "\n".join(json.dumps({"text": text}) for text in TURNS),
    "roles.jsonl": "\n".join(json.dumps({"role": "counselor", "text": text}) for text in TURNS),
    "turns.json": json.dumps({"turns": [{"text": text} for text in TURNS]}),
    "plain.txt": "".join(f"Counselor: {text}\n" for text in TURNS),
}


@pytest.fixture(autouse=True)
def one_library(library, monkeypatch) -> None:
    """The codebook is made ready once for all tests."""
    monkeypatch.setattr("simulator.library.Library", lambda: library)


def test_every_form_gets_the_same_debrief_and_is_told_what_it_lacks(tmp_path):
    for name, text in FORMS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    told = CliRunner().invoke(command, [*(str(tmp_path / name) for name in FORMS), "--json"])
    assert told.exit_code == 0
    documents = [json.loads(line) for line in told.stdout.splitlines()]
    levels = [{one["id"]: one["level"] for one in document["criteria"]} for document in documents]
    assert len(levels) == len(FORMS)
    assert all(one == levels[0] for one in levels)
    assert levels[0]["introduces-self"] == "met"
    assert documents[0]["header"]["turns"] == 3
    notes = told.stderr.splitlines()
    assert len(notes) == len(FORMS)
    assert all("nobody but the counselor writes in it" in note for note in notes)


def test_a_talk_with_a_client_has_no_such_note(tmp_path):
    file = tmp_path / "talk.jsonl"
    file.write_text(json.dumps({"text": TURNS[0], "client": [{"from": "K", "text": "hi"}]}), encoding="utf-8")
    told = CliRunner().invoke(command, [str(file), "--json"])
    assert (told.exit_code, told.stderr) == (0, "")
    assert json.loads(told.stdout)["transcript"]["turns"][0]["client"][0]["text"] == "hi"
