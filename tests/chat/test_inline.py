"""The live fronts in a real terminal: bubbles above a half-typed draft, leaving, going on, and the plain one."""

import os
import sys
import time
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")]

HERE = Path(__file__).parent
CLI = HERE.parent.parent / "cli.py"
LONGEST_SECONDS = 20
"""Far more than any of it takes; a slow machine must not fail a test."""


class Terminal:
    """A program in a terminal of 24 rows, and what is on its screen."""

    def __init__(self, database: Path, arguments: list[str], columns: int = 80, term: str = "xterm-256color") -> None:
        environment = {**os.environ, "REHEARSE_DATABASE": str(database), "TERM": term, "LANG": "C.UTF-8"}
        words = [str(CLI), "play", *arguments]
        self._child = pexpect.spawn(sys.executable, words, env=environment, dimensions=(24, columns))
        self._screen = pyte.Screen(columns, 24)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""

    @property
    def rows(self) -> list[str]:
        return [row.rstrip() for row in self._screen.display]

    def see(self, *parts: str) -> None:
        """Wait until every part is on the screen."""
        until = time.monotonic() + LONGEST_SECONDS
        while not all(part in "\n".join(self.rows) for part in parts):
            assert time.monotonic() < until, f"{parts} did not come:\n" + "\n".join(self.rows)
            self._read()

    def type(self, keys: str) -> None:
        self._child.send(keys)

    def status(self) -> int:
        """Wait for the end."""
        until = time.monotonic() + LONGEST_SECONDS
        while self._child.isalive() and time.monotonic() < until:
            self._read()
        self._child.close()
        return int(self._child.exitstatus)

    def _read(self) -> None:
        try:
            new = self._child.read_nonblocking(4096, 0.1)
            self.written += new
            self._stream.feed(new)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            time.sleep(0.05)


@pytest.fixture
def database(tmp_path) -> Path:
    return tmp_path / "sessions.sqlite3"


TINY = str(HERE / "tiny.yaml")


def test_a_talk_is_left_and_gone_on_with_to_its_end(database):
    terminal = Terminal(database, [TINY])
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

    again = Terminal(database, ["--resume", "--no-pacing"])
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
    terminal = Terminal(database, [TINY, "--no-pacing"])
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
    terminal = Terminal(database, [TINY, "--no-pacing"])
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
    terminal = Terminal(database, [TINY, "--no-pacing"])
    terminal.see("you>")
    terminal.type(keys)
    terminal.see(part)
    assert terminal.status() == 0


def test_a_narrow_window_without_colours(database, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal(database, [TINY, "--no-pacing"], columns=40)
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
    terminal = Terminal(database, ["--no-pacing"])
    terminal.see("> Writing first", "Content note: Stimulant use")
    terminal.type("just a test")
    terminal.see("Which one? just a test", "> I just want a test", "Content note: HIV testing")
    terminal.type("\r")
    terminal.see("/help names the commands", "you>")
    assert "Which one?" not in "\n".join(terminal.rows), "the menu leaves nothing behind"
    terminal.type("\x04")
    assert terminal.status() == 0


def test_leaving_the_menu_begins_nothing(database):
    terminal = Terminal(database, [])
    terminal.see("> Writing first")
    terminal.type("\x1b")
    assert terminal.status() == 0
    assert not database.exists()


def test_a_plain_list_asks_for_a_number(database):
    terminal = Terminal(database, ["--plain"])
    terminal.see("Which one? Its number or id:")
    terminal.type("99\r")
    terminal.see('There is no "99" in the list')
    terminal.type("1\r")
    terminal.see("/help names the commands", "you>")
    terminal.type("\x04")
    assert terminal.status() == 0


@pytest.mark.parametrize("way", ["option", "dumb"])
def test_the_plain_front_controls_no_terminal(database, way):
    terminal = Terminal(
        database, [TINY, "--plain"] if way == "option" else [TINY], term="dumb" if way == "dumb" else "xterm"
    )
    terminal.see("zero: hey", "you>")
    terminal.type("We have tea and bread.\r")
    terminal.see("zero: tea?\nzero: nice")
    terminal.type("\x04")
    terminal.see("is kept as it is.")
    assert terminal.status() == 0
    # The terminal itself adds the carriage returns.
    assert [byte for byte in terminal.written.replace(b"\r\n", b"\n") if byte < 0x20 and byte != 0x0A] == []
