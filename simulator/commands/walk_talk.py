"""What `walk --show` and `bots --show` print: a talk to read, with what was heard in it and what that led to."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.render.visible import in_one_line

if TYPE_CHECKING:
    from simulator.authoring.coverage import Part
    from simulator.authoring.outcome import Outcome, Played
    from simulator.loader.document import Document
    from simulator.model.transcript import Evidence, Message

HEARD = {
    "acts": "act",
    "unsure": "act",
    "topics": "topic",
    "facts": "fact",
    "open_facts": "fact",
    "moves": "move",
    "answers": "question",
    "unheard": "",
}
"""What a reading has, each with the key of its names; what is unheard has none."""
LABELS = {"open_facts": "right or wrong?"}
AROUND = " .!?\n"
"""What evidence of a whole turn leaves out."""
WIDTH = 15
"""As wide as the longest label."""


class Talk(NamedTuple):
    """A walk that was played, what it is in words and as data, and the file of its scenario."""

    outcome: "Outcome"
    what: str
    data: dict[str, Any]
    scenario: "Document"


def talk_lines(talk: Talk) -> Iterator[str]:
    """The talk for a person: each turn with what was heard in it, what that led to, and what of it does not hold."""
    outcome = talk.outcome
    yield f"{outcome.walk} ({talk.what})"
    yield from _said(outcome.opening)
    for number, played in enumerate(outcome.steps, start=1):
        yield ""
        yield f"  {number}. {_done(played)}"
        yield from (_row(label, words) for label, words in _heard(played))
        yield from _led_to(played, talk.scenario)
        yield from _wrong(outcome, number)
        yield from _said(played.client)
    yield ""
    yield from _wrong(outcome, len(outcome.steps) + 1)
    yield f"  ends in {outcome.ending}" if outcome.ending else "  goes on: no ending is reached"
    yield from _wrong(outcome, 0)


def talk_object(talk: Talk) -> dict[str, Any]:
    """The same as data."""
    outcome = talk.outcome
    return {
        **talk.data,
        "opening": _messages(outcome.opening),
        "steps": [_step(number, played, talk) for number, played in enumerate(outcome.steps, start=1)],
        "ending": outcome.ending,
        "failures": [failure._asdict() for failure in outcome.failures],
    }


def _done(played: "Played") -> str:
    if played.turn is None:
        return f"({played.step.wait:g} seconds of silence)"
    place = "" if played.turn.where == played.before.where else f" [{played.turn.where}]"
    return f"you{place}: {in_one_line(played.turn.text)}"


def _heard(played: "Played") -> Iterator[tuple[str, str]]:
    """Each kind of thing that was heard, with the names and the words that show them."""
    if played.turn is None:
        return
    for key, named in HEARD.items():
        found: Iterable[Evidence] = getattr(played.reading, key)
        words = ", ".join(_shown(one, named, played.turn.text) for one in found)
        if words:
            yield LABELS.get(key, key), words
    if not played.turn.matched:
        nearest = f"; nearest: {played.turn.nearest}" if played.turn.nearest else ""
        yield "nothing found", f"that the client reacts to{nearest}"


def _shown(one: "Evidence", key: str, text: str) -> str:
    """The name, and the words unless they are the whole turn."""
    words = text[one.start : one.end]
    quoted = f'"{in_one_line(words)}"'
    if not key:
        return quoted
    name = getattr(one, key) + ("" if getattr(one, "right", True) else " (told wrong)")
    return name if words == text.strip(AROUND) else f"{name} {quoted}"


def _led_to(played: "Played", document: "Document") -> Iterator[str]:
    """The reactions with their lines in the scenario's file, and what has changed."""
    if played.reactions:
        yield _row("reaction", ", ".join(with_line(part, document) for part in played.reactions))
    for key in ("state", "trust", "where"):
        before, after = getattr(played.before, key), getattr(played.after, key)
        if before != after:
            yield _row(key, f"{before} -> {after}")


def with_line(part: "Part", document: "Document") -> str:
    """A part of a scenario with the line of its file on which it begins."""
    return f"{part.name} (line {document.line(part.loc)})"


def _wrong(outcome: "Outcome", step: int) -> Iterator[str]:
    yield from (_row("DOES NOT HOLD", failure.what) for failure in outcome.failures if failure.step == step)


def _said(messages: "Iterable[Message]") -> Iterator[str]:
    for message in messages:
        yield f"  {in_one_line(message.sender)}: {in_one_line(message.text)}"


def _row(label: str, words: str) -> str:
    return f"       {label:{WIDTH}} {in_one_line(words)}"


def _step(number: int, played: "Played", talk: Talk) -> dict[str, Any]:
    turn = played.turn
    asked = {"wait": played.step.wait} if turn is None else {"text": turn.text, "where": turn.where}
    heard = {key: [one.model_dump(mode="json") for one in getattr(played.reading, key)] for key in HEARD}
    return {
        "step": number,
        **asked,
        **heard,
        "matched": turn is None or turn.matched,
        "nearest": turn and turn.nearest,
        "reactions": [{"name": part.name, "line": talk.scenario.line(part.loc)} for part in played.reactions],
        "client": _messages(played.client),
        "before": played.before._asdict(),
        "after": played.after._asdict(),
    }


def _messages(messages: "Iterable[Message]") -> list[dict[str, Any]]:
    return [{"from": message.sender, "where": message.where, "text": message.text} for message in messages]
