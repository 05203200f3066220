"""Why a turn is read as it is in a scenario: what it has of topics, facts and moves, and what it comes nearest to."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.authoring.kept_back import reasons
from simulator.authoring.weighing import KINDS, Example, Kind, Near, Weighing
from simulator.coder.found import Clause
from simulator.model.transcript import Evidence, Given

NEAREST = 3
"""So many topics, facts and moves are told for a sentence."""


class Likened(NamedTuple):
    """A topic, fact, move or answer of a turn, with the example it is most like; an answer may be given by an act."""

    kind: str
    name: str
    evidence: Evidence
    example: Example | None


def heard(weighing: Weighing) -> Iterator[Likened]:
    """What the turn has of the scenario, topics first."""
    for kind in KINDS:
        for evidence in weighing.found(kind):
            piece = weighing.piece_of(evidence)
            name = getattr(evidence, kind)
            example = weighing.example(kind, name, piece, _sides(evidence))
            yield Likened(kind, name, evidence, example)
    for answer in weighing.taken.reading.answers:
        yield Likened("answer", answer.question, answer, weighing.answer_example(answer))


def left_open(weighing: Weighing) -> Iterator[Likened]:
    """The facts that the turn is about, while it stays open whether it tells them right."""
    for one in weighing.taken.reading.open_facts:
        yield Likened("fact", one.fact, one, weighing.example("fact", one.fact, weighing.piece_of(one)))


def unheard(weighing: Weighing) -> Iterator[tuple[Evidence, Near | None]]:
    """The questions that are heard as nothing, each with the topic it comes nearest to."""
    for evidence in weighing.taken.reading.unheard:
        near = weighing.nearest_in(evidence.start, evidence.end, "topic")
        yield evidence, next(iter(near), None)


def nearest_of_all(weighing: Weighing) -> Near | None:
    """The topic, fact or move that the turn comes nearest to; None where it is like none of them."""
    rows = (weighing.nearest_in(0, len(weighing.text), kind) for kind in KINDS)
    near = (one for row in rows for one in row if one.likeness > 0 and weighing.may_be(one))
    return min(near, key=lambda one: one.needed - one.likeness, default=None)


def nearest_lines(clause: Clause, weighing: Weighing) -> Iterator[str]:
    """Lines for a person: the topics that a question, and the facts and moves that a sentence comes nearest to."""
    start, end = clause.sentence.whole
    for kind in KINDS:
        near = (one for one in weighing.nearest_in(start, end, kind) if weighing.may_be(one))
        for _, one in zip(range(NEAREST), near, strict=False):
            yield f'    {kind} {one}  "{weighing.words(one.piece)}"'
            yield f"        {_examples(one)}"


def why_not_heard(name: str, weighing: Weighing) -> Iterator[str]:
    """Lines for a person: for each topic, fact or move of this name where it is nearest, and what kept it back."""
    for kind in KINDS:
        if name in weighing.names(kind):
            found = [one for one in weighing.found(kind) if getattr(one, kind) == name]
            yield from (f'{kind} {name} is heard: "{weighing.text[one.start : one.end]}"' for one in found)
            if not found:
                yield from _why_not(kind, name, weighing)


def in_short(kind: Kind, name: str, weighing: Weighing) -> str:
    """What came nearest to a name that is not there, such as "how-often 0.52 of 0.60"."""
    near = weighing.nearest(kind, name)
    if near is None:
        return f"nothing like {name}"
    return str(near) if near.likeness < near.needed else f"{near}, but {reasons(near, weighing)[0].why}"


def _why_not(kind: Kind, name: str, weighing: Weighing) -> Iterator[str]:
    yield f"{kind} {name} is not heard"
    yield from (f'    left out: "{words}", which stands in quotation marks' for words in weighing.left_out())
    near = weighing.nearest(kind, name)
    if near is None:
        yield "    nothing of the turn is compared with it"
        return
    yield f'    nearest: "{weighing.words(near.piece)}", {near.likeness:.2f} of {near.needed:.2f}'
    yield f"    {_examples(near)}"
    found = reasons(near, weighing)
    yield from (f"    kept back: {reason.why}" for reason in found)
    yield f"    to be heard: {found[0].remedy}"


def _examples(near: Near) -> str:
    rows = [("like", near.example), ("counter-example", near.counter)]
    told = (f'{word} "{one.text}" ({one.key}, {_how_like(one)})' for word, one in rows if one)
    return ", ".join(told) or "like no example"


def _how_like(one: Example) -> str:
    return f"{one.likeness:.2f}" if one.likeness > 0 else "in meaning"


def _sides(evidence: Evidence) -> str | None:
    if isinstance(evidence, Given):
        return "given_as" if evidence.right else "wrong_as"
    return None
