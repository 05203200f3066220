"""What the plays of the bots on one scenario come to, and whether the ranking holds that their file promises."""

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import mean, median_low
from typing import NamedTuple

from simulator.authoring.bot_standstill import Standstill, standstills
from simulator.authoring.bots import Play
from simulator.model.bots import Bot
from simulator.model.debrief import Debrief, Header
from simulator.model.levels import SCALE, LevelName
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting

CHANCE = 0.1
"""The share of plays in which something may come about that the bot does not earn."""
ASKS_NOTHING = ("absence", "limit")
"""Kinds of criterion that are met by whoever does nothing."""
NO_ENDING = "none"


class Record(NamedTuple):
    """One bot on one scenario: levels by area and criterion, one a play, what went wrong, and where talks stay."""

    bot: Bot
    plays: int
    endings: dict[str, int]
    turns: float
    unmatched: float
    areas: dict[str, list[LevelName]]
    criteria: dict[str, list[LevelName]]
    troubles: tuple[Play, ...]
    standstills: list[Standstill]

    def points(self, area: str) -> list[int]:
        """Levels of an area in steps from 0 (not yet) to 2 (met), without those that are no judgment."""
        return [SCALE.index(level) for level in self.areas.get(area, ()) if level in SCALE]

    def is_judged(self, area: str) -> bool:
        """Whether an area came up in more plays than chance would bring it up in."""
        return len(self.points(area)) > CHANCE * self.plays


def record(bot: Bot, plays: Sequence[Play], scenario: Scenario, rubric: Rubric) -> Record:
    """Every play scored by the scenario's rubric."""
    setting = Setting.of(scenario, Header())
    debriefs = [score(play.transcript, rubric, setting) for play in plays]
    turns = [turn for play in plays for turn in play.transcript.turns]
    ends = Counter(play.transcript.ending.id if play.transcript.ending else NO_ENDING for play in plays)
    return Record(
        bot=bot,
        plays=len(plays),
        endings=dict(sorted(ends.items(), key=lambda one: (-one[1], one[0]))),
        turns=mean(len(play.transcript.turns) for play in plays),
        unmatched=sum(not turn.matched for turn in turns) / max(1, len(turns)),
        areas={area.id: [_area(debrief, area.id) for debrief in debriefs] for area in rubric.areas},
        criteria={one.id: [_level(debrief, one.id) for debrief in debriefs] for one in rubric.criteria},
        troubles=tuple(play for play in plays if play.trouble),
        standstills=standstills(plays, scenario),
    )


def broken(records: Sequence[Record], rubric: Rubric) -> list[str]:
    """What of the ranking does not hold, in words; empty where it holds."""
    return [what for one in records for what in (*_not_below(one, records, rubric), *_not_failed(one, rubric))]


def _not_below(best: Record, records: Sequence[Record], rubric: Rubric) -> Iterator[str]:
    """The best is in no area below another (the median play counts), and above it in the sum."""
    if best.bot.rank != "above":
        return
    for other in (one for one in records if one.bot.rank == "below"):
        shared = [area.id for area in rubric.areas if best.is_judged(area.id) and other.is_judged(area.id)]
        for area in shared:
            mine, theirs = median_low(best.points(area)), median_low(other.points(area))
            if mine < theirs:
                yield f"{best.bot.id} is {SCALE[mine]} in {area}, {other.bot.id} {SCALE[theirs]}"
        mine_in_all, theirs_in_all = (sum(mean(one.points(area)) for area in shared) for one in (best, other))
        if mine_in_all <= theirs_in_all:
            yield f"{best.bot.id} has {mine_in_all:.1f} in all areas, {other.bot.id} {theirs_in_all:.1f}"


def _not_failed(one: Record, rubric: Rubric) -> Iterator[str]:
    rows = [(name, one.criteria.get(name, [])) for name in one.bot.fails]
    rows += [(name, one.areas.get(name, [])) for name in one.bot.fails_areas]
    for name, levels in rows:
        judged = [level for level in levels if level in SCALE]
        failed = judged.count("not_yet") / len(judged) if judged else 1.0
        if failed < 1 - CHANCE:
            yield f"{one.bot.id} fails {name} in only {failed:.0%} of the plays that judge it"
    if one.bot.meets_nothing:
        for criterion in (c.id for c in rubric.criteria if c.kind not in ASKS_NOTHING):
            met = sum(level == "met" for level in one.criteria[criterion]) / one.plays
            if met > CHANCE:
                yield f"{one.bot.id} meets {criterion} in {met:.0%} of its plays"


def _area(debrief: Debrief, area: str) -> LevelName:
    return next(one.level for one in debrief.areas if one.area == area)


def _level(debrief: Debrief, criterion: str) -> LevelName:
    return next(one.level for one in debrief.criteria if one.id == criterion)
