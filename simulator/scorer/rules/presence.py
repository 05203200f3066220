"""`presence`: acts that are wanted, in a window."""

from simulator.model.criteria import Presence, Wanted
from simulator.scorer.finding import Finding, quotes, turns_named
from simulator.scorer.reading import accepted
from simulator.scorer.said import Place, Said
from simulator.scorer.spoken import named, spoken
from simulator.scorer.talk import Talk

Rows = list[list[Said]]


def judge(criterion: Presence, talk: Talk) -> Finding:
    """All that is wanted and in time: met; late, incomplete or only something weaker: partly."""
    deadline = talk.earliest(criterion.before)
    said = [_said(wanted, criterion, talk) for wanted in criterion.wanted]
    counted = [[one for one in row if not criterion.accepted or accepted(one, talk.heard, talk.terms)] for row in said]
    timely = [[one for one in row if _in_time(one, deadline, criterion, talk)] for row in counted]
    if _complete(criterion, timely):
        return _met(criterion, timely, talk)
    due = deadline[0] if deadline else None
    missing = _missing_note(criterion, timely, deadline, talk) + _earlier_note(criterion, timely, talk)
    if _complete(criterion, counted):
        late = sorted((one for row in counted for one in row), key=lambda one: one.place)
        note = f"{missing}; it came {_when(late[-1].turn, due)}"
        return Finding("partly", quotes(late), note, turn=due, lacking=True, due=due)
    some = _part(criterion, said, timely, talk)
    some = [one for one in some if _in_time(one, deadline, criterion, talk)] or list(talk.says(criterion.weaker))
    if some:
        note = f"{missing}; only {spoken(one.act.act for one in some)}"
        return Finding("partly", quotes(some), note, turn=some[-1].turn, lacking=True, due=due)
    instead = [one for moment in criterion.before for one in talk.says(moment.acts) if one.place == deadline]
    return Finding("not_yet", quotes(instead), missing, turn=due, lacking=True, due=due)


def _part(criterion: Presence, said: Rows, timely: Rows, talk: Talk) -> list[Said]:
    """What there is of several things wanted, or what the client was asked to accept and did not refuse."""
    if criterion.accepted:
        return [one for row in said for one in row if _open(one, talk)]
    return [one for row in timely for one in row]


def _said(wanted: Wanted, criterion: Presence, talk: Talk) -> list[Said]:
    first = 0 if wanted.last_turns is None else talk.last - wanted.last_turns
    amid = talk.says(criterion.not_amid)
    return [one for one in talk.says(wanted.acts) if one.turn > first and not _belied(one, amid)]


def _belied(one: Said, amid: tuple[Said, ...]) -> bool:
    """Whether what stands in these words, or in the turn of what is only guessed, makes it something else."""
    return any(one.overlaps(other) or (one.by_model and one.turn == other.turn) for other in amid)


def _open(one: Said, talk: Talk) -> bool:
    return not any(heard.turn == one.turn for heard in talk.hears(talk.terms.declined_by))


def _in_time(one: Said, deadline: Place | None, criterion: Presence, talk: Talk) -> bool:
    """Before the moment, where it is never late, or in words that the model alone takes for the moment."""
    if deadline is None or one.place < deadline or (criterion.with_moment and one.turn == deadline[0]):
        return True
    moment = (other for due in criterion.before for other in talk.says(due.acts) if other.place == deadline)
    if not one.by_model and any(other.by_model and one.overlaps(other) for other in moment):
        return True
    return talk.follows(one.turn, criterion.or_answering)


def _complete(criterion: Presence, rows: Rows) -> bool:
    pairs = zip(criterion.wanted, rows, strict=True)
    return all(len({one.turn for one in row}) >= wanted.turns for wanted, row in pairs)


def _met(criterion: Presence, rows: Rows, talk: Talk) -> Finding:
    said = sorted((one for row in rows for one in row), key=lambda one: one.place)
    spoiling = {one.turn for one in talk.says(criterion.spoiled_by) if not talk.introduces(one)}
    marks = set() if talk.says(criterion.limited_by) else set(criterion.spoiled_marks)
    fair = [one for one in said if not marks & set(one.act.marks)]
    if not fair:
        note = f"only {spoken(mark for one in said for mark in one.act.marks if mark in marks)}"
        return Finding("partly", quotes(said), note, turn=said[0].turn)
    clean = [one for one in fair if one.turn not in spoiling]
    if not clean:
        return Finding("partly", quotes(said), "something else in the same turn took it back", turn=said[0].turn)
    used = any(turn.reading.measures.names for turn in talk.turns if turn.number > clean[0].turn)
    if criterion.then == "name_used" and not used:
        return Finding("partly", quotes(clean), "it was not used afterwards", turn=clean[0].turn + 1)
    return Finding("met", quotes(clean), turn=clean[0].turn)


def _missing_note(criterion: Presence, rows: Rows, deadline: Place | None, talk: Talk) -> str:
    """What was not there, and by which moment it was due."""
    pairs = zip(criterion.wanted, rows, strict=True)
    wanted = [spoken(one.acts) for one, row in pairs if len({said.turn for said in row}) < one.turns]
    what = f"no {'accepted ' if criterion.accepted else ''}{', no '.join(wanted)}"
    moment = next((one for one in criterion.before if deadline and talk.place_of(one) == deadline), None)
    if deadline is None or moment is None:
        last = max((one.last_turns for one in criterion.wanted if one.last_turns), default=0)
        return f"{what} in the last {last} turns" if last else f"{what} in the talk"
    act = next((said.act.act for said in talk.says(moment.acts) if said.place == deadline), None)
    return f"{what} before {named(moment, act)} in turn {deadline[0]}"


def _earlier_note(criterion: Presence, rows: Rows, talk: Talk) -> str:
    """Where it was said before the end of the talk that alone counts."""
    pairs = zip(criterion.wanted, rows, strict=True)
    ends = [one for one, row in pairs if one.last_turns and len({said.turn for said in row}) < one.turns]
    said = [one for wanted in ends for one in talk.says(wanted.acts)]
    what = spoken(one.act.act for one in said)
    return f"; earlier there was {what} in {turns_named(one.turn for one in said)}" if said else ""


def _when(turn: int, due: int | None) -> str:
    return "later in that turn" if turn == due else f"in turn {turn}"
