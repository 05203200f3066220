"""`response`: what called for an answer, and whether it came."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.model.criteria import Response
from simulator.model.debrief import Quote
from simulator.model.known_ids import FEELING
from simulator.model.names import Acts
from simulator.model.transcript import Act
from simulator.scorer.finding import MOST_QUOTES, Finding, not_applicable, quotes, turns_named
from simulator.scorer.quoting import whole
from simulator.scorer.said import END, Heard, Place, Said
from simulator.scorer.spoken import spoken
from simulator.scorer.talk import Talk

Answer = Literal["full", "part", "none"]


@dataclass(frozen=True)
class Calling:
    """Something after `place` that wants an answer, or may have one; `elicited_by` is what it was itself a reply to.

    What the client only `confirmed` when asked may have been answered before.
    """

    place: Place
    kind: str
    quote: Quote
    elicited_by: tuple[Said, ...] = ()
    may_pass: bool = False
    confirmed: bool = False


@dataclass(frozen=True)
class Answered:
    """A calling with its answer."""

    calling: Calling
    answer: Answer
    said: tuple[Said, ...] = ()


def judge(criterion: Response, talk: Talk) -> Finding:
    """Nearly all answered, or asked before any sign: met; some, or in part: partly; none: not_yet."""
    callings = _callings(criterion, talk)
    if not callings:
        return _unprompted(criterion, talk)
    answers = _answers(callings, criterion, talk)
    due = [answer for answer in answers if answer.answer == "full" or not answer.calling.may_pass]
    if not due:
        return not_applicable("nothing called for it")
    count = Counter(answer.answer for answer in answers)
    said = tuple(one for answer in answers for one in answer.said)
    if count["full"] >= criterion.met_from * len(due):
        return Finding("met", quotes(said), turn=said[0].turn if said else None)
    open_ones = [answer for answer in due if answer.answer != "full"]
    evidence = (*(answer.calling.quote for answer in open_ones), *quotes(said))
    heard = turns_named(answer.calling.quote.turn for answer in open_ones)
    kinds = spoken(answer.calling.kind for answer in open_ones)
    turn = min(open_ones[0].calling.place[0] + 1, max(talk.last, 1))
    level: Literal["partly", "not_yet"] = "partly" if count["full"] or count["part"] else "not_yet"
    how = "answered late, in part, or not each time" if said else f"no {spoken(criterion.acts)}"
    note = f"{kinds} in {heard}: {how}"
    return Finding(level, tuple(dict.fromkeys(evidence))[:MOST_QUOTES], note, turn=turn, lacking=True, due=turn)


def _unprompted(criterion: Response, talk: Talk) -> Finding:
    """What was asked before any sign, by the words of a rule, is done; else there was nothing to do."""
    asked = [one for one in talk.says(criterion.acts) if criterion.elicited and not one.by_model]
    if not asked:
        return not_applicable("nothing called for it")
    return Finding("met", quotes(asked), "asked without a sign of it", turn=asked[0].turn)


def _callings(criterion: Response, talk: Talk) -> list[Calling]:
    """Cues the counselor still had a turn to answer, the place of the talk, and acts of the counselor's own."""
    heard = [_heard(one, criterion, talk) for one in _cues(criterion, talk)]
    heard = [one for one in heard if one.elicited_by or one.place[0] < talk.last]
    own = [Calling((one.turn, -1), one.act.act, one.quote()) for one in talk.says(criterion.own)]
    if criterion.once:
        own = list({one.kind: one for one in reversed(own)}.values())
    there = [turn for turn in talk.turns if turn.where == criterion.where][:1]
    placed = [Calling((turn.number - 1, END), str(turn.where), whole(turn)) for turn in there]
    return sorted([*heard, *own, *placed], key=lambda calling: calling.place)


def _heard(one: Heard, criterion: Response, talk: Talk) -> Calling:
    asking = [said for said in talk.says(criterion.acts) if said.turn == one.turn] if criterion.elicited else []
    confirmed = one in talk.dangers and one.cue.cue not in (*criterion.cues, *talk.terms.danger)
    return Calling(one.place, one.cue.cue, one.quote(), tuple(asking), _may_pass(one, criterion), confirmed)


def _may_pass(one: Heard, criterion: Response) -> bool:
    """Whether a feeling needs no answer: a light one, or one that no rule hears."""
    if one.cue.cue != FEELING or not criterion.may_pass:
        return False
    return one.cue.by_model or one.cue.feels in criterion.may_pass


