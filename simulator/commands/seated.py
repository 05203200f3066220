"""A trainee before a recorded talk: the controller with its help lines, and a pen where somebody can be asked."""

from typing import TYPE_CHECKING

from simulator.commands.configured import configuration
from simulator.commands.writing import new_pen

if TYPE_CHECKING:
    from simulator.chat.clock import Clock
    from simulator.chat.controller import Controller
    from simulator.records.recording import Recording


def seated(recording: "Recording", clock: "Clock", asked: bool = True, patient: bool = False) -> "Controller":
    """The controller of a talk, as it is configured here; `asked` says whether somebody answers after the end."""
    from simulator.chat.controller import Controller
    from simulator.chat.help_lines import configured_help_lines
    from simulator.chat.talk import Talk

    pen = new_pen(recording.head.trainee, "trainee") if asked else None
    return Controller(Talk(recording, clock, patient), configured_help_lines(configuration()), pen)
