"""What `play` writes to the two streams besides the chat."""

import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.chat.controller import Controller
    from simulator.chat.happenings import Happenings


def write(text: str) -> None:
    """Write to stdout at once: whoever reads a pipe sees an answer when it is given."""
    sys.stdout.write(text)
    sys.stdout.flush()


def show_mistakes(happenings: "Happenings") -> None:
    """On stderr what went wrong, and nothing else."""
    from simulator.chat.happenings import Notice

    for happening in happenings:
        if isinstance(happening, Notice) and happening.kind == "wrong":
            click.echo(f"rehearse: {happening.text}", err=True)


def write_debrief(controller: "Controller") -> None:
    """The debrief as the talk stands; nothing where it was stopped, for that is never judged."""
    if controller.talk.phase == "stopped":
        return
    from simulator.render.palette import COLOURED, PLAIN
    from simulator.render.to_terminal import to_terminal

    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((80, 24)).columns
    write("\n" + to_terminal(controller.talk.recording.debrief(), width, COLOURED if coloured else PLAIN))


def write_debrief_of_ended(controller: "Controller") -> None:
    """The debrief, where the talk has come to its end."""
    if controller.talk.phase == "ended":
        write_debrief(controller)
