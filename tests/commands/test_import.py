"""`import`: conversations from elsewhere as sessions; what is stored, what is told, and that they score as typed."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parent.parent))

from written_exports import FORMS, said

from simulator.commands import rehearse
from simulator.library import Library
from simulator.model.debrief import Debrief
from simulator.records.recording import Beginning, Recording, begin
from simulator.store.sqlite_store import open_in_memory, open_store

TURNS = (
    "Hi, I'm Oleg, a peer counselor.\nWhat you write stays between us. What shall I call you?",
    "Thank you, Ira. You sound scared. What happened?",
    "So you shared a syringe and you are afraid, is that right?",
    "Is it ok if I tell you what I know? A test tomorrow cannot show what happened last night.",
    "PEP works up to 72 hours after the risk. Do you want me to come with you to the hospital?",
    "What do you decide? It is up to you. Write any time: +49 170 1234567, Canal Street 12.",
)


@pytest.fixture(scope="module")
def played(library: Library) -> Recording:
    frozen = library.frozen("ira-hiv-test")
    beginning = Beginning("p1", "K7", "2026-01-01T10:00:00Z", 7, "virtual")
    recording = begin(open_in_memory(), frozen, library.readers("en"), beginning)
    for number, text in enumerate(TURNS, start=1):
        if not recording.session.is_over:
            recording.say(text, recording.session.where, 60.0 * number)
    return recording


@pytest.fixture
def database(tmp_path) -> str:
    return str(tmp_path / "sessions.sqlite")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(rehearse, list(arguments))


def rows(played: Recording, counselor: str, client: str) -> list:
    return list(said(played.session.transcript(), counselor, client))


def levels(debrief: Debrief) -> dict[str, str]:
    return {one.id: one.level for one in debrief.criteria}


def debrief_of(database: str) -> Debrief:
    return Debrief.model_validate_json(run("debrief", "--json", "--database", database).stdout)


@pytest.mark.parametrize(
    ("form", "client"), [*((form, "Ira Kovalenko") for form in FORMS), ("Telegram", "ira_k")], ids=str
)
def test_the_same_talk_typed_and_imported_scores_the_same(played, database, tmp_path, form, client):
    file = tmp_path / "talk"
    file.write_text(FORMS[form](rows(played, "Oleg", client)), encoding="utf-8")
    arguments = ("--trainee", "K7", "--counselor", "Oleg", "--scenario", "ira-hiv-test", "--database", database)
    told = run("import", str(file), *arguments)
    assert (told.exit_code, told.stderr) == (0, "")
    assert form.partition(" on ")[0] in told.stdout
    imported, typed = debrief_of(database), played.debrief()
    assert levels(imported) == levels(typed)
    assert [one.outcome for one in imported.facts] == [one.outcome for one in typed.facts]
    assert len(imported.transcript.turns) == len(typed.transcript.turns)


def test_a_played_session_told_as_json_scores_the_same(played, database, tmp_path):
    file = tmp_path / "talk.json"
    file.write_text(played.session.transcript().model_dump_json(by_alias=True), encoding="utf-8")
    assert run("import", str(file), "--trainee", "K7", "--database", database).exit_code == 0
    imported = debrief_of(database)
    assert levels(imported) == levels(played.debrief())
    assert imported.header.scenario == "ira-hiv-test"
    assert imported.timeline == played.debrief().timeline


def test_no_name_and_no_personal_data_reaches_the_database(played, database, tmp_path):
    file = tmp_path / "WhatsApp Chat with Ira Kovalenko.txt"
    names = tmp_path / "names.txt"
    names.write_text("Lena\n", encoding="utf-8")
    talk = rows(played, "Oleg", "Ira Kovalenko")
    talk.append(("Ira Kovalenko", "ask Lena, lena@x.org, +49 170 1234567, Canal Street 12", talk[-1][2]))
    file.write_text(FORMS["WhatsApp on Android"](talk), encoding="utf-8")
    told = run(
        *("import", str(file), "--trainee", "K7", "--counselor", "Oleg", "--names", str(names), "--json"),
        *("--database", database),
    )
    row = json.loads(told.stdout)
    assert {one["kind"]: one["count"] for one in row["replaced"]}.keys() == {"name", "phone", "address", "email"}
    assert row["file"] == "WhatsApp Chat with Client.txt"
    kept = "\n".join(open_dump(database))
    for word in ("Oleg", "Kovalenko", "Lena", "lena@x.org", "170 1234567", "Canal Street 12"):
        assert word.lower() not in (told.stdout + kept).lower()
    assert "[phone]" in kept
    assert all(one["messages"] and min(one["messages"]) >= 1 for one in row["replaced"])


def open_dump(database: str) -> list[str]:
    store = open_store(Path(database))
    try:
        return [str(event.body) for one in store.sessions() for event in store.events(one.head.id)]
    finally:
        store.close()


@pytest.fixture
def talk(tmp_path) -> str:
    file = tmp_path / "talk.txt"
    file.write_text("Ira: hi\nOleg: Hello Ira, I'm Oleg. Will you tell me?\nIra: no\n", encoding="utf-8")
    return str(file)


def test_the_same_words_again_are_told_and_not_stored(talk, tmp_path, database):
    more = ("--counselor", "Oleg", "--database", database)
    assert run("import", talk, "--trainee", "K7", *more).exit_code == 0
    other = tmp_path / "again.csv"
    other.write_text('from,text\nIra,hi\nOleg,"Hello Ira, I\'m Oleg. Will you tell me?"\nIra,no\n', encoding="utf-8")
    for file in (talk, str(other)):
        told = run("import", file, "--trainee", "K8", *more)
        assert told.exit_code == 1
        assert "here already as session" in told.stdout
        assert "of K7" in told.stdout
    assert len(json.loads(run("sessions", "--json", "--database", database).stdout)) == 1


def test_an_import_that_was_broken_off_is_done_again(talk, database):
    more = ("import", talk, "--trainee", "K7", "--counselor", "Oleg", "--database", database)
    run(*more)
    store = open_store(Path(database))
    store._connection.execute("DROP TRIGGER event_stays")
    store._connection.execute("DELETE FROM event WHERE kind = 'end'")
    store.close()
    assert run(*more).exit_code == 0
    assert run(*more).exit_code == 1
    assert json.loads(run("sessions", "--json", "--database", database).stdout)[0]["turns"] == 1


def test_an_imported_session_is_listed_verified_and_rescored(talk, database):
    run("import", talk, "--trainee", "K7", "--counselor", "Oleg", "--database", database)
    (row,) = json.loads(run("sessions", "--json", "--database", database).stdout)
    assert (row["state"], row["scenario"], row["trainee"], row["turns"]) == ("imported", "", "K7", 1)
    assert run("verify", "--database", database).exit_code == 0
    assert run("rescore", "--database", database).exit_code == 0
    refused = run("rescore", "--scenario", "ira-hiv-test", "--database", database)
    assert "plays no scenario" in str(refused.exception)
    left = run("play", "--resume", "--database", database)
    assert left.exit_code == 2
    debrief = debrief_of(database)
    assert (debrief.header.scenario, debrief.header.trainee, debrief.header.session) == (None, "K7", row["session"])


def test_a_draft_of_the_speakers_is_written_once_and_works(talk, tmp_path, database):
    draft = tmp_path / "speakers.yaml"
    assert run("import", talk, "--write-speakers", str(draft)).exit_code == 0
    assert 'name: "Oleg"' in draft.read_text(encoding="utf-8")
    again = run("import", talk, "--write-speakers", str(draft))
    assert "is there already" in str(again.exception)
    told = run("import", talk, "--speakers", str(draft), "--trainee", "K7", "--database", database)
    assert told.exit_code == 0
    assert "Counselor" in "".join(open_dump(database))


def test_a_dry_run_stores_nothing(talk, tmp_path, database):
    told = run("import", talk, "--trainee", "K7", "--counselor", "Oleg", "--dry-run", "--database", database)
    assert told.exit_code == 0
    assert "not stored" in told.stdout
    assert "replaced: name, 2 times (message 2)" in told.stdout
    assert not Path(database).exists()
    run("import", talk, "--trainee", "K7", "--counselor", "Oleg", "--database", database)
    again = run("import", talk, "--trainee", "K7", "--counselor", "Oleg", "--dry-run", "--database", database)
    assert again.exit_code == 1
    assert f"as session {again.stdout[:9]} of K7" in again.stdout


def test_a_bad_file_is_told_and_the_others_go_on(talk, tmp_path, database):
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    told = run("import", str(bad), talk, "--trainee", "K7", "--counselor", "Oleg", "--database", database)
    assert told.exit_code == 3
    assert "bad.json: it is no JSON" in told.stderr
    assert "1 counselor turn" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "whose talks are these"),
        (("--trainee", "Ira Kovalenko"), "never a name"),
        (("--trainee", "K7", "--scenario", "ira-hiv-tset"), "ira-hiv-test"),
        (("--trainee", "K7", "--names", "nowhere.txt"), "nowhere.txt: cannot be read"),
        (("--trainee", "K7", "--speakers", "nowhere.yaml"), "nowhere.yaml"),
    ],
    ids=["no trainee", "a name", "an unknown scenario", "no names", "no speakers"],
)
def test_misuse_is_told(talk, database, arguments, said):
    told = run("import", talk, *arguments, "--database", database)
    assert told.exit_code != 0
    assert said in told.output + str(told.exception)
    assert not Path(database).exists()


NASTY = ["=HYPERLINK(1)", "\x1b[31mred\x1b[0m", "\u202egnp.exe", "<script>alert(1)</script>", "[a](javascript:x)"]


@pytest.mark.parametrize("words", NASTY)
def test_words_that_would_act_are_kept_as_words(tmp_path, database, words):
    file = tmp_path / f"{words[:4]!r}.jsonl".replace("/", "")
    rows = ({"role": "counselor", "text": words}, {"role": "client", "sender": "\x1b\u202e<b>", "text": words})
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    told = run("import", str(file), "--trainee", "K7", "--database", database)
    assert told.exit_code == 0
    assert not {"\x1b", "\u202e"} & set(told.output)
    debrief = run("debrief", "--database", database)
    assert not {"\x1b", "\u202e"} & set(debrief.output)
    assert debrief_of(database).transcript.turns[0].text == words
