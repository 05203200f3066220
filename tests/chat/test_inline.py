"""The inline and the plain front in a real terminal; test_fronts.py plays whole talks in all fronts."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")

from real_terminal import playing

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")]

HERE = Path(__file__).parent


@pytest.fixture
def database(tmp_path) -> Path:
    return tmp_path / "sessions.sqlite3"


TINY = str(HERE / "tiny.yaml")


def test_a_talk_is_left_and_gone_on_with_to_its_end(database):
    terminal = playing(database, TINY)
    terminal.see("zero is typing ...", "you>")
    terminal.type("We have tea")
    # The bubble comes above the draft, and the draft stays.
    terminal.see("  hey", "you> We have tea")
    rows = terminal.rows
    assert rows.index("  hey") < rows.index("you> We have tea")
    terminal.type("\x1b\rand bread.")
    terminal.see("you> We have tea\n     and bread.")
    terminal.type("\r")
    terminal.see("you\n  We have tea\n  and bread.", "  tea?\n  nice")
    terminal.type("\x04")
    terminal.see("is kept as it is.")
    assert terminal.status() == 0

    again = playing(database, "--resume", "--no-pacing")
    again.see("You go on where you left:", "  and bread.", "  nice", "you>")
    again.type("The lamp is green tonight.\r")
    again.see("1 of 5: I made contact", "1-3>")
    again.type("3\r/skip\r")
    again.see("Everything, with your words and every criterion: rehearse debrief")
    again.type("/skip\r")
    again.see("What next?", "Enter leaves.", "next>")
    again.type("\r")
    assert again.status() == 0
    assert b"What worked" in again.written
    assert b"How this was made" not in again.written


def test_a_turn_is_taken_back_and_the_talk_shown_anew(database):
    terminal = playing(database, TINY, "--no-pacing")
    terminal.see("you>")
    terminal.type("hello\r")
    terminal.see("  what?")
    terminal.type("/back\r")
    terminal.see("Turn 1 is taken back, and kept for the debrief. Go on from here:")
    rows = terminal.rows
    after = rows[next(place for place, row in enumerate(rows) if row.startswith("Turn 1 is taken back")) :]
    assert "  hey" in after
    assert "  hello" not in after
    terminal.type("We have tea and bread.\r")
    terminal.see("  tea?")
    terminal.type("\x04")
    assert terminal.status() == 0


def test_held_bubbles_come_back_into_the_editor(database):
    terminal = playing(database, TINY, "--no-pacing")
    terminal.see("you>")
    terminal.type("/more We have tea\r")
    terminal.see("you +1>")
    terminal.type("/edit\r")
    terminal.see("you> We have tea")
    terminal.type(" and bread.\r")
    terminal.see("  tea?")
    terminal.type("\x04")
    assert terminal.status() == 0


@pytest.mark.parametrize(
    ("keys", "part"), [("\x03", "is kept as it is."), ("/stop\r", "nothing of this talk is judged")]
)
def test_leaving_costs_nothing(database, keys, part):
    terminal = playing(database, TINY, "--no-pacing")
    terminal.see("you>")
    terminal.type(keys)
    terminal.see(part)
    assert terminal.status() == 0


def test_a_narrow_window_without_colours(database, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = playing(database, TINY, "--no-pacing", size=(40, 24))
    terminal.see("  hey", "you>")
    terminal.type("/wait 60\r")
    terminal.see("60 seconds go by.", "  are you there?")
    # What was typed before comes back with the arrow key.
    terminal.type("\x1b[A")
    terminal.see("you> /wait 60")
    terminal.type("\x03")
    terminal.see("is kept as it is.")
    assert terminal.status() == 0


def test_a_menu_asks_which_scenario(database):
    terminal = playing(database, "--no-pacing")
    terminal.see("> Writing first", "Content note: Stimulant use")
    terminal.type("just a test")
    terminal.see("Which one? just a test", "> I just want a test", "Content note: HIV testing")
    terminal.type("\r")
    terminal.see("/help names the commands", "you>")
    assert "Which one?" not in "\n".join(terminal.rows), "the menu leaves nothing behind"
    terminal.type("\x04")
    assert terminal.status() == 0


def test_leaving_the_menu_begins_nothing(database):
    terminal = playing(database)
    terminal.see("> Writing first")
    terminal.type("\x1b")
    assert terminal.status() == 0
    assert not database.exists()


def test_a_plain_list_asks_for_a_number(database):
    terminal = playing(database, "--plain")
    terminal.see("Which one? Its number or id:")
    terminal.type("99\r")
    terminal.see('There is no "99" in the list')
    terminal.type("1\r")
    terminal.see("/help names the commands", "you>")
    terminal.type("\x04")
    assert terminal.status() == 0


@pytest.mark.parametrize("way", ["option", "dumb"])
def test_the_plain_front_controls_no_terminal(database, way):
    if way == "option":
        terminal = playing(database, TINY, "--plain", term="xterm")
    else:
        terminal = playing(database, TINY, term="dumb")
    terminal.see("zero: hey", "you>")
    terminal.type("We have tea and bread.\r")
    terminal.see("zero: tea?\nzero: nice")
    terminal.type("\x04")
    terminal.see("is kept as it is.")
    assert terminal.status() == 0
    # The terminal itself adds the carriage returns.
    assert [byte for byte in terminal.written.replace(b"\r\n", b"\n") if byte < 0x20 and byte != 0x0A] == []
