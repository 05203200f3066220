"""The id of a scenario is the name of its file."""

from collections.abc import Iterator

from simulator.loader.document import Document
from simulator.loader.file_names import id_is_file_name
from simulator.loader.known import Known
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document, known: Known) -> Iterator[Problem]:
    """id-not-file-name."""
    yield from id_is_file_name(scenario.id, "id", document)
