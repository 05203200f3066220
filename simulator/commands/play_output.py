"""What `play` writes to the two streams besides the chat."""

import shutil
import sys
from typing import TYPE_CHECKING

import click

from simulator.commands.colour import palette_of_stdout

if TYPE_CHECKING:
    from simulator.chat.controller import Controller
    from simulator.chat.happenings import Happenings
    from simulator.model.debrief import Debrief


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
    from simulator.render.to_terminal import to_terminal

    write("\n" + to_terminal(_for_trainees(controller), _width(), palette_of_stdout()))


def _for_trainees(controller: "Controller") -> "Debrief":
    from simulator.render.detail import shown_to

    return shown_to(controller.talk.recording.debrief(), "trainee")


def _width() -> int:
    return shutil.get_terminal_size((80, 24)).columns
