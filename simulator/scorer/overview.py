"""What a debrief shows at a glance: areas, techniques, the timeline, the key figures."""

from collections import Counter
from collections.abc import Container, Sequence

from simulator.model.debrief import AreaLevel, Figure, Quote, Score, StagePoint, TechniqueUse
from simulator.model.levels import SCALE, LevelName
from simulator.model.names import Acts
from simulator.model.rubric import Area, Rubric, Technique
from simulator.model.transcript import Evidence
from simulator.scorer.judging import Verdict
from simulator.scorer.quoting import sentence_around
from simulator.scorer.said import Said
from simulator.scorer.stages import stage_by_turn
from simulator.scorer.talk import Talk
from simulator.scorer.tallies import figure

SHOWN = 0.7
"""Strength above which words show a technique: the mere form of a sentence, or a model that is hardly sure, do not."""


def area_level(area: Area, scores: tuple[Score, ...], bounds: Container[str] = ()) -> AreaLevel:
    """The level of an area's criteria, with how many of them are left to a person.

    Where of several criteria only `bounds` came up (how something is said, not what), and were kept, nothing did.
    """
    own = [score for score in scores if score.area == area.id]
    unsure = sum(score.level == "unsure" for score in own)
    others = [score for score in own if score.id not in bounds]
    kept = all(score.level in ("met", "not_applicable") for score in own)
    nothing = bool(others) and kept and all(score.level == "not_applicable" for score in others)
    level = "not_applicable" if nothing else level_of(own)
    return AreaLevel(area=area.id, title=area.title, level=level, unsure=unsure)


def level_of(scores: Sequence[Score]) -> LevelName:
    """The median of the applicable levels, the lower of two; a critical criterion at not_yet takes all with it.

    It is "met" only where nothing is at not_yet, and nothing critical below "met".
    """
    judged = [score for score in scores if score.level in SCALE]
    if any(score.critical and score.level == "not_yet" for score in judged):
        return "not_yet"
    if judged:
        ranks = sorted(SCALE.index(score.level) for score in judged)
        median = SCALE[ranks[(len(ranks) - 1) // 2]]
        marred = any(score.level == "not_yet" or (score.critical and score.level != "met") for score in judged)
        return "partly" if marred and median == "met" else median
    return "unsure" if any(score.level == "unsure" for score in scores) else "not_applicable"


def credited(verdicts: Sequence[Verdict]) -> frozenset[Quote]:
    """The words by which criteria are met."""
    met = (one for one in verdicts if one.score.level == "met")
    return frozenset(quote for one in met for quote in one.score.evidence)


def technique_use(technique: Technique, talk: Talk, harm: Acts, met: frozenset[Quote]) -> TechniqueUse:
    """The turns that used a technique, and those after a fitting cue, outside of danger, in which it was not used."""
    used = sorted({one.turn for one in shown(technique, talk, harm, met)})
    called = sorted({heard.turn + 1 for heard in talk.settled().hears(technique.suits) if heard.turn < talk.last})
    answered = {turn for turn in called if turn in used or turn + 1 in used}
    fitted = tuple(turn for turn in called if turn not in answered)
    return TechniqueUse(technique=technique.technique, turns=tuple(used), fitted=fitted)


def shown(technique: Technique, talk: Talk, harm: Acts, met: frozenset[Quote]) -> list[Said]:
    """The words that show a technique: plain ones, and those that a criterion is `met` by.

    A sentence that does `harm`, or tells a fact wrong, is no technique: a secret that is told away is no story.
    """
    harmful = [*((one.turn, one.act) for one in talk.says(harm)), *_mistold(talk)]
    amid = talk.says(technique.not_amid)
    said = [one for one in talk.says(technique.acts) if one.act.strength > SHOWN or one.quote() in met]
    said = [one for one in said if not any(map(one.overlaps, amid))]
    said = [one for one in said if not any(one.stands_beside(*words) for words in harmful)]
    said = [one for one in said if not technique.after or talk.follows(one.turn, technique.after)]
    sentences = {(one.turn, one.text[slice(*sentence_around(one.text, one.act))]) for one in said}
    words = Counter(turn for turn, sentence in sentences for _ in sentence.split())
    return [one for one in said if words[one.turn] >= technique.words_from]


def _mistold(talk: Talk) -> list[tuple[int, Evidence]]:
    """The facts told wrong, each with its turn."""
    return [(turn.number, given) for turn in talk.turns for given in turn.reading.facts if not given.right]


def timeline(talk: Talk) -> tuple[StagePoint, ...]:
    """The stage of each turn and the client's trust after it."""
    stages = stage_by_turn(talk)
    return tuple(StagePoint(turn=turn.number, stage=stages[turn.number], trust=turn.trust) for turn in talk.turns)


def key_figures(rubric: Rubric, talk: Talk) -> tuple[Figure, ...]:
    """The rubric's figures that this talk has numbers for."""
    found = (figure(definition, talk) for definition in rubric.figures)
    return tuple(one for one in found if one is not None)
