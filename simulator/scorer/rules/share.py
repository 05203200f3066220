"""`share`: a ratio with benchmarks."""

from dataclasses import replace
from math import inf

from simulator.model.criteria import Share
from simulator.model.debrief import Figure
from simulator.model.levels import Judged, LevelName
from simulator.scorer.finding import MOST_QUOTES, Finding, not_applicable, quotes
from simulator.scorer.said import END, Place, Said
from simulator.scorer.talk import Talk
from simulator.scorer.tallies import PERCENT, counted, in_percent, tally


def judge(criterion: Share, talk: Talk) -> Finding:
    """The ratio between two moments, read against its bounds; a tiny sample close to a bound is unsure."""
    part = _part(criterion, talk)
    count, of = tally(criterion.count, part), tally(criterion.of, part) or tally(criterion.instead, part)
    if max(count, of) < criterion.judged_from or not part.turns:
        return not_applicable("too little to count")
    level = level_of(criterion, _ratio(count, of))
    figures = _figures(criterion, count, of)
    note = f"{count} to {of}" + (f" ({criterion.unit.removeprefix(PERCENT)})" if criterion.unit else "")
    found, against = counted(criterion.count, part), counted(criterion.of, part)
    evidence = found if level == "met" else _lacking(found, against) or found
    turn = evidence[0].turn if level == "met" and evidence else _most_heard_before(evidence[:MOST_QUOTES], talk)
    if _in_doubt(criterion, count, of):
        return Finding("unsure", quotes(evidence), f"{note}: one more or less would change it", figures, turn)
    return Finding(level, quotes(evidence), note, figures, turn)


def _lacking(found: list[Said], against: list[Said]) -> list[Said]:
    """What is counted against it; of two different things, that of turns with nothing that is counted for it."""
    others = [one for one in against if one not in found]
    if len(others) < len(against):
        return others
    beside = {one.turn for one in found}
    return [one for one in others if one.turn not in beside] or others


def _most_heard_before(lacking: list[Said], talk: Talk) -> int | None:
    """The turn before which the client had said most: there was most to ask on about or to give back."""
    before = talk.transcript.between_turns
    turns = sorted({one.turn for one in lacking})
    return max(turns, key=lambda turn: sum(len(message.text) for message in before[turn - 1]), default=None)


def _ratio(count: int, of: int) -> float:
    """Something to nothing is beyond every bound, and nothing to nothing is nothing."""
    return count / of if of else inf * count if count else 0.0


def _figures(criterion: Share, count: int, of: int) -> tuple[Figure, ...]:
    """The ratio; none where there is nothing to divide by, the note has both counts."""
    if not of:
        return ()
    figure = Figure(
        name=criterion.title,
        value=round(count / of, 2),
        unit=criterion.unit.removeprefix(PERCENT),
        shown=in_percent(count / of, criterion.unit),
        benchmark=criterion.benchmark,
    )
    return (figure,)


def level_of(criterion: Share, value: float) -> Judged:
    """The level of a ratio."""
    if value in criterion.met:
        return "met"
    return "partly" if value in criterion.partly else "not_yet"


def _in_doubt(criterion: Share, count: int, of: int) -> bool:
    """A sample of few things whose level one thing more or less would change; all or none of several is no doubt."""
    single = count == 1 and not of
    if not single and (of > criterion.tiny or count in (0, of)):
        return False
    levels: set[LevelName] = {level_of(criterion, _ratio(count + more, of)) for more in (-1, 0, 1)}
    return len(levels) > 1


def _part(criterion: Share, talk: Talk) -> Talk:
    start = talk.place_of(criterion.since) if criterion.since else (0, 0)
    end = talk.place_of(criterion.until) if criterion.until else None
    if start is None:
        return replace(talk, turns=(), said=())
    return _between(talk, start, end or (END, END))


def _between(talk: Talk, start: Place, end: Place) -> Talk:
    turns = tuple(turn for turn in talk.turns if start[0] < turn.number <= end[0])
    return replace(talk, turns=turns, said=tuple(one for one in talk.said if start <= one.place < end))
