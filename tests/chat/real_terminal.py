"""A program in a real terminal: its screen as text, its keyboard, its size, and the signals it gets."""

import contextlib
import copy
import os
import re
import shlex
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pexpect
import pyte
from wcwidth import wcwidth

CLI = Path(__file__).parents[2] / "cli.py"
LONGEST_SECONDS = 20
"""Far more than any of it takes; a slow machine must not fail a test."""
OTHER_SCREEN = 1049
"""The private mode of a terminal in which a window of a program's own is drawn."""
TERM = "xterm-256color"
PROMPT = "shell>"

_SESSION = re.compile(r"\b[a-z0-9]{4}-[a-z0-9]{4}\b")
Size = tuple[int, int]
"""Columns and rows."""


class _Screen(pyte.HistoryScreen):
    """A screen with the second one that full-screen programs ask for, which pyte does not have."""

    _first: tuple[object, object] | None = None

    def set_mode(self, *modes: int, **options: bool) -> None:
        if OTHER_SCREEN in modes and self._first is None:
            self._first = copy.deepcopy(self.buffer), copy.copy(self.cursor)
            self.erase_in_display(2)
        super().set_mode(*modes, **options)

    def reset_mode(self, *modes: int, **options: bool) -> None:
        if OTHER_SCREEN in modes and self._first is not None:
            (self.buffer, self.cursor), self._first = self._first, None
            self.dirty.update(range(self.lines))
        super().reset_mode(*modes, **options)


def _heed_hangups() -> None:
    """As in any terminal: what runs under `nohup` hands on that it ignores them."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """Words of a command line run in a terminal, by themselves or typed into a shell."""

    def __init__(self, words: list[str], size: Size, environment: dict[str, str]) -> None:
        columns, rows = size
        told = {"TERM": TERM, "LANG": "C.UTF-8", **environment}
        self.screen = _Screen(columns, rows, history=5000, ratio=1)
        self._stream = pyte.ByteStream(self.screen)
        self.child = pexpect.spawn(
            words[0], words[1:], env={**os.environ, **told}, dimensions=(rows, columns), preexec_fn=_heed_hangups
        )
        self.written = b""

    @property
    def rows(self) -> list[str]:
        return [self._shown(line).rstrip() for line in map(self.screen.buffer.__getitem__, range(self.screen.lines))]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def scrolled_away(self) -> str:
        """What went up out of the screen, into the terminal's own scrollback."""
        lines = self.screen.history.top
        return "\n".join(self._shown(line).rstrip() for line in lines)

    @property
    def session(self) -> str:
        """The id of the session, as it stands on the screen."""
        found = _SESSION.search(self.text)
        assert found, self.text
        return found[0]

    def shot(self) -> str:
        """The screen with what differs from run to run made the same, each row ended by a line feed."""
        return _SESSION.sub("aaaa-bbbb", self.text.rstrip("\n")) + "\n"

    def see(self, *parts: str) -> None:
        """Wait until every part is on the screen."""
        self.wait_for(lambda: all(part in self.text for part in parts), f"{parts} did not come")

    def see_no(self, *parts: str) -> None:
        """Wait until no part is on the screen."""
        self.wait_for(lambda: not any(part in self.text for part in parts), f"{parts} did not go")

    def wait_for(self, is_there: Callable[[], bool], otherwise: str) -> None:
        """Read what the program writes until it is there, and until it pauses."""
        until = time.monotonic() + LONGEST_SECONDS
        while not is_there() or self._read():
            assert time.monotonic() < until, f"{otherwise}:\n{self.text}"
            self._read()

    def type(self, keys: str) -> None:
        self.child.send(keys)

    def resize(self, size: Size) -> None:
        columns, rows = size
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def status(self) -> int:
        """Wait for the end."""
        until = time.monotonic() + LONGEST_SECONDS
        while self.child.isalive() and time.monotonic() < until:
            self._read()
        while self._read():
            pass
        self.child.close()
        assert self.child.exitstatus is not None, f"it did not end by itself: {self.child.signalstatus}\n{self.text}"
        return int(self.child.exitstatus)

    def _shown(self, line: Mapping[int, pyte.screens.Char]) -> str:
        """A row of the screen; half of a wide letter whose other half was written over is a space."""
        text, x = "", 0
        while x < self.screen.columns:
            letters = line[x].data or " "
            text += letters
            x += max(wcwidth(letters[0]), 1)
        return text

    def _read(self) -> bool:
        """Whether there was something to read within a moment."""
        try:
            new = self.child.read_nonblocking(4096, 0.1)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            time.sleep(0.05)
            return False
        self.written += new
        self._stream.feed(new)
        return True


def playing(database: Path, *arguments: str, size: Size = (80, 24), term: str = TERM) -> Terminal:
    """`rehearse play` with these arguments."""
    return Terminal(_words(arguments), size, {"REHEARSE_DATABASE": str(database), "TERM": term})


def playing_in_shell(database: Path, *arguments: str, size: Size = (80, 24)) -> Terminal:
    """The same in a shell that can stop it and bring it back."""
    terminal = Terminal(
        ["bash", "--norc", "--noprofile", "-i"], size, {"PS1": f"{PROMPT} ", "REHEARSE_DATABASE": str(database)}
    )
    terminal.see(PROMPT)
    terminal.type(f"clear; {shlex.join(_words(arguments))}\r")
    return terminal


def suspended(terminal: Terminal, how: Callable[[], None]) -> None:
    """Stop the program in its shell, see the shell at work, and bring the program back."""
    how()
    terminal.see("Stopped")
    terminal.type("clear; echo it is $((6 * 7))\r")
    terminal.see("it is 42")
    terminal.type("clear; fg\r")


def program_in(terminal: Terminal) -> int:
    """The number of the process that the shell of a terminal runs."""
    children = Path(f"/proc/{terminal.child.pid}/task/{terminal.child.pid}/children").read_text(encoding="ascii")
    return int(children.split()[0])


def killed(terminal: Terminal) -> None:
    """Kill the program in its shell as nothing can be refused."""
    os.kill(program_in(terminal), signal.SIGKILL)
    terminal.see("Killed")
    with contextlib.suppress(pexpect.ExceptionPexpect):
        terminal.child.close(force=True)


def _words(arguments: tuple[str, ...]) -> list[str]:
    return [sys.executable, str(CLI), "play", *arguments]
