"""Plays the talks of this folder again and writes their debriefs beside them: `python docs/examples/make.py`.

A talk is a file `<scenario>-<what for>.txt`: `seed: 7` in its first line, then a counselor turn a line, as one would
type it (`/help` names the commands; `/wait 60` lets a minute pass).
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from simulator.chat.clock import Clock
from simulator.chat.controller import Controller
from simulator.chat.help_lines import HelpLines
from simulator.chat.plain import play_lines
from simulator.chat.talk import Talk
from simulator.library import Library
from simulator.model.debrief import Debrief
from simulator.records.recording import Beginning, begin
from simulator.render.detail import shown_to
from simulator.render.to_html import to_html
from simulator.render.to_markdown import to_markdown
from simulator.store.sqlite_store import open_in_memory

FOLDER = Path(__file__).parent
PLAYED_AT = "2026-01-05T20:00:00Z"


def examples(library: Library, folder: Path = FOLDER) -> Iterator[tuple[Path, str]]:
    """Each file of debriefs with what belongs into it."""
    for talk in sorted(folder.glob("*.txt")):
        debrief = played(library, talk)
        yield talk.with_suffix(".md"), to_markdown(debrief)
        yield talk.with_suffix(".html"), to_html(debrief)


def played(library: Library, talk: Path) -> Debrief:
    """The debrief of a talk; ValueError where the file is none or not all of it is played."""
    first, *lines = talk.read_text(encoding="utf-8").splitlines()
    name, _, seed = first.partition(":")
    if name != "seed" or not seed.strip().isdecimal():
        raise ValueError(f'{talk}:1: "{first}" gives no seed; begin the file with a line such as seed: 7')
    frozen = library.frozen(talk.stem.rpartition("-")[0])
    beginning = Beginning(talk.stem, "T-07", PLAYED_AT, int(seed), "virtual")
    recording = begin(open_in_memory(), frozen, library.readers(frozen.scenario.language), beginning)
    unread = play_lines(Controller(Talk(recording, Clock()), HelpLines()), lines, lambda happenings: None)
    if unread:
        raise ValueError(f"{talk}: the talk is over before its last {unread} lines; leave them out")
    debrief = shown_to(recording.debrief(), "supervisor")
    # A version changes with every release, which is nothing to learn from here.
    return debrief.model_copy(update={"header": debrief.header.model_copy(update={"program": ""})})


def main() -> None:
    """Write every file anew and name it."""
    for path, text in examples(Library()):
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
