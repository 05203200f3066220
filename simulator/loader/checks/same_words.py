"""Words that are to mean two things at once: the coder could only find both or neither."""

from collections.abc import Iterable, Iterator

from simulator.loader.document import Document, Loc
from simulator.model.scenario import Scenario
from simulator.model.source import Problem

Wordings = Iterable[tuple[Loc, str, frozenset[str]]]
"""Where a wording stands, its words, and the states in which it counts (none: in all)."""


def check(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """same-words, among topics, among moves, and among facts right and wrong."""
    yield from _twice(document, _asked(scenario))
    yield from _twice(document, _said(scenario))
    yield from _twice(document, _given(scenario))


def _asked(scenario: Scenario) -> Wordings:
    for at, topic in enumerate(scenario.topics):
        for number, words in enumerate(topic.asked_as):
            yield ("topics", at, "asked_as", number), words, frozenset(topic.states)


def _said(scenario: Scenario) -> Wordings:
    for at, move in enumerate(scenario.moves):
        for number, words in enumerate(move.said_as):
            yield ("moves", at, "said_as", number), words, frozenset((move.with_act,) if move.with_act else ())


def _given(scenario: Scenario) -> Wordings:
    for at, fact in enumerate(scenario.facts):
        for key, row in (("given_as", fact.given_as), ("wrong_as", fact.wrong_as)):
            for number, words in enumerate(row):
                yield ("facts", at, key, number), words, frozenset()


def _twice(document: Document, wordings: Wordings) -> Iterator[Problem]:
    seen: dict[str, list[tuple[Loc, frozenset[str]]]] = {}
    for loc, words, where in wordings:
        plain = " ".join(words.casefold().rstrip(" .?!").split())
        first = next((loc for loc, other in seen.get(plain, ()) if not (where and other) or where & other), None)
        if first is not None:
            what = f'"{words}" stands in {document.called(first)} on line {document.line(first)} too'
            yield document.problem(loc, "same-words", what, "keep it in one of the two")
        seen.setdefault(plain, []).append((loc, where))
