"""A process that is killed at any moment loses no turn that was answered, and the session goes on."""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from simulator.commands.play_command import command
from simulator.library import Library
from simulator.records.recording import Recording, resume
from simulator.script import Script
from simulator.store.sqlite_store import open_store

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="forks with SQLite"),
]

TINY = str(Path(__file__).parent.parent / "chat" / "tiny.yaml")
TRIES = 100
MOST_TURNS = 5
LONGEST_SECONDS = 0.02
BEGIN_SECONDS = 0.2
TRIES_RESUMED_FROM_DISK_ALONE = range(0, TRIES, 25)


def play_in_child(database: Path, reading: int, writing: int) -> None:
    sys.stdin, sys.stdout = os.fdopen(reading, encoding="utf-8"), os.fdopen(writing, "w", encoding="utf-8")
    command.main([TINY, "--plain", "--database", str(database)], standalone_mode=False)


def forked(database: Path) -> tuple[int, int, int]:
    """A child that plays; its process number, the end to write lines to, and the end to read the talk from."""
    lines_out, lines_in = os.pipe()
    talk_out, talk_in = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(lines_in)
            os.close(talk_out)
            play_in_child(database, lines_out, talk_in)
        finally:
            os._exit(1)
    os.close(lines_out)
    os.close(talk_in)
    return child, lines_in, talk_out


def answered_before_kill(database: Path, dice: random.Random) -> list[str]:
    """The turns whose answers were printed by a process that was killed some turns and milliseconds into its work."""
    child, lines, talk = forked(database)
    turns = dice.randint(-1, MOST_TURNS)
    with os.fdopen(talk, encoding="utf-8") as printed:
        seen: list[str] = []
        for number in range(turns):
            os.write(lines, f"hello {number}\n".encode())
            while seen.count("zero: what?\n") <= number:
                seen.append(printed.readline())
                assert seen[-1], "the player failed before it was killed"
        if turns >= 0:
            os.write(lines, b"one more\n")
        # Without a turn, anywhere in the beginning: while the file is made and the session put into it.
        time.sleep(dice.uniform(0, LONGEST_SECONDS if turns >= 0 else BEGIN_SECONDS))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        seen += printed.readlines()
    os.close(lines)
    assert os.WIFSIGNALED(status), "the player failed before it was killed"
    own = [line.removeprefix("you: ").strip() for line in seen if line.startswith("you: ")]
    return own[: seen.count("zero: what?\n")]


def test_every_answered_turn_is_there_after_a_kill(tmp_path, library: Library, monkeypatch) -> None:
    assert library.readers("en").client_reader
    monkeypatch.setattr("simulator.library.Library", lambda: library)
    dice = random.Random(6)
    for attempt in range(TRIES):
        database = tmp_path / f"{attempt}.sqlite3"
        answered = answered_before_kill(database, dice)
        store = open_store(database)
        sessions = store.sessions()
        assert sessions or not answered
        for summary in sessions:
            saved = [event.body["text"] for event in store.events(summary.head.id) if event.kind == "turn"]
            assert saved[: len(answered)] == answered
            assert len(saved) <= len(answered) + 1
            goes_on(store, summary.head.id, attempt, library)
        store.close()


def goes_on(store, session: str, attempt: int, library: Library) -> None:
    """The session takes another turn, and another, by whoever comes next."""
    if attempt in TRIES_RESUMED_FROM_DISK_ALONE:
        recording = resume(store, session)
    else:
        frozen = library.frozen(TINY)
        script = Script(frozen.scenario, library.readers("en"))
        recording = Recording(store, store.head(session), frozen, script)
        recording.replay(store.events(session))
    turns = len(recording.session.turns)
    recording.say("We have tea and bread.", "dm", recording.session.now)
    assert len(recording.session.turns) == turns + 1
    assert recording.session.state == "warm"
