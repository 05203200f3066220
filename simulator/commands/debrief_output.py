"""How a command hands out debriefs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from simulator.commands.output import Output, printed, write_out

if TYPE_CHECKING:
    from simulator.model.debrief import Debrief

DETAILS = ("trainee", "supervisor", "trainer")

detail_option = click.option(
    "--detail",
    type=click.Choice(DETAILS),
    help="For whom: a trainee sees no rules and hints, only a trainer sees measures and hashes.  "
    "[default: supervisor; trainer in JSON]",
)


def hand_out(debriefs: "Sequence[Debrief]", output: Output) -> None:
    """Print the debriefs or write them to the file.

    Raises SimulatorError where the file cannot be written, UsageError where one document cannot hold them all.
    """
    if output.format == "html" and len(debriefs) > 1:
        raise click.UsageError("an HTML file holds one debrief; name one transcript, or choose another format")
    text = ("" if output.format == "json" else "\n").join(rendered(one, output) for one in debriefs)
    if debriefs or output.file is None:
        write_out(text, output.file)


def rendered(debrief: "Debrief", output: Output) -> str:
    """The debrief in the format that is asked for."""
    from simulator.render.detail import shown_to

    # What others read in JSON is complete unless somebody wants it otherwise.
    debrief = shown_to(debrief, output.detail or ("trainer" if output.format == "json" else "supervisor"))
    if output.format == "json":
        from simulator.render.to_json import to_json

        return to_json(debrief)
    from simulator.render.page import page

    return printed(page(debrief), output)
