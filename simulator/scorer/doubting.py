"""Which readings a supervisor has to look at: those that a level hangs on."""

from simulator.model.debrief import Doubt
from simulator.model.rubric import Rubric
from simulator.scorer.judging import Verdict, judge
from simulator.scorer.said import Said
from simulator.scorer.talk import Talk

MOST = 6
"""More than this nobody reads through."""


def to_judge(verdicts: tuple[Verdict, ...], talk: Talk, rubric: Rubric) -> tuple[Doubt, ...]:
    """Up to six readings, the weightiest first: of what is critical, then of missteps, then of what matters most.

    A level that is a count hangs on no single reading: its criterion is left to the supervisor, and not each word.
    """
    firm = {area.id for area in rubric.areas if area.needs_rule}
    found = [(doubt, one) for one in verdicts if one.criterion.kind != "share" for doubt in one.finding.doubts]
    applicable = [one for one in verdicts if one.score.level != "not_applicable"]
    grave = [one for one in applicable if one.criterion.critical or one.criterion.area in firm]
    found += [(doubt, one) for doubt in talk.unsure for one in grave if _would_change(one, doubt, talk, rubric)]
    found.sort(key=lambda pair: (*_weight(pair[1], firm), pair[0].place))
    first: dict[Said, Verdict] = {}
    for doubt, one in found:
        first.setdefault(doubt, one)
    return tuple(
        Doubt(act=doubt.act.act, criterion=one.criterion.id, quote=doubt.quote())
        for doubt, one in list(first.items())[:MOST]
    )


def _weight(one: Verdict, firm: set[str]) -> tuple[bool, bool, bool, bool]:
    """Critical before all, then missteps, then the other areas where only a rule may accuse, then what matters most."""
    misstep = one.criterion.kind == "absence"
    return not one.criterion.critical, not misstep, one.criterion.area not in firm, one.score.matters != "most"


def _would_change(one: Verdict, doubt: Said, talk: Talk, rubric: Rubric) -> bool:
    """Whether the level would be another one if the act were really there."""
    acts = (*one.criterion.deciding, *one.criterion.accusing)
    if not talk.is_any_of(doubt, acts, one.criterion.deciding_marks):
        return False
    return judge(one.criterion, talk.assuming([doubt]), rubric).score.level != one.score.level
