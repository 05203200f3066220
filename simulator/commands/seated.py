"""A trainee before a recorded talk: the controller with its help lines, and a pen where somebody can be asked."""

from typing import TYPE_CHECKING

from simulator.commands.configured import configuration
from simulator.commands.writing import new_note_id, utc_now

if TYPE_CHECKING:
    from simulator.chat.clocks import Clock
    from simulator.chat.controller import Controller
    from simulator.chat.pen import Pen
    from simulator.records.recording import Recording


def seated(recording: "Recording", clock: "Clock", pen: "Pen | None" = None, patient: bool = False) -> "Controller":
    """The controller of a talk, as it is configured here."""
    from simulator.chat.controller import Controller
    from simulator.chat.help_lines import configured_help_lines
    from simulator.chat.talk import Talk

    return Controller(Talk(recording, clock, patient), configured_help_lines(configuration()), pen)


def trainees_pen(recording: "Recording") -> "Pen":
    """What signs the notes of whose session it is."""
    from simulator.chat.pen import Pen

    return Pen(recording.head.trainee, new_note_id, utc_now)
