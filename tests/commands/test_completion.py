"""What a shell is told when somebody presses Tab, and that it is told at once and never with a message."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner

from simulator.commands import COMMANDS, COMPLETION, completing, main, rehearse
from simulator.commands.completion_command import SHELLS
from simulator.commands.play_command import command as play
from simulator.configuration.values import KEYS, TABLES
from simulator.model.card import Level
from simulator.model.preferences import Preferences
from simulator.model.transcript import STAGES

TINY = str(Path(__file__).parent.parent / "chat" / "tiny.yaml")
ROOT = Path(__file__).parent.parent.parent
HEAVY = ("pydantic", "yaml", "transitions", "rapidfuzz", "prompt_toolkit", "jinja2", "snowballstemmer")


@pytest.fixture(autouse=True)
def database(tmp_path, monkeypatch) -> str:
    path = str(tmp_path / "sessions.sqlite3")
    monkeypatch.setenv("REHEARSE_DATABASE", path)
    return path


def completed(line: str) -> list[str]:
    """What can stand at the end of a line; a word is begun there unless it ends with a space."""
    *before, typed = line.split(" ")
    shell = BashComplete(rehearse, {}, "rehearse", COMPLETION)
    return [item.value for item in shell.get_completions(before, typed)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("p", ["play", "progress", "purge", "propose"]),
        ("", list(COMMANDS)),
        ("--ver", ["--version"]),
        ("play ira", ["ira-hiv-test"]),
        ("play --re", ["--resume"]),
        ("bots ira-hiv-test vic", ["victoria-voices"]),
        ("rubric ch", ["check"]),
        ("rubric check drill-o", ["drill-open-questions"]),
        ("rescore --rubric moti", ["motivation"]),
        ("rescore --scenario fri", ["friend-in-the-chat"]),
        ("list --level ", list(get_args(Level))),
        ("list --stage ", list(STAGES)),
        ("list --skill stays", ["stays-anonymous"]),
        ("debrief --format m", ["markdown"]),
        ("import talk.txt --scenario ir", ["ira-hiv-test"]),
        ("fit --language ", ["en"]),
        ("code --why-not open_q", ["open_question"]),
        ("code --scenario natasha-pregnant --state b", ["blurted", "bristling"]),
        ("outline docs/example/first-visit.yaml --state com", ["comes-prepared", "comes"]),
        ("outline docs/example/first-visit.yaml --state d", ["deciding"]),
        ("config set f", ["front"]),
        ("config set front ", ["inline", "full-screen", "plain"]),
        ("config set trainee ", []),
        ("completion ", list(SHELLS)),
        ("no-such-command zz", []),
    ],
)
def test_words_are_completed(line, words):
    assert completed(line) == words


def test_a_path_is_left_to_the_shell():
    (item,) = BashComplete(rehearse, {}, "rehearse", COMPLETION).get_completions(["play"], "./sc")
    assert item.type == "file"


def begun(library, monkeypatch, *arguments: str, lines: str = "") -> None:
    monkeypatch.setattr("simulator.library.Library", lambda: library)
    assert CliRunner().invoke(play, [TINY, "--json", *arguments], input=lines).exit_code == 0


def test_sessions_are_completed_and_play_goes_on_with_open_ones_only(library, monkeypatch):
    begun(library, monkeypatch, "--trainee", "t-07", lines="hello\n")
    begun(library, monkeypatch, lines="/stop\n")
    every = completed("debrief ")
    assert len(every) == 2
    assert completed("play --session ") == every[1:], "the older one is open; the newest comes first"
    assert completed(f"sessions delete {every[0][:5]}") == every[:1]
    assert completed("review ") == completed("rate ") == completed("verify ") == every
    assert completed("list --trainee ") == ["t-07"]


def test_sessions_come_from_the_database_of_the_configuration(library, monkeypatch, tmp_path, database):
    begun(library, monkeypatch)
    monkeypatch.delenv("REHEARSE_DATABASE")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "rehearse").mkdir()
    (tmp_path / "rehearse" / "config.toml").write_text(f"database = {database!r}\n")
    assert len(completed("debrief ")) == 1


def test_titles_stand_beside_scenarios_where_the_shell_shows_them(library):
    items = BashComplete(rehearse, {}, "rehearse", COMPLETION).get_completions(["play"], "")
    assert {item.value: item.help for item in items} == {
        name: library.scenario(name).title for name in library.packs.scenarios()
    }


def test_words_that_are_written_out_are_those_of_the_nouns():
    assert get_args(Level) == completing.LEVELS
    assert completing.STAGES == STAGES
    keys = {key.rstrip("."): words for key, words in completing.CONFIGURATION.items()}
    assert tuple(keys) == KEYS
    assert [key for key in completing.CONFIGURATION if key.endswith(".")] == [f"{table}." for table in TABLES]
    for key, words in keys.items():
        choices = get_args(Preferences.model_fields[key].annotation)
        assert words == (choices if key in ("front", "mode", "color") else ())


def answered(monkeypatch, words: str, place: str, **variables: str) -> None:
    for name, value in {COMPLETION: "bash_complete", "COMP_WORDS": words, "COMP_CWORD": place, **variables}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 0


@pytest.mark.parametrize(
    ("words", "place"),
    [("rehearse debrief ", "2"), ("rehearse 'debrief", "x"), ("rehearse code --language xx --why-not ", "5")],
    ids=["a database that is none", "no number", "no such language"],
)
def test_nothing_is_ever_said_aloud(monkeypatch, capfd, tmp_path, words, place):
    other = tmp_path / "other"
    other.write_text("no database " * 100)
    answered(monkeypatch, words, place, REHEARSE_DATABASE=str(other))
    said = capfd.readouterr()
    assert (said.out.strip(), said.err) == ("", "")


def test_a_shell_reads_the_words_by_line(monkeypatch, capfd):
    answered(monkeypatch, "rehearse play ira", "2")
    assert capfd.readouterr() == ("plain,ira-hiv-test\n", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_the_shell_can_read(shell):
    result = CliRunner().invoke(rehearse, ["completion", shell])
    assert result.exit_code == 0
    assert COMPLETION in result.stdout
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=result.stdout, text=True, check=True, capture_output=True)


def test_completing_and_every_help_import_nothing_heavy():
    lines = ["play i", "list --skill s", "rubric check d", "config set f", "code --why-not op"]
    program = (
        "import io, sys\n"
        "from contextlib import redirect_stdout\n"
        "from simulator.commands import COMMANDS, main, rehearse\n"
        "from click.shell_completion import BashComplete\n"
        "with redirect_stdout(io.StringIO()):\n"
        f"    for line in {lines!r}:\n"
        "        *before, typed = line.split()\n"
        "        BashComplete(rehearse, {}, 'rehearse', 'X').get_completions(before, typed)\n"
        "    for name in COMMANDS:\n"
        "        try:\n"
        "            main([name, '--help'])\n"
        "        except SystemExit:\n"
        "            pass\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == ""


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_a_real_bash_completes(tmp_path):
    pexpect = pytest.importorskip("pexpect")
    program = tmp_path / "rehearse"
    program.write_text(f"#!{sys.executable}\nfrom simulator.commands import main\nmain()\n")
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    bash = pexpect.spawn("bash", ["--norc", "--noprofile"], env=environment, dimensions=(24, 200), timeout=20)
    bash.sendline('PS1="ready> "; eval "$(rehearse completion bash)"')
    bash.expect("ready> $")
    bash.send("rehearse play ira\t")
    bash.expect("ira-hiv-test ")
    bash.send("--see\t")
    bash.expect("--seed ")
    bash.sendcontrol("c")
    bash.sendline("exit")
    bash.expect(pexpect.EOF)
