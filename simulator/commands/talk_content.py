"""What conversations from elsewhere are judged by: the content that was asked for, or else what a file names."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.errors import ContentError
from simulator.model.defaults import DEFAULT_RUBRIC

if TYPE_CHECKING:
    from simulator.library import Frozen
    from simulator.model.scenario import Scenario
    from simulator.records.intake import Intake, TakenIn


class TalkContent:
    """Takes files in and finds their content; a wrong scenario or rubric is told at once. Raises ContentError.

    Its `library` is the one that the scenario and the rubric asked for are read with.
    """

    def __init__(self, scenario: str | None, rubric: str | None) -> None:
        from simulator.library import Library

        self.library = Library().for_scenario(scenario).naming(rubric or DEFAULT_RUBRIC)
        self._rubric = rubric
        self._asked = self.library.scenario(scenario) if scenario else None
        self._of = lru_cache(self._made)
        self._of(None)

    def take_in(self, path: Path, intake: "Intake") -> "tuple[TakenIn, Frozen]":
        """The conversation in a file, without names and personal data, and what it is judged by."""
        from simulator.records.intake import read_talk, take_in

        talk = read_talk(path, intake)
        content = self._of(talk.played.scenario if talk.played else None)
        try:
            taken = take_in(talk, intake, content.scenario, content.codebook.words)
        except ContentError as wrong:
            raise ContentError(f"{path}: {wrong}") from None
        if not taken.transcript.messages:
            alone = "nobody but the counselor writes in it; how the client was answered cannot be judged"
            click.echo(f"rehearse: {path}: {alone}", err=True)
        if content.scenario is None:
            return taken, content
        placed = taken.transcript.model_copy(update={"scenario": content.scenario.id})
        return taken._replace(transcript=placed), content

    def _made(self, named: str | None) -> "Frozen":
        from simulator.library import Frozen

        scenario = self._asked or self._named(named)
        rubric = self.library.rubric(self._rubric or (scenario.rubric if scenario else DEFAULT_RUBRIC))
        return Frozen(scenario, rubric, self.library.codebook(scenario.language if scenario else rubric.language))

    def _named(self, scenario: str | None) -> "Scenario | None":
        """The scenario a transcript names, by id only: a transcript may not name a file to read."""
        return self.library.scenario(scenario) if scenario in self.library.packs.scenarios() and scenario else None
