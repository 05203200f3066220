"""What waits for a supervisor, the most pressing first, and why."""

from collections.abc import Iterable, Iterator
from typing import Literal

from simulator.listing import some_of
from simulator.model.gist import Gist
from simulator.model.noun import Noun
from simulator.render.wording import turn_named

Pressing = Literal["danger", "unsure", "contested", "new"]
ORDER: tuple[Pressing, ...] = ("danger", "unsure", "contested", "new")
MOST_NAMED = 3


class Waiting(Noun):
    """A session that waits; `pressing` is the first of its reasons, `why` says them all."""

    session: str
    trainee: str | None
    scenario: str
    title: str
    date: str
    turns: int
    pressing: Pressing
    why: tuple[str, ...]


def queue(gists: Iterable[Gist]) -> tuple[Waiting, ...]:
    """Sessions that ended and were not signed off, or were contested since."""
    rows = [_waiting(one) for one in gists if one.state == "ended" and (one.contested or not one.signed_off)]
    return tuple(sorted(rows, key=lambda row: (ORDER.index(row.pressing), row.date, row.session)))


def _waiting(one: Gist) -> Waiting:
    reasons = [*_reasons(one)] or [("new", "begun, not signed off" if one.judged else "nobody has looked at it yet")]
    return Waiting(
        session=one.session,
        trainee=one.trainee,
        scenario=one.scenario,
        title=one.title,
        date=one.date,
        turns=one.turns,
        pressing=min((kind for kind, _ in reasons), key=ORDER.index),
        why=tuple(words for _, words in reasons),
    )


def _reasons(one: Gist) -> Iterator[tuple[Pressing, str]]:
    """What a person has said something about since needs nobody any more, unless it is contested."""
    if not one.signed_off:
        left = [level for level in one.criteria if level.id not in one.judged]
        grave = [level for level in left if level.critical]
        yield from (("danger", f"{level.title}: not yet") for level in grave if level.level == "not_yet")
        yield from (("danger", f"{level.title}: left to you") for level in grave if level.level == "unsure")
        if one.fears:
            yield "danger", f"the client may show a danger: {', '.join(map(turn_named, one.fears))}"
        unsure = [level.title for level in left if level.level == "unsure" and not level.critical]
        if unsure:
            yield "unsure", f"left to you: {some_of(dict.fromkeys(unsure), MOST_NAMED)}"
    if one.contested:
        yield "contested", f"the trainee sees it differently: {some_of(dict.fromkeys(one.contested), MOST_NAMED)}"
