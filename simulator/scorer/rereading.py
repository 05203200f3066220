"""Which words made the difference between two debriefs of the same talk."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from simulator.model.comparison import Reread
from simulator.model.criteria import Criterion
from simulator.model.debrief import Debrief, Quote
from simulator.model.rubric import Rubric
from simulator.model.scenario import ScenarioMove
from simulator.model.transcript import Evidence, Message, Role, Transcript, meet
from simulator.scorer.quoting import quoted

When = Literal["then", "now"]
MOST = 8
"""More words than this nobody compares."""
_NO_ACTS = {"id", "area", "kind", "title", "source", "anchors", "feedback", "impossible", "needs_stage", "not_after"}


class Judged(NamedTuple):
    """A debrief with the rubric and the scenario's moves that it was made by."""

    debrief: Debrief
    rubric: Rubric
    moves: tuple[ScenarioMove, ...] = ()


class _Read(NamedTuple):
    """One reading of some words; `place` is the turn and the message in it (0: the counselor's)."""

    place: tuple[int, int]
    name: str
    marks: tuple[str, ...]
    sure: bool
    quote: Quote

    def is_in(self, others: Iterable["_Read"]) -> bool:
        """Whether the others read some of the same words as the same."""
        return any(self[:4] == other[:4] and meet(self.quote.span, other.quote.span) for other in others)


def differing_words(criterion: str, then: Judged, now: Judged) -> tuple[Reread, ...]:
    """Up to eight readings of one debrief only that bear on the criterion, in the order of the talk.

    First those of acts the criterion names, else those of the rubric's terms, which decide on moments and stages. Where
    all words are read alike, the evidence: of one debrief only, or else of both.
    """
    rows = _differing(then.debrief.transcript, now.debrief.transcript)
    for names in (_own_names, _names_of_terms):
        bearing = names(criterion, then) | names(criterion, now)
        if found := [one for one in rows if one.read_as in bearing]:
            return tuple(found[:MOST])
    return _evidence(criterion, then.debrief, now.debrief)


def _differing(then: Transcript, now: Transcript) -> list[Reread]:
    before, after = list(_readings(then)), list(_readings(now))
    gone: list[tuple[_Read, When]] = [(one, "then") for one in before if not one.is_in(after)]
    come: list[tuple[_Read, When]] = [(one, "now") for one in after if not one.is_in(before)]
    rows = sorted((*gone, *come), key=lambda row: (row[0].place, row[0].quote.start))
    return [Reread(when=when, quote=one.quote, read_as=one.name, sure=one.sure) for one, when in rows]


def _readings(transcript: Transcript) -> Iterator[_Read]:
    for at, message in enumerate(transcript.opening, start=1):
        yield from _of_message((0, at), message)
    for turn in transcript.turns:
        here, reading = (turn.number, 0), turn.reading
        for act in reading.acts:
            yield _Read(here, act.act, act.marks, True, _quote(here, turn.text, act))
        for act in reading.unsure:
            yield _Read(here, act.act, act.marks, False, _quote(here, turn.text, act))
        for fact in reading.facts:
            yield _Read(here, fact.fact, () if fact.right else ("wrong",), True, _quote(here, turn.text, fact))
        for move in reading.moves:
            yield _Read(here, move.move, (), True, _quote(here, turn.text, move))
        for at, message in enumerate(turn.client, start=1):
            yield from _of_message((turn.number, at), message)


def _of_message(place: tuple[int, int], message: Message) -> Iterator[_Read]:
    for sure, cues in ((True, message.cues), (False, message.unsure)):
        yield from (_Read(place, cue.cue, (), sure, _quote(place, message.text, cue)) for cue in cues)


def _quote(place: tuple[int, int], text: str, span: Evidence) -> Quote:
    speaker: Role = "client" if place[1] else "counselor"
    return quoted(place[0], speaker, text, span)


def _own_names(criterion: str, judged: Judged) -> frozenset[str]:
    """The acts and cues the criterion names, the moves that cross it, and the facts where it is about facts."""
    one = next(one for one in judged.rubric.criteria if one.id == criterion)
    names = set(_texts(one.model_dump(exclude=_NO_ACTS)))
    names |= {move.id for move in judged.moves if move.crosses == criterion}
    if _about_facts(one):
        names |= {outcome.id for outcome in judged.debrief.facts}
    return judged.rubric.terms.resolved(names)


def _about_facts(criterion: Criterion) -> bool:
    return criterion.kind == "facts" or (criterion.kind == "absence" and criterion.wrong_facts)


def _names_of_terms(criterion: str, judged: Judged) -> frozenset[str]:
    return judged.rubric.terms.resolved(_texts(judged.rubric.terms.model_dump(exclude={"groups"})))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _evidence(criterion: str, then: Debrief, now: Debrief) -> tuple[Reread, ...]:
    before, after = (next(one.evidence for one in made.criteria if one.id == criterion) for made in (then, now))
    gone = [Reread(when="then", quote=quote) for quote in before if quote not in after]
    come = [Reread(when="now", quote=quote) for quote in after if quote not in before]
    return tuple((gone + come or [Reread(when="both", quote=quote) for quote in after])[:MOST])
