"""Settings of trust that need each other."""

from collections.abc import Iterator

from simulator.loader.document import Document
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """not-together."""
    trust = scenario.client.trust
    loc = ("client", "trust")
    if (trust.leaves_at is None) != (trust.leaves_to is None):
        what = "leaves_at and leaves_to need each other"
        yield document.problem(loc, "not-together", what, "give both or none")
    if not trust.least <= trust.start <= trust.most:
        what = f"trust starts at {trust.start}, outside of {trust.least} to {trust.most}"
        yield document.problem(loc, "not-together", what, "change start, least or most")
    if trust.leaves_at is not None and not trust.least <= trust.leaves_at < trust.start:
        what = f"leaves_at is {trust.leaves_at}, trust starts at {trust.start} and is never below {trust.least}"
        yield document.problem(loc, "not-together", what, "put leaves_at between least and start")
