"""What would fit now, by the rubric: what the client's last words call for, then what the stage still lacks."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from simulator.model.criteria import Criterion, Response
from simulator.model.debrief import Score
from simulator.model.rubric import Rubric, Technique
from simulator.model.transcript import Stage

_WANTING = ("presence", "response", "share", "structure", "facts")
"""Kinds of criterion that ask for something; the others only say what to leave."""


class Tip(NamedTuple):
    """Something that would fit, as the rubric describes it, and rows of the rubric's wordings, the best row first."""

    what: str
    examples: tuple[tuple[str, ...], ...]


class Now(NamedTuple):
    """How the talk stands: the cues of the client's last words, and what the criteria come to so far."""

    rubric: Rubric
    stage: Stage
    cues: frozenset[str]
    scores: tuple[Score, ...]


def tips(now: Now) -> Iterator[Tip]:
    """What would fit, best first: what is critical, what matters most in this scenario, techniques, all else."""
    called, lacking = _called(now), _lacking(now)
    suiting = [one for one in now.rubric.techniques if now.cues.intersection(one.suits)]
    yield from (_of_criterion(one, now) for one in called if one.critical)
    yield from (_of_criterion(one, now) for one in (*called, *lacking) if _matters_most(one, now))
    # A technique of a later stage waits until this one has what it needs.
    yield from (_of_technique(one, now) for one in suiting if _marks(one.acts, now))
    yield from (_of_criterion(one, now) for one in (*called, *lacking))
    yield from (_of_technique(one, now) for one in suiting)
    yield from (_of_technique(one, now) for one in now.rubric.techniques if _marks(one.acts, now))


def _called(now: Now) -> list[Criterion]:
    """What the client's last words ask an answer of, present danger first."""
    answers = [one for one in now.rubric.criteria if isinstance(one, Response) and now.cues.intersection(one.cues)]
    open_ones = [one for one in answers if one.critical or not (one.once and _score(one, now).level == "met")]
    danger = now.cues.intersection(now.rubric.terms.danger)
    return [*sorted(open_ones, key=lambda one: not danger.intersection(one.cues))]


def _lacking(now: Now) -> list[Criterion]:
    """What belongs to this stage and was not done yet, or not in full."""
    wanting = (one for one in now.rubric.criteria if one.kind in _WANTING and _belongs(one, now))
    return [one for one in wanting if _score(one, now).level in ("not_yet", "partly")]


def _belongs(criterion: Criterion, now: Now) -> bool:
    if criterion.needs_stage is not None:
        return criterion.needs_stage == now.stage
    return _marks(criterion.deciding, now)


def _marks(acts: Iterable[str], now: Now) -> bool:
    """Whether any of the acts marks the stage of now."""
    terms = now.rubric.terms
    return bool(terms.resolved(acts) & terms.resolved(terms.stages.get(now.stage, ())))


def _matters_most(criterion: Criterion, now: Now) -> bool:
    return _score(criterion, now).matters == "most"


def _score(criterion: Criterion, now: Now) -> Score:
    return next(score for score in now.scores if score.id == criterion.id)


def _of_criterion(criterion: Criterion, now: Now) -> Tip:
    return Tip(f"{criterion.title}. {criterion.anchors.met}".strip(), _wordings(criterion, now.stage))


def _of_technique(technique: Technique, now: Now) -> Tip:
    """The technique in its own words, then in those of criteria that ask for the same acts."""
    name = technique.technique[:1].upper() + technique.technique[1:]
    resolved = now.rubric.terms.resolved
    same = (one for one in now.rubric.criteria if resolved(one.deciding) & resolved(technique.acts))
    borrowed = (row for one in same if one.kind in _WANTING for row in _wordings(one, now.stage))
    return Tip(f"{name}. {technique.hint}".strip(), (technique.examples, *borrowed))


def _wordings(criterion: Criterion, stage: Stage) -> tuple[tuple[str, ...], ...]:
    """Wordings to try at this stage, and those for any stage; none that mends one act alone."""
    free = [attempt for attempt in criterion.feedback.attempts if not attempt.acts]
    return tuple(tuple(one.wording for one in free if one.stage == where) for where in (stage, None))
