"""`propose`: a patch that applies to a checkout, where lint says what is to be learned and talks can be read."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.authoring.golden_talks import golden_talks_in
from simulator.authoring.lint import lint
from simulator.commands.propose_command import command
from simulator.library import Library
from simulator.loader.packs import Packs, shipped
from simulator.model.notes import ActVerdict, Adjustment, Agreement
from simulator.records.noting import add_note
from simulator.records.recording import Beginning, begin
from simulator.store.sqlite_store import open_store

ROOT = Path(__file__).parents[2]
TURN = "Hi, I'm Oleg, a peer counselor. The tram stops at the blue kiosk."
STAMP = {"by": "s-1", "role": "supervisor"}


@pytest.fixture
def database(tmp_path, monkeypatch, library: Library) -> Path:
    """A session in which a supervisor misses an act, does not see another, and sets a level otherwise."""
    path = tmp_path / "sessions.sqlite3"
    monkeypatch.setenv("REHEARSE_DATABASE", str(path))
    store = open_store(path)
    frozen, readers = library.frozen("ira-hiv-test"), library.readers("en")
    recording = begin(store, frozen, readers, Beginning("k1", "t-07", "2026-01-05T20:00:00Z", 1, "virtual"))
    recording.say(TURN, "dm", 10)
    levels = {one.id: one.level for one in recording.debrief().criteria}
    assert levels["introduces-self"] == "met"
    seconds = iter(range(10))
    at = lambda: f"2026-01-06T10:00:0{next(seconds)}Z"  # noqa: E731
    missed = {"turn": 1, "act": "referral", "start": 32, "end": 65, "present": True, "reason": "a place\nto go to"}
    add_note(store, "k1", ActVerdict(id="v1", at=at(), **missed, **STAMP))
    add_note(store, "k1", ActVerdict(id="v2", at=at(), turn=1, act="self_introduction", present=False, **STAMP))
    partly = {"criterion": "introduces-self", "level": "partly", "engine": "met", "reason": "the role only"}
    add_note(store, "k1", Adjustment(id="l1", at=at(), **partly, **STAMP))
    add_note(store, "k1", Agreement(id="l2", at=at(), criterion="asks-address", level=levels["asks-address"], **STAMP))
    store.close()
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


@pytest.mark.skipif(shutil.which("git") is None, reason="applies the patch with git")
def test_a_patch_applies_to_a_checkout_and_lints(database, tmp_path, library):
    checkout = tmp_path / "checkout"
    for part in ("rubrics", "scenarios"):
        shutil.copytree(ROOT / part, checkout / part)
    file = tmp_path / "proposed.patch"
    told = run("-o", str(file))
    assert told.exit_code == 0, told.output
    assert "2 examples for the codebook, 1 talk with levels" in told.stderr
    subprocess.run(["git", "apply", "--unsafe-paths", str(file)], cwd=checkout, check=True)
    acts = [checkout / "rubrics" / "codebook" / "en" / f"{act}.yaml" for act in ("referral", "self_introduction")]
    assert sorted(problem.code for problem in lint(acts, Packs((checkout, shipped())))) == ["false-alarm", "missed"]
    assert "# a place to go to" in acts[0].read_text(encoding="utf-8")
    [talk] = golden_talks_in(checkout / "tests" / "scorer" / "golden_talks", library)
    assert talk.golden.levels["introduces-self"] == "partly"
    assert [turn.text for turn in talk.transcript.turns] == [TURN]


def test_one_session_can_be_named_and_a_patch_goes_to_stdout(database):
    told = run("k1")
    assert told.stdout.startswith("--- a/rubrics/codebook/en/referral.yaml\n")
    assert "+  introduces-self: partly  # the role only\n" in told.stdout


def test_where_nobody_said_otherwise_there_is_nothing_to_propose(tmp_path):
    told = run("--database", str(tmp_path / "none.sqlite3"))
    assert (told.exit_code, told.stdout) == (0, "")
    assert "nothing to propose" in told.stderr
