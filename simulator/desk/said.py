"""Single things said about a session from a command line, checked before any of them is written."""

from collections.abc import Iterable
from typing import Any

from simulator.desk.naming import named, score_of
from simulator.errors import SimulatorError
from simulator.model.debrief import Debrief
from simulator.model.levels import LEVELS
from simulator.model.notes import Adjustment, Agreement, Comment, Contest

TO_GIVE = tuple(name for name in LEVELS if name != "unsure")

Said = tuple[type[Comment | Agreement | Adjustment | Contest], dict[str, Any]]
"""A kind of note, and what it says."""


def comment(debrief: Debrief, text: str) -> Said:
    """`3: words` about a turn, `open-questions: words` about a criterion, else words about the whole talk."""
    thing, _, words = (part.strip() for part in text.partition(":"))
    is_thing = thing.isdecimal() or thing in {score.id for score in debrief.criteria}
    if is_thing and words:
        return Comment, {**named(debrief, thing)._asdict(), "text": words}
    if is_thing or not text.strip():
        raise SimulatorError("a comment has words, such as 3: you gave her time here")
    return Comment, {"text": text.strip()}


def adjusted(debrief: Debrief, given: str, reason: str) -> Said:
    """`open-questions=partly`; the engine's own level makes an agreement of it."""
    criterion, _, name = (part.strip() for part in given.partition("="))
    score = score_of(debrief, criterion)
    level = next((level for level in TO_GIVE if level == name.replace("-", "_")), None)
    if level is None:
        shown = ", ".join(level.replace("_", "-") for level in TO_GIVE)
        raise SimulatorError(f'"{given}" names no level; write {criterion}= and one of {shown}')
    if score.level == level:
        return Agreement, {"criterion": score.id, "level": level}
    if not reason.strip():
        raise SimulatorError(f"{criterion}: another level needs a reason")
    return Adjustment, {"criterion": score.id, "level": level, "engine": score.level, "reason": reason.strip()}


def agreed(debrief: Debrief, criterion: str) -> Said:
    """The engine's own level, which there has to be."""
    score = score_of(debrief, criterion)
    if score.level == "unsure":
        raise SimulatorError(f"{criterion}: the program left its level open; give one with --adjust {criterion}=LEVEL")
    return Agreement, {"criterion": score.id, "level": score.level}


def all_said(
    debrief: Debrief, comments: Iterable[str], levels: Iterable[tuple[str, str]], alike: Iterable[str]
) -> list[Said]:
    """Everything, or SimulatorError for the first that cannot be said of this session."""
    return [
        *(comment(debrief, text) for text in comments),
        *(adjusted(debrief, given, reason) for given, reason in levels),
        *(agreed(debrief, criterion) for criterion in alike),
    ]


def contest(debrief: Debrief, thing: str, words: str) -> Said:
    """The trainee sees a thing differently. Raises SimulatorError where there is none of that name."""
    if not words.strip():
        raise SimulatorError("say in a few words how you see it")
    return Contest, {**named(debrief, thing)._asdict(), "text": words.strip()}
