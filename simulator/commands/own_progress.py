"""How far a trainee has come with each scenario, as the sessions on this computer tell it."""

from typing import TYPE_CHECKING, NamedTuple

from simulator.commands.database_option import opened_store, store_place
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.model.transcript import EndingKind
    from simulator.store.events import SessionSummary
    from simulator.store.protocol import Store


class LastEnding(NamedTuple):
    """How the latest session that came to its end ended."""

    id: str
    kind: "EndingKind"


class Progress(NamedTuple):
    """Sessions begun and finished (an ending of the scenario was reached)."""

    sessions: int = 0
    finished: int = 0
    last_ending: LastEnding | None = None

    def __str__(self) -> str:
        if not self.sessions:
            return "not tried yet"
        begun = counted(self.sessions, "session")
        if self.last_ending is None:
            return f"{begun}, none finished"
        from simulator.render.wording import ENDINGS_IN_SHORT

        return f"{begun}, {self.finished} finished, last: {ENDINGS_IN_SHORT[self.last_ending.kind]}"


def own_progress(database: str | None, trainee: str | None) -> dict[str, Progress]:
    """Progress by scenario; of one trainee, or of everybody where none is named. No database is made for it."""
    if not store_place(database).exists():
        return {}
    with opened_store(database) as store:
        by_scenario: dict[str, list[SessionSummary]] = {}
        for summary in store.sessions():
            # A talk that was held elsewhere and imported is no practice of a scenario.
            if trainee in (None, summary.head.trainee) and not summary.head.is_imported:
                by_scenario.setdefault(summary.head.scenario, []).append(summary)
        return {scenario: _progress(store, summaries) for scenario, summaries in by_scenario.items()}


def _progress(store: "Store", summaries: "list[SessionSummary]") -> Progress:
    finished = [summary for summary in summaries if summary.state == "ended"]
    return Progress(len(summaries), len(finished), _ending(store, finished[-1].head.id) if finished else None)


def _ending(store: "Store", session: str) -> LastEnding | None:
    from simulator.store.lines import current_line

    line = current_line(store.events(session))
    bodies = (event.body for event in reversed(line) if event.kind == "end")
    return next((LastEnding(body["ending"], body["kind"]) for body in bodies), None)
