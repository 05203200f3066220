"""Whole talks in real terminals, the same in every front: resized, put aside, killed, closed, and gone on with."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")

from real_terminal import CLI, Terminal, killed, playing, playing_in_shell, program_in, suspended

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")]

TINY = str(Path(__file__).parent / "tiny.yaml")
SCREENS = Path(__file__).parents[1] / "golden" / "screens"
FRONTS = {"inline": [], "full-screen": ["--full-screen"], "plain": ["--plain"]}
CALM = ["--no-pacing", "--seed", "7"]
TEA, END = "We have tea and bread.", "The lamp is green tonight."


@pytest.fixture
def database(tmp_path) -> Path:
    return tmp_path / "sessions.sqlite3"


@pytest.fixture(params=FRONTS)
def front(request) -> str:
    return request.param


def ended_well(terminal: Terminal) -> None:
    """To the end of `tiny`, whose warm state is reached, and through the questions after it."""
    terminal.type(f"{END}\r")
    terminal.see("1-3>")
    terminal.type("/skip\r")
    terminal.see_no("1-3>")
    terminal.see("you>")
    terminal.type("/skip\r")
    terminal.see("next>")
    terminal.type("\r")
    assert terminal.status() == 0
    # A terminal breaks a long row wherever it ends.
    seen = "".join(f"{terminal.scrolled_away} {terminal.text}".split())
    assert "Theclientgotwhattheycamefor." in seen
    assert "Whatworked" in seen


def test_a_talk_survives_what_happens_to_terminals(database, front):
    terminal = playing_in_shell(database, TINY, *FRONTS[front], *CALM)
    terminal.see("hey", "you>")
    terminal.type(f"{TEA}\r")
    terminal.see("tea?", "nice")
    terminal.type("Hello\r")
    terminal.see("hm")
    terminal.type("/back\r")
    terminal.see("Turn 2 is taken back", "nice")
    if front != "plain":
        terminal.type("half a dra")
        terminal.see("you> half a dra")
        terminal.resize((120, 40))
        terminal.see("you> half a dra")
        terminal.resize((60, 20))
        terminal.see("you> half a dra")

    suspended(terminal, lambda: terminal.type("\x1a"))
    terminal.see("you>" if front == "plain" else "you> half a dra")
    suspended(terminal, lambda: os.kill(program_in(terminal), signal.SIGTSTP))
    terminal.see("you>" if front == "plain" else "you> half a dra")
    if front != "plain":
        terminal.type("\x15")
        terminal.see_no("half a dra")
    terminal.type("/help\r")
    terminal.see("While you write")
    killed(terminal)

    again = playing(database, "--resume", "--no-pacing", *FRONTS[front], size=(60, 20))
    again.see("nice", "you>")
    lines = [line.removeprefix("zero:").strip() for line in again.text.splitlines()]
    assert "nice" in lines
    assert "hm" not in lines
    reads_back(again, front)
    ended_well(again)


def reads_back(terminal: Terminal, front: str) -> None:
    """The beginning can be read again: in the window's own pane, or where the terminal keeps it."""
    if front != "full-screen":
        assert "A tiny talk" in terminal.scrolled_away + terminal.text
        return
    assert "You are Oleg" not in terminal.text
    terminal.type("\x1b[5~")
    terminal.see("You are Oleg", "more below")
    terminal.type("\x1b[F")
    terminal.see("nice")
    terminal.see_no("more below")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: "x".join(map(str, size)))
def test_screens_look_as_they_always_did(database, front, size):
    terminal = playing(database, TINY, *FRONTS[front], *CALM, size=size)
    terminal.see("hey", "you>")
    for line, answer in ((TEA, "nice"), ("👍🏽 Слава, 日本 e\u0301", "hm"), ("/hint", "finding the request")):
        terminal.type(f"{line}\r")
        terminal.see(answer)
    terminal.type("half a dra")
    terminal.see("half a dra")
    path = SCREENS / f"{front}.{size[0]}x{size[1]}.txt"
    if os.environ.get("REHEARSE_WRITE_GOLDEN"):
        path.write_text(terminal.shot(), encoding="utf-8")
    assert terminal.shot() == path.read_text(encoding="utf-8")
    terminal.child.close(force=True)


@pytest.mark.parametrize("how", ["the group is told", "the terminal is gone"])
def test_a_closed_window_costs_nothing(database, front, how):
    terminal = playing(database, TINY, *FRONTS[front], *CALM)
    terminal.see("hey", "you>")
    terminal.type(f"{TEA}\r")
    terminal.see("nice", "you>")
    terminal.type("half a dra")
    if how == "the group is told":
        os.killpg(os.getpgid(terminal.child.pid), signal.SIGHUP)
        terminal.wait_for(lambda: not terminal.child.isalive(), "it lives on")
    else:
        terminal.child.close(force=False)
    again = playing(database, "--resume", "--no-pacing", *FRONTS[front])
    again.see("nice", "you>")
    ended_well(again)


def test_a_second_process_on_a_session_is_told(database, front):
    terminal = playing(database, TINY, *FRONTS[front], *CALM)
    terminal.see("hey", "you>")
    second = subprocess.run(
        [sys.executable, str(CLI), "play", "--session", terminal.session, "--database", str(database)],
        input="hello\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 4
    assert f"process {terminal.child.pid} " in second.stderr
    terminal.type(f"{TEA}\r")
    terminal.see("nice")
    ended_well(terminal)
