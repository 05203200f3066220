"""From a command to its first prompt, and from a key to its echo: `python benchmarks/startup.py` (half a minute).

Medians of warm runs in a real terminal, in milliseconds and as ratios to `python -c pass`; ratios stay when the
computer changes. `--json` prints them as one list. Needs Unix and pexpect.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pexpect

ROOT = Path(__file__).resolve().parent.parent
CLI = str(ROOT / "cli.py")
RUNS = 9
KEYS = 40
MESSAGES = 1000
PROMPT = "you>"
KEY = "w"
"""A key whose letter ends none of the codes a front writes."""
LONGEST_SECONDS = 60

FRONTS: tuple[tuple[str, ...], ...] = ((), ("--full-screen",))
"""Options of `play`, one row of each kind for every front that moves the cursor."""

ENDLESS = """
format: 1
id: endless
title: "An endless talk"
source: "for measuring"
opens: counselor
you_are: "Oleg, a peer counselor."
briefing: "It never ends."
client: {alias: "zero"}
moves: [{id: leaves, said_as: ["the lamp is green tonight"]}]
states:
  - id: here
    stage: contact
    turns: [{when: {move: leaves}, to: done}]
    otherwise: [{client: ["hm"]}]
endings: [{id: done, kind: reached, says: "zero is offline.", debrief: "It is done."}]
safety: {aftercare: "Take a break."}
"""


class Row(NamedTuple):
    """A median in milliseconds; `most` is what it should take at most on two cores, None where nothing is promised."""

    what: str
    milliseconds: float
    most: float | None = None


class Place:
    """A user of one's own: caches, sessions and settings in a folder that is thrown away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        places = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")}
        database = {"REHEARSE_DATABASE": str(folder / "sessions.sqlite3")}
        self.environment = {**os.environ, **places, **database, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        # Whoever installs the program has its modules compiled; so have we, after the first run.
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def ended(self, arguments: list[str]) -> float:
        """Milliseconds from a command to its end."""
        before = time.perf_counter()
        command = [sys.executable, *arguments]
        subprocess.run(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=self.environment, check=True)
        return (time.perf_counter() - before) * 1000

    def prompted(self, arguments: list[str]) -> float:
        """Milliseconds from a command to its first prompt in a terminal."""
        before = time.perf_counter()
        child = self.terminal(arguments)
        taken = (time.perf_counter() - before) * 1000
        child.close(force=True)
        return taken

    def terminal(self, arguments: list[str]) -> "pexpect.spawn[str]":
        """A command in a terminal, at its first prompt."""
        words = [CLI, *arguments]
        child = pexpect.spawn(
            sys.executable, words, env=self.environment, dimensions=(24, 80), encoding="utf-8", timeout=LONGEST_SECONDS
        )
        child.delaybeforesend = None
        child.expect_exact(PROMPT)
        return child

    def talk(self, messages: int) -> str:
        """The id of a session in which so many messages were written."""
        scenario = self.folder / "endless.yaml"
        scenario.write_text(ENDLESS, encoding="utf-8")
        turns = "".join(f"This is turn {number}, and so on.\n" for number in range(messages // 2))
        command = [sys.executable, CLI, "play", str(scenario), "--json"]
        done = subprocess.run(command, input=turns, env=self.environment, capture_output=True, text=True, check=True)
        return str(json.loads(done.stdout)["session"])


def median_of(place: Place, arguments: list[str]) -> float:
    """Of warm runs: the first fills the caches."""
    return statistics.median([place.ended(arguments) for _ in range(RUNS + 1)][1:])


def first_prompt(place: Place, arguments: list[str]) -> float:
    return statistics.median([place.prompted(arguments) for _ in range(RUNS + 1)][1:])


def key_to_echo(place: Place, arguments: list[str]) -> float:
    """The median over many keys, typed one by one once everything is quiet."""
    child = place.terminal(arguments)
    settled(child)
    taken = []
    for _ in range(KEYS):
        before = time.perf_counter()
        child.send(KEY)
        child.expect_exact(KEY)
        taken.append((time.perf_counter() - before) * 1000)
        settled(child, 0.05)
    child.close(force=True)
    return statistics.median(taken)


def settled(child: "pexpect.spawn[str]", seconds: float = 1.0) -> None:
    """Read until nothing has come for a while."""
    while True:
        try:
            child.read_nonblocking(65_536, seconds)
        except pexpect.TIMEOUT:
            return


def measured(place: Place) -> Iterator[Row]:
    """All rows; the first is what the others are compared with."""
    yield Row("python -c pass", median_of(place, ["-c", "pass"]))
    yield Row("rehearse --help", median_of(place, [CLI, "--help"]), 120)
    yield Row("rehearse list", median_of(place, [CLI, "list"]))
    yield Row("rehearse code hello", median_of(place, [CLI, "code", "hello"]))
    for options in FRONTS:
        front = " ".join(("play", *options))
        yield Row(
            f"rehearse {front} ira-hiv-test, to the prompt",
            first_prompt(place, ["play", "ira-hiv-test", *options]),
            400,
        )
    session = place.talk(MESSAGES)
    for options in FRONTS:
        front = " ".join(("play", *options))
        taken = key_to_echo(place, ["play", "--session", session, "--no-pacing", *options])
        yield Row(f"{front} after {MESSAGES} messages, key to echo", taken, 30)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows = list(measured(Place(Path(folder))))
    bare = rows[0].milliseconds
    if "--json" in sys.argv[1:]:
        print(json.dumps([{**row._asdict(), "ratio": round(row.milliseconds / bare, 2)} for row in rows], indent=1))
        return
    width = max(len(row.what) for row in rows)
    for row in rows:
        wanted = f" (at most {row.most:.0f} ms on two cores)" if row.most else ""
        ratio = row.milliseconds / bare
        print(f"{row.what:{width}}  {row.milliseconds:6.1f} ms, {ratio:5.1f} times a bare Python{wanted}")


if __name__ == "__main__":
    main()
