"""Records the README's talk anew: `python docs/recording/make.py [FOLDER]` (a minute; needs the extra `test`).

The real program is played in a terminal, letter by letter. What its screen shows goes into `rehearse.cast` (for
asciinema) and `rehearse.svg`. Only how long each screen is looked at is made up, so that a recording of the same
program is the same byte for byte.
"""

import re
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests" / "chat")]

from frames import Cell, Frame, Rows, Style, cast, picture  # noqa: E402
from real_terminal import Terminal  # noqa: E402

TITLE = "rehearse: a talk with a simulated client"
SIZE = (100, 32)
COMMAND = [sys.executable, str(ROOT / "cli.py"), "play", "ira-hiv-test", "--seed", "7", "--full-screen"]
LINES = (
    "Hi Ira, I'm Oleg, a peer counselor. What you write stays between us.",
    "Good that you look after your health. Was there a risk, if I may ask?",
    "You sound scared. I'm not here to judge. When was it?",
    "/hint",
)
DRAFT = "Thank you for telling me. Would it be all right if I told you about "

PER_LETTER, WHILE_TYPING, TO_READ = 0.05, 1.3, 2.0
"""Seconds that a screen is looked at."""
SETTLED = 1.0
"""So long nobody types before the client is thought to be done: longer than any answer needs."""
LONGEST = 60.0

_SESSION = re.compile(r"\b[a-z0-9]{4}-[a-z0-9]{4}\b")
_DONE = "k7mq-2xdr"
"""Every session has a new id, and no two recordings should differ by that."""


class Camera:
    """Keeps what a terminal shows, whenever it is told to look."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.frames: list[Frame] = []

    def look(self, seconds: float) -> None:
        """Keep the screen as it is now, unless it was kept last."""
        screen = self._terminal.screen
        frame = Frame(seconds, _rows(self._terminal), (screen.cursor.x, screen.cursor.y))
        if not self.frames or self.frames[-1][1:] != frame[1:]:
            self.frames.append(frame)

    def type(self, text: str) -> None:
        """Letter by letter, each seen on the screen before the next is typed."""
        screen = self._terminal.screen
        for letter in text:
            before = (screen.cursor.x, screen.cursor.y)
            self._terminal.type(letter)
            self._terminal.wait_for(lambda: (screen.cursor.x, screen.cursor.y) != before, "no echo")  # noqa: B023
            self.look(PER_LETTER)

    def watch(self) -> None:
        """Keep what the client does about the last line, until they are done with it."""
        until, quiet_since = time.monotonic() + LONGEST, time.monotonic()
        while time.monotonic() < until:
            self._terminal.wait_for(lambda: True, "")
            if "is typing" in self._terminal.text:
                self.look(WHILE_TYPING)
                quiet_since = time.monotonic()
            elif not any(row == "you>" for row in self._terminal.rows):
                # The line has not been taken yet.
                quiet_since = time.monotonic()
            elif time.monotonic() - quiet_since > SETTLED:
                self.look(TO_READ)
                return
        raise SystemExit("the talk stands still:\n" + self._terminal.text)


def recorded() -> list[Frame]:
    """The talk, played by the program as it is."""
    with tempfile.TemporaryDirectory() as folder:
        places = {f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "DATA")}
        terminal = Terminal(COMMAND, SIZE, {**places, "REHEARSE_DATABASE": str(Path(folder) / "talks.sqlite3")})
        terminal.see("you>")
        camera = Camera(terminal)
        camera.watch()
        for line in LINES:
            camera.type(line)
            terminal.type("\r")
            camera.watch()
        camera.type(DRAFT)
        terminal.child.close(force=True)
    return [*camera.frames[:-1], camera.frames[-1]._replace(seconds=3 * TO_READ)]


def _rows(terminal: Terminal) -> Rows:
    width, height = SIZE
    buffer = terminal.screen.buffer
    rows = []
    for y in range(height):
        cells = [buffer[y][x] for x in range(width)]
        letters = [cell.data for cell in cells]
        if all(len(letter) == 1 for letter in letters):
            letters = list(_SESSION.sub(_DONE, "".join(letters)))
        styles = [Style(cell.fg, cell.bold, cell.italics, cell.reverse) for cell in cells]
        rows.append(tuple(map(Cell, letters, styles)))
    return tuple(rows)


def main() -> None:
    """Write both files into the folder named, or beside this one."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else HERE
    frames = recorded()
    (folder / "rehearse.cast").write_text(cast(frames, TITLE), encoding="utf-8")
    (folder / "rehearse.svg").write_text(picture(frames[-1], TITLE), encoding="utf-8")


if __name__ == "__main__":
    main()
