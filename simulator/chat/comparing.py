"""Other words in place of a turn, beside what was said there: how they are read, and what comes of them."""

from collections.abc import Iterable, Iterator

from simulator.chat.happenings import Happenings, info
from simulator.chat.read_along import acts_read, felt
from simulator.model.codebook import Codebook
from simulator.model.debrief import LevelChange, Rewritten
from simulator.model.transcript import Message, Turn
from simulator.records.recording import Recording
from simulator.render.wording import ENDINGS_IN_FULL, level


def otherwise(recording: Recording, number: int, text: str) -> Happenings:
    """What the client would have answered in place of turn `number`; both ways stay in the store."""
    here, old = recording.place, recording.session.turns[number - 1]
    recording.back(number - 1)
    try:
        new = recording.say(text, old.where, max(old.at, recording.session.now))
        ending = recording.session.ending
    finally:
        recording.go_to(here)
    rows = [f"What if turn {number} had been: “{new.text}”", *_read(new, old, recording.frozen.codebook)]
    rows += [*_answered(new), f"{felt(new)} As it went: {_lowered(felt(old))}"]
    if ending:
        rows.append(f"The conversation would have been over. {ENDINGS_IN_FULL[ending.kind]}")
    return info("\n".join((*rows, "The talk goes on as it was; the debrief shows both.")))


def again(rewritten: Rewritten, old: Turn, codebook: Codebook) -> Happenings:
    """What a turn that was written again would change."""
    new = rewritten.turn
    rows = (*_read(new, old, codebook), *_answered(new), *_levels(rewritten.changes))
    return info("\n".join(rows))


def said(messages: Iterable[Message]) -> Iterator[str]:
    """Messages, each under its sender."""
    return (f"{message.sender}: {message.text}" for message in messages)


def _read(new: Turn, old: Turn, codebook: Codebook) -> Iterator[str]:
    for head, turn in (("Now it is read as:", new), ("Before it was read as:", old)):
        yield head
        yield from (f"  {row}" for row in acts_read(turn.reading, turn.text, codebook))


def _answered(turn: Turn) -> Iterator[str]:
    yield "The client would have answered:" if turn.client else "The client would have answered nothing."
    yield from (f"  {row}" for row in said(turn.client))


def _levels(changes: tuple[LevelChange, ...]) -> Iterator[str]:
    yield "Levels that change:" if changes else "No level changes."
    yield from (f"  {one.title}: {level(one.here).text} -> {level(one.there).text}" for one in changes)


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
