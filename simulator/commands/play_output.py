"""What `play` writes to the two streams besides the chat."""

import sys
from typing import TYPE_CHECKING

import click

from simulator.commands.debrief_output import rendered
from simulator.commands.output import Output

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
    write("\n" + rendered(controller.talk.recording.debrief(), Output(detail="trainee")))
