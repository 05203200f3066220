"""Going through many sessions: how far it is shown in a terminal, and a session that cannot be read is told."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from simulator.commands.progress import on_the_way
from simulator.errors import SimulatorError

if TYPE_CHECKING:
    from simulator.desk.archive import Archive
    from simulator.model.gist import Gist
    from simulator.store.events import SessionSummary


class Gists:
    """The gists of sessions, as far as they could be read; `failed` is the exit status of the last that could not."""

    def __init__(self, archive: "Archive", summaries: "Iterable[SessionSummary]") -> None:
        self.failed = 0
        row = on_the_way(list(summaries), "session")
        self.found = [one for summary in row if (one := self._gist(archive, summary)) is not None]

    def _gist(self, archive: "Archive", summary: "SessionSummary") -> "Gist | None":
        try:
            return archive.gist(summary)
        except SimulatorError as wrong:
            click.echo(f"rehearse: session {summary.head.id}: {wrong}", err=True)
            self.failed = wrong.exit_status
            return None
