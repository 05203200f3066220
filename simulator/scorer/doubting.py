"""Which readings a supervisor has to look at: those that a level hangs on."""

from simulator.model.debrief import Doubt
from simulator.model.rubric import Rubric
from simulator.scorer.judging import Verdict, judge
from simulator.scorer.said import Said
from simulator.scorer.talk import Talk

MOST = 6
"""More than this nobody reads through."""


def to_judge(verdicts: tuple[Verdict, ...], talk: Talk, rubric: Rubric) -> tuple[Doubt, ...]:
    """Up to six readings, in the order of the talk: what unsure levels hang on, then missteps and safety acts."""
    found = [(doubt, one) for one in verdicts for doubt in one.finding.doubts]
    found.sort(key=lambda pair: not pair[1].criterion.critical)
    firm = {area.id for area in rubric.areas if area.needs_rule}
    applicable = [one for one in verdicts if one.score.level != "not_applicable"]
    grave = [one for one in applicable if one.criterion.critical or one.criterion.area in firm]
    found += [(doubt, one) for doubt in talk.unsure for one in grave if _would_change(one, doubt, talk, rubric)]
    first: dict[Said, Verdict] = {}
    for doubt, one in found:
        first.setdefault(doubt, one)
    chosen = sorted(list(first)[:MOST], key=lambda doubt: doubt.place)
    return tuple(Doubt(act=one.act.act, criterion=first[one].criterion.id, quote=one.quote()) for one in chosen)


def _would_change(one: Verdict, doubt: Said, talk: Talk, rubric: Rubric) -> bool:
    """Whether the level would be another one if the act were really there."""
    if doubt.act.act not in talk.acts((*one.criterion.deciding, *one.criterion.accusing)):
        return False
    return judge(one.criterion, talk.trusting([doubt]), rubric).score.level != one.score.level
