"""A scenario made ready for any number of sessions."""

from threading import Lock
from typing import TYPE_CHECKING

from simulator.engine.machine import ScenarioMachine
from simulator.model.scenario import Scenario
from simulator.readers import Readers

if TYPE_CHECKING:
    # Nothing of the coder is needed before the first words are read.
    from simulator.coder.client_reader import ClientReader
    from simulator.coder.scenario_reader import ScenarioReader


class Script:
    """A scenario made ready once, its readers when the first words are read; any number of sessions share it."""

    def __init__(self, scenario: Scenario, readers: Readers) -> None:
        self.scenario = scenario
        self.machine = ScenarioMachine(scenario)
        self._readers = readers
        self._made: tuple[ScenarioReader, ClientReader] | None = None
        # A front may have the readers made in a thread of their own: whoever needs them meanwhile waits.
        self._making = Lock()

    @property
    def reader(self) -> "ScenarioReader":
        """Who reads the counselor."""
        return self.make_ready()[0]

    @property
    def client_reader(self) -> "ClientReader":
        """Who reads the client."""
        return self.make_ready()[1]

    def make_ready(self) -> "tuple[ScenarioReader, ClientReader]":
        """Both readers, made by whoever asks first. Raises ContentError where the codebook is wrong."""
        with self._making:
            if self._made is None:
                from simulator.coder.scenario_reader import ScenarioReader

                readers = self._readers
                self._made = ScenarioReader(readers.coder, self.scenario), readers.client_reader
            return self._made
