"""What nothing can meet: trust beyond its bounds, topics that wait for one another, what has no examples."""

from collections.abc import Iterator, Mapping

from simulator.loader.document import Document
from simulator.loader.spots import conditions, lines
from simulator.model.scenario import Scenario
from simulator.model.source import Problem

Needs = Mapping[str, tuple[str, ...]]
"""The topics that have to be told before each."""


def check(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """never-holds; a circle of topics is told once, at the first of them."""
    yield from _beyond_trust(scenario, document)
    yield from _never_answered(scenario, document)
    yield from _never_wrong(scenario, document)
    needs = {topic.id: topic.needs.topics_told for topic in scenario.topics}
    told: set[str] = set()
    for at, topic in enumerate(scenario.topics):
        circle = _circle(topic.id, needs)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            what = f'"{topic.id}" needs ' + ", which needs ".join(f'"{name}"' for name in circle)
            yield document.problem(("topics", at, "needs", "topics_told"), "never-holds", what, "take one of these out")


def _beyond_trust(scenario: Scenario, document: Document) -> Iterator[Problem]:
    trust = scenario.client.trust
    for loc, condition in conditions(scenario):
        if condition.trust_at_least is not None and condition.trust_at_least > trust.most:
            what, remedy = f"trust is never above {trust.most}", "ask for less, or raise `most` of the client's trust"
            yield document.problem((*loc, "trust_at_least"), "never-holds", what, remedy)
        if condition.trust_below is not None and condition.trust_below <= trust.least:
            what, remedy = f"trust is never below {trust.least}", "ask for more, or lower `least` of the client's trust"
            yield document.problem((*loc, "trust_below"), "never-holds", what, remedy)


def _never_answered(scenario: Scenario, document: Document) -> Iterator[Problem]:
    asked = [(loc, line.asks) for loc, line in lines(scenario) if line.asks]
    answered = {question.id for _, question in asked if question.answered_by or question.answered_as}
    for loc, question in asked:
        if question.id not in answered:
            what, remedy = f'nothing can answer "{question.id}"', "give it answered_by (acts) or answered_as (words)"
            yield document.problem((*loc, "asks"), "never-holds", what, remedy)


def _never_wrong(scenario: Scenario, document: Document) -> Iterator[Problem]:
    right_only = {fact.id for fact in scenario.facts if not fact.wrong_as}
    for loc, condition in conditions(scenario):
        for key, names in (("fact_wrong", condition.fact_wrong), ("facts_told_wrong", condition.facts_told_wrong)):
            for at, name in enumerate(names):
                if name in right_only:
                    what, remedy = f'nothing tells "{name}" wrong', "give it wrong_as, or leave it out here"
                    yield document.problem((*loc, key, at), "never-holds", what, remedy)


def _circle(topic: str, needs: Needs) -> tuple[str, ...]:
    """The shortest way from what a topic needs back to the topic; empty where there is none."""
    ways: list[tuple[str, ...]] = [(name,) for name in needs[topic]]
    seen: set[str] = set()
    while ways:
        back = next((way for way in ways if way[-1] == topic), None)
        if back:
            return back
        seen.update(way[-1] for way in ways)
        ways = [(*way, name) for way in ways for name in needs.get(way[-1], ()) if name not in seen]
    return ()
