"""`list`: every scenario, what matters in it, who fits what, and how far one has come."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.commands.list_command import command
from simulator.commands.play_command import command as play
from simulator.commands.rate_command import command as rate
from simulator.loader.packs import Packs

CHAT = Path(__file__).parent.parent / "chat"
KEYS = {"id", "title", "level", "opens", "language", "content_note", "objectives", "stages", "rubric", "skills"}
PROGRESS = {"sessions", "finished", "last_ending"}
END = "We have tea and bread.\nThe lamp is green tonight.\n"


@pytest.fixture
def database(tmp_path) -> str:
    return str(tmp_path / "none" / "sessions.sqlite3")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def rows(*arguments: str) -> dict[str, dict]:
    return {row["id"]: row for row in json.loads(run("--json", *arguments).stdout)}


def test_every_scenario_is_listed_with_what_helps_to_choose(database, library):
    found = rows("--database", database)
    assert list(found) == list(library.packs.scenarios())
    assert all(set(row) == KEYS | PROGRESS and row["title"] and row["skills"] for row in found.values())
    assert all((row["sessions"], row["finished"], row["last_ending"]) == (0, 0, None) for row in found.values())
    assert not Path(database).parent.exists(), "looking must not make a database"


@pytest.mark.parametrize(
    ("filters", "found", "others"),
    [
        (["--level", "beginner"], {"ira-hiv-test"}, {"friend-in-the-chat"}),
        (["--skill", "gives-facts"], {"ira-hiv-test", "victoria-voices"}, {"anonymous-contact"}),
        (["--skill", "safety"], {"victoria-voices", "friend-in-the-chat"}, {"ira-hiv-test"}),
        (["--skill", "safety", "--skill", "gives-facts"], {"victoria-voices"}, {"friend-in-the-chat", "ira-hiv-test"}),
        (["--stage", "closing"], {"ira-hiv-test"}, {"anonymous-contact"}),
        (["--stage", "closing", "--level", "beginner"], {"ira-hiv-test"}, {"victoria-voices"}),
    ],
    ids=["level", "criterion", "area", "two skills", "stage", "stage and level"],
)
def test_filters_leave_what_fits(database, filters, found, others):
    listed = set(rows("--database", database, *filters))
    assert found <= listed
    assert not others & listed


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (["--level", "beginer"], '--level: no level "beginer" in any scenario; did you mean "beginner"?'),
        (["--stage", "clossing"], '--stage: no stage "clossing" in any scenario; did you mean "closing"?'),
        (["--skill", "give-facts"], '--skill: no skill "give-facts" in any scenario; did you mean "gives-facts"?'),
    ],
)
def test_a_word_that_fits_nothing_is_misuse(database, filters, told):
    result = run("--database", database, *filters)
    assert result.exit_code == 2
    assert told in result.stderr


def test_nothing_that_fits_is_said_and_no_misuse(database):
    result = run("--database", database, "--level", "beginner", "--skill", "safety")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no scenario fits all of this" in result.stderr


@pytest.fixture
def tiny_shelf(tmp_path, monkeypatch, library) -> None:
    """A list of tiny talks that can be played to their end here."""
    folder = tmp_path / "pack" / "scenarios"
    folder.mkdir(parents=True)
    for name in ("tiny", "tiny-group"):
        (folder / f"{name}.yaml").write_bytes((CHAT / f"{name}.yaml").read_bytes())
    monkeypatch.setattr("simulator.commands.list_command.packs", lambda: Packs((tmp_path / "pack",)))
    monkeypatch.setattr("simulator.library.Library", lambda: library)


def played(database: str, lines: str, trainee: str, scenario: Path = CHAT / "tiny.yaml") -> None:
    arguments = [str(scenario), "--json", "--trainee", trainee, "--database", database]
    assert CliRunner().invoke(play, arguments, input=lines).exit_code == 0


@pytest.mark.usefixtures("tiny_shelf")
def test_progress_is_counted_for_everybody_or_for_one_trainee(database):
    for lines, trainee in ((END, "t-07"), ("hello\n", "t-07"), ("/stop\n", "t-08")):
        played(database, lines, trainee)
    place = ("--database", database)
    told = {trainee: rows(*place, "--trainee", trainee)["tiny"] for trainee in ("t-07", "t-08", "t-09")}
    told["all"] = rows(*place)["tiny"]
    assert {trainee: (row["sessions"], row["finished"]) for trainee, row in told.items()} == {
        "t-07": (2, 1),
        "t-08": (1, 0),
        "t-09": (0, 0),
        "all": (3, 1),
    }
    assert told["all"]["last_ending"] == {"id": "done", "kind": "reached"}
    assert told["t-08"]["last_ending"] is None
    text = run(*place).stdout
    assert "3 sessions, 1 finished, last: the client got what they came for\n" in text
    assert "not tried yet\n" in text
    assert "1 session, none finished\n" in run(*place, "--trainee", "t-08").stdout


@pytest.mark.usefixtures("tiny_shelf")
def test_what_other_words_would_have_come_to_is_no_ending(database, tmp_path):
    file = tmp_path / "tiny.yaml"
    tiny, warm = (CHAT / "tiny.yaml").read_text(encoding="utf-8"), '    otherwise: [{client: ["hm"]}]\n'
    file.write_text(tiny.replace(warm, f"{warm}    silence: [{{after_seconds: 300, to: gone}}]\n"), encoding="utf-8")
    tea, end = END.splitlines()
    played(database, f"{tea}\nso\n/wait 400\n", "t-07", file)
    asked = CliRunner().invoke(rate, ["--database", database], input=f"/skip\n/skip\n/what-if 2 {end}\n")
    assert asked.exit_code == 0, asked.output
    assert "The conversation would have been over." in asked.stdout
    assert rows("--database", database)["tiny"]["last_ending"] == {"id": "gone", "kind": "broken_off"}


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["acts"],
            "open_question           A question that yes, no or one fact cannot answer, or an invitation to tell.",
        ),
        (["cues"], "unreal_expectation  Expects a cure, a rescue, a guarantee, a decision taken for them"),
        (["criteria"], "gives-facts            The facts that matter here"),
        (["criteria", "motivation"], "engages-first"),
    ],
    ids=["acts", "cues", "criteria", "criteria of another rubric"],
)
def test_the_names_that_authors_use_stand_one_a_line(arguments, line):
    result = run(*arguments)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert any(one.startswith(line) for one in lines)
    assert [one.split()[0] for one in lines] == [row["id"] for row in json.loads(run(*arguments, "--json").stdout)]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["acst"], 'no command "acst"; did you mean "acts"?'),
        (["--level", "beginner", "acts"], "--level is for the list of scenarios; leave it out of the list of acts"),
        (["acts", "--level", "beginner"], "--level"),
    ],
)
def test_another_list_that_is_mistyped_or_filtered_is_misuse(arguments, told):
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
