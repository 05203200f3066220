"""`limit`: bounds of a turn."""

from collections.abc import Iterable

from simulator.model.criteria import Limit
from simulator.model.debrief import Figure
from simulator.model.levels import SCALE, Judged
from simulator.model.measuring import ReadingEase
from simulator.model.transcript import Turn
from simulator.scorer.finding import MOST_QUOTES, Finding, not_applicable, turns_named
from simulator.scorer.quoting import whole
from simulator.scorer.talk import Talk
from simulator.scorer.tallies import MEASURES


def judge(criterion: Limit, talk: Talk) -> Finding:
    """The share of turns over a bound, and the reading ease of all of them; the lower of both levels counts."""
    turns = _turns(criterion, talk)
    if not turns:
        return not_applicable("nothing called for it")
    over = [turn for turn in turns if _over(turn, criterion, criterion.most)]
    share = len(over) / len(turns)
    levels = [_level(share, criterion.met_up_to, criterion.partly_up_to)]
    if any(_over(turn, criterion, criterion.without_exception) for turn in turns):
        levels.append("partly")
    figures = [_figure(len(over), len(turns), criterion)]
    ease = None if criterion.ease is None else reading_ease(criterion.ease, turns)
    if criterion.ease is not None and ease is not None:
        levels.append(_level(-ease, -criterion.ease.at_least, -criterion.ease.partly_at_least))
        benchmark = f"at least {criterion.ease.at_least:g}"
        figures.append(Figure(name="reading ease", value=round(ease, 1), benchmark=benchmark))
    level = min(levels, key=SCALE.index)
    shown = over or (turns if level != "met" else [])
    note = f"over the limit: {turns_named(turn.number for turn in over)}" if over else ""
    evidence = tuple(whole(turn) for turn in shown)[:MOST_QUOTES]
    return Finding(level, evidence, note, tuple(figures), shown[0].number if shown else None)


def reading_ease(ease: ReadingEase, turns: list[Turn]) -> float | None:
    """Flesch's reading ease of these turns together; None where there are too few words."""
    counts = [turn.reading.measures for turn in turns]
    words, sentences = sum(c.words for c in counts), sum(c.sentences for c in counts)
    if words < ease.words_from or not sentences:
        return None
    syllables = sum(c.syllables for c in counts)
    return ease.base - ease.per_sentence * words / sentences - ease.per_syllable * syllables / words


def _figure(over: int, turns: int, criterion: Limit) -> Figure:
    bound = f"at most {100 * criterion.met_up_to:.0f} %"
    value = round(over / turns, 2)
    return Figure(name="turns over the limit", value=value, shown=f"{over} of {turns}", benchmark=bound)


def _turns(criterion: Limit, talk: Talk) -> list[Turn]:
    if not criterion.only_with:
        return list(talk.turns)
    having = {one.turn for one in talk.says(criterion.only_with)}
    return [turn for turn in talk.turns if turn.number in having]


def _over(turn: Turn, criterion: Limit, measures: Iterable[str]) -> bool:
    return any(MEASURES[measure](turn) > most for measure, most in criterion.most.items() if measure in measures)


def _level(value: float, met_up_to: float, partly_up_to: float) -> Judged:
    return "met" if value <= met_up_to else "partly" if value <= partly_up_to else "not_yet"
