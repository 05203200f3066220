"""How the trainee saw it, beside what the engine and the supervisor made of the same areas."""

from collections.abc import Iterable, Sequence

from simulator.model.debrief import Score, SelfRated
from simulator.model.levels import LevelName
from simulator.model.notes import Note, SelfRating
from simulator.model.rubric import Rubric, SelfRatingItem
from simulator.scorer.adjusted import adjusted_levels
from simulator.scorer.overview import level_of


def self_rated(rubric: Rubric, scores: tuple[Score, ...], notes: Iterable[Note]) -> tuple[SelfRated, ...]:
    """A row for each item that was rated, by the first rating: a later one was made knowing the levels."""
    row = tuple(notes)
    rating = next((note for note in row if isinstance(note, SelfRating)), None)
    adjusted = adjusted_levels(row)
    items = (item for item in rubric.self_rating if rating and item.id in rating.levels)
    return tuple(_row(item, rating.levels[item.id], scores, adjusted) for item in items) if rating else ()


def _row(item: SelfRatingItem, own: LevelName, scores: tuple[Score, ...], adjusted: dict[str, LevelName]) -> SelfRated:
    here = [score for score in scores if score.area in item.areas]
    after = [score.model_copy(update={"level": adjusted.get(score.id, score.level)}) for score in here]
    touched = any(score.id in adjusted for score in here)
    return SelfRated(
        item=item.id,
        asks=item.asks,
        own=own,
        engine=_judged(here),
        supervisor=_judged(after) if touched else None,
    )


def _judged(scores: Sequence[Score]) -> LevelName:
    """The level of these criteria; what is critical and left to a person leaves all of them to that person."""
    level = level_of(scores)
    return "unsure" if level != "not_yet" and any(one.critical and one.level == "unsure" for one in scores) else level
