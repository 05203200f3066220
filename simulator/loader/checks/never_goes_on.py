"""Topics with which a client would go on in a state, and that cannot be told there."""

from collections.abc import Iterator

from simulator.loader.document import Document
from simulator.model.scenario import Scenario
from simulator.model.source import Problem


def check(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """never-goes-on; what comes after a topic is not looked at, since telling it may lead to another state."""
    topics = {topic.id: topic for topic in scenario.topics}
    for number, state in enumerate(scenario.states):
        for key, row in (("goes_on", state.goes_on), ("feels", state.feels)):
            for at, name in enumerate(row):
                if name in topics and not topics[name].is_told_in(state.id):
                    what = f'"{name}" cannot be told in "{state.id}"'
                    remedy = "leave it out, or add the state to the topic"
                    yield document.problem(("states", number, key, at), "never-goes-on", what, remedy)
