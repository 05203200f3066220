"""The full screen in a real terminal: drafts, the mouse, colours, and windows of any width."""

import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")

from real_terminal import playing

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")]

TINY = str(Path(__file__).parent / "tiny.yaml")
WINDOW = [TINY, "--full-screen", "--seed", "7"]
TEA = "We have tea and bread."
WHEEL_UP, WHEEL_DOWN = "\x1b[<64;5;5M", "\x1b[<65;5;5M"
F1, F2, PAGE_UP = "\x1bOP", "\x1bOQ", "\x1b[5~"
COLOURED = re.compile(rb"\x1b\[[0-9;]*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)[0-9;]*m")


@pytest.fixture
def database(tmp_path) -> Path:
    return tmp_path / "sessions.sqlite3"


def test_bubbles_arrive_above_a_half_typed_draft(database):
    terminal = playing(database, *WINDOW)
    terminal.see("zero is typing ...", "you>")
    terminal.type("We have tea")
    terminal.see("  hey", "you> We have tea")
    terminal.type("\x1b\rand bread.")
    terminal.see("you> We have tea\n     and bread.")
    terminal.type("\r")
    terminal.see("you\n  We have tea\n  and bread.", "zero is typing ...")
    terminal.see("  tea?\n  nice")
    terminal.see_no("is typing")
    terminal.type("/stop\r")
    terminal.see("nothing of this talk is judged", "Enter leaves")
    terminal.type("\r")
    assert terminal.status() == 0
    # What helps stays where it can be read again.
    assert "nothing of this talk is judged" in terminal.text
    assert "your local emergency number" in terminal.text
    assert "A tiny talk ·" not in terminal.text


def test_who_reads_back_is_told_what_came_and_stays(database):
    terminal = playing(database, *WINDOW, size=(80, 16))
    terminal.see("you>")
    terminal.type("\x1b[F")
    terminal.see("hey")
    terminal.type(f"{TEA}\r")
    terminal.type(PAGE_UP)
    terminal.see("2 new below: End", "You are Oleg")
    terminal.see_no("  nice")
    terminal.type("\x1b[F")
    terminal.see("  tea?\n  nice")
    terminal.see_no("below: End")
    terminal.type("\x03")
    terminal.see("is kept as it is.")
    assert terminal.status() == 0


def test_the_wheel_scrolls_until_the_mouse_is_given_back(database):
    terminal = playing(database, *WINDOW, "--no-pacing", size=(80, 16))
    terminal.see("you>")
    assert b"\x1b[?1000h" in terminal.written
    terminal.type("\x1b[F" + WHEEL_UP * 2)
    terminal.see("more below")
    terminal.type(WHEEL_DOWN * 3)
    terminal.see_no("more below")
    terminal.type(F1)
    terminal.see("Shift+drag always marks")
    assert b"\x1b[?1000l" not in terminal.written
    terminal.see("F2 mouse on")
    terminal.type(F2)
    terminal.see("F2 mouse off")
    terminal.wait_for(lambda: b"\x1b[?1000l" in terminal.written, "the mouse was not given back")
    terminal.type("\x04")
    assert terminal.status() == 0


def test_the_editor_grows_to_a_third_of_the_window(database):
    terminal = playing(database, *WINDOW, "--no-pacing", size=(80, 24))
    terminal.see("you>")
    for number in range(12):
        terminal.type(f"line {number}\x1b\r")
    terminal.see("line 11")
    draft = [row for row in terminal.rows if re.search(r"line \d", row)]
    assert draft == [f"     line {number}" for number in range(5, 12)]
    terminal.child.close(force=True)


@pytest.mark.parametrize("columns", [40, 90, 200])
def test_a_window_of_any_width_is_filled_and_not_more(database, columns):
    terminal = playing(database, *WINDOW, "--no-pacing", size=(columns, 24))
    terminal.see("hey", "you>")
    terminal.type("👍🏽 Слава 日本 " * 12 + "\r")
    terminal.see("what?")
    assert terminal.rows[-3].count("─") == columns
    assert ("▸ contact" in terminal.text) == (columns >= 90)
    terminal.type("\x04")
    terminal.see("is kept as it is.")
    assert terminal.status() == 0


@pytest.mark.parametrize("colours", [True, False])
def test_colours_can_be_switched_off(database, colours, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    if not colours:
        monkeypatch.setenv("NO_COLOR", "1")
    terminal = playing(database, *WINDOW, "--no-pacing")
    terminal.see("hey", "you>")
    terminal.type("/h\t")
    terminal.see("/help", "/hint")
    terminal.type("\x03")
    terminal.see("is kept as it is.")
    assert terminal.status() == 0
    assert bool(COLOURED.search(terminal.written)) is colours