def _answers(callings: list[Calling], criterion: Response, talk: Talk) -> list[Answered]:
    """Each calling with its answer, without those that may stay without one."""
    unasked = [_answer(one, criterion, talk) for one in callings if not one.elicited_by]
    used = {said: answer.calling.kind for answer in unasked for said in answer.said}
    elicited = (_elicited(one, used, criterion, talk) for one in callings if one.elicited_by)
    return sorted([*unasked, *filter(None, elicited)], key=lambda answer: answer.calling.place)


def _elicited(calling: Calling, used: Mapping[Said, str], criterion: Response, talk: Talk) -> Answered | None:
    """The answer to what the client showed in reply; `used` names the kind of calling that words answered before.

    Shown for the first time, it is answered by the words that elicited it. Where it only confirms what these words
    answered before, it counts if it was answered in full again, and else may stay without an answer. Where they
    answered another kind before, it was asked anew and needs an answer of its own, if there was still a turn for one.
    """
    kinds = {used[said] for said in calling.elicited_by if said in used}
    if not kinds:
        return Answered(calling, "full", calling.elicited_by)
    again = _answer(calling, criterion, talk)
    only_confirms = calling.kind in kinds and again.answer != "full"
    has_turn_left = calling.place[0] < talk.last
    return again if has_turn_left and not only_confirms else None


def _cues(criterion: Response, talk: Talk) -> list[Heard]:
    heard = list(talk.hears(criterion.cues))
    if not criterion.once:
        return heard
    return list({_kind(one, talk): one for one in reversed(heard)}.values())


def _kind(one: Heard, talk: Talk) -> str:
    """The kind of call; present danger is one, whatever shows it."""
    return "danger" if one in talk.dangers else one.cue.cue


def _answer(calling: Calling, criterion: Response, talk: Talk) -> Answered:
    after = (0, 0) if criterion.earlier_counts or calling.confirmed else calling.place
    ways = (*talk.says(_enough(calling, criterion, talk)), *_left(criterion, talk))
    said = [one for one in ways if one.place > after]
    danger = [one for one in talk.says(criterion.in_danger) if _plain_before(one, talk) and one.place > calling.place]
    timely = [one for one in (*said, *danger) if _in_time(one, calling, criterion, talk)]
    if timely:
        full = any(_full(one, calling, criterion, talk) for one in timely)
        return Answered(calling, "full" if full else "part", tuple(timely[:2]))
    weaker = [one for one in talk.says(criterion.weaker) if one.place > after]
    weak = [one for one in weaker if _in_time(one, calling, criterion, talk)]
    partial = tuple((said or danger or weak)[:1])
    return Answered(calling, "part" if partial else "none", partial)


def _enough(calling: Calling, criterion: Response, talk: Talk) -> Acts:
    """What answers in full; what was said once already need only be kept to."""
    known = any(one.place < calling.place for one in talk.says(criterion.acts))
    return (*criterion.acts, *criterion.enough, *(criterion.enough_again if known else ()))


def _left(criterion: Response, talk: Talk) -> list[Said]:
    """The first turn written elsewhere after one in the place that called: whoever goes there proposes it."""
    calling = (turn.number for turn in talk.turns if turn.where == criterion.where)
    first = next(calling, talk.last)
    left = next((turn for turn in talk.turns if turn.number > first and turn.where != criterion.where), None)
    return [Said(left.number, Act(act=left.where, start=0, end=len(left.text), by="where"), left.text)] if left else []


def _plain_before(one: Said, talk: Talk) -> bool:
    return any(heard.turn < one.turn for heard in talk.dangers)


def _in_time(one: Said, calling: Calling, criterion: Response, talk: Talk) -> bool:
    later = [place for place in _moments(criterion, talk) if place > calling.place]
    if criterion.before and later and one.place > min(later) and one.turn > min(later)[0]:
        return False
    return criterion.within is None or one.turn <= calling.place[0] + criterion.within + _asking_on(calling, talk)


def _asking_on(calling: Calling, talk: Talk) -> int:
    """The turns in which the counselor asks on after a danger that was confirmed: after means, a plan, who is near."""
    if not calling.confirmed:
        return 0
    return len({one.turn for one in talk.says(talk.terms.confirmed_by) if one.turn > calling.place[0]})


def _moments(criterion: Response, talk: Talk) -> list[Place]:
    acts = [one.place for moment in criterion.before for one in talk.says(moment.acts)]
    events = [talk.place_of(moment) for moment in criterion.before if moment.event]
    return [*acts, *(place for place in events if place is not None)]


def _full(one: Said, calling: Calling, criterion: Response, talk: Talk) -> bool:
    spoiled = any(other.turn == one.turn for other in talk.says(criterion.spoiled_by))
    if spoiled:
        return False
    if not criterion.completed_by or one.act.act in talk.acts((*criterion.enough, *criterion.in_danger)):
        return True
    return any(other.place > calling.place for other in talk.says(criterion.completed_by))
