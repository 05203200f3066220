"""A session judged then and now: as a row of blocks, as JSON, and in one line."""

from collections.abc import Iterator
from typing import Any

from simulator.model.comparison import Comparison, ContentPair, Reread, ScorePair
from simulator.model.debrief import Score
from simulator.render.blocks import Block, Heading, Item, Line, Paragraph, Span, line, quiet, quote, strong
from simulator.render.to_json import in_a_line
from simulator.render.visible import in_one_line
from simulator.render.wording import figure, level, turn_named, worded

STATES = {
    "same": "as it was",
    "changed": "changed",
    "other": "another one",
    "kept": "no longer there, so the session's own was used again",
}
READ_ALIKE = "These words are read as they were; what is asked of them is something else."
WHEN = {"then": "counted then", "now": "counts now", "both": "counts both times"}


def to_json(comparison: Comparison) -> str:
    """The comparison in one line, format 1: the fields of simulator/model/comparison.py, and whether it `differs`."""
    document: dict[str, Any] = comparison.model_dump(mode="json", by_alias=True)
    for pair, row in zip(comparison.criteria, document["criteria"], strict=True):
        row["differs"] = pair.differs
    return in_a_line({"differs": comparison.differs, **document})


def to_line(comparison: Comparison) -> str:
    """The session, what changed, and the levels that differ."""
    changed = ", ".join(pair.kind for pair in comparison.changed)
    content = f"{changed} changed" if changed else "nothing changed"
    started = comparison.date[:16].replace("T", " ")
    scenario = in_one_line(comparison.scenario)
    return f"{comparison.session}  {started} UTC  {scenario}: {content}; {_in_short(comparison)}\n"


def _in_short(comparison: Comparison) -> str:
    if comparison.stopped:
        return "stopped, so not judged"
    rows = [f"{one.then.id} {worded(one.then.level)} → {worded(one.now.level)}" for one in comparison.different]
    count = f"{len(rows)} of {len(comparison.criteria)} levels differ{'s' * (len(rows) == 1)}"
    told = [f"{count}: {', '.join(rows)}" if rows else "no level differs"]
    for where, scores in (("then", comparison.only_then), ("now", comparison.only_now)):
        told += [f"only {where}: {', '.join(one.id for one in scores)}"] * bool(scores)
    return "; ".join(told)


def comparison_page(comparison: Comparison) -> Iterator[Block]:
    """The comparison as a row of blocks."""
    yield Heading(f"Then and now: {comparison.title or comparison.scenario or 'a conversation'}", 1)
    if comparison.scenario:
        yield Item(line(strong("Scenario:"), f" {comparison.scenario}"))
    yield Item(line(strong("Session:"), f" {comparison.session}"))
    yield Item(line(strong("Date:"), f" {comparison.date}"))
    yield Item(line(strong("Begun with:"), f" rehearse {comparison.program}"))
    yield Heading("What changed", name="changed")
    yield from map(_content, comparison.content)
    if comparison.stopped:
        yield Paragraph(line("The talk was stopped; nothing in it is judged."))
        return
    yield from _levels(comparison)


def _content(pair: ContentPair) -> Item:
    named = f" ({pair.id_then} → {pair.id_now})" if pair.state == "other" else ""
    below: tuple[Line, ...] = ()
    if pair.sha256_then != pair.sha256_now:
        below = (line(quiet(f"SHA-256 then: {pair.sha256_then}")), line(quiet(f"SHA-256 now: {pair.sha256_now}")))
    return Item(line(strong(f"{pair.kind}:"), f" {STATES[pair.state]}{named}"), below)


def _levels(comparison: Comparison) -> Iterator[Block]:
    yield Heading("Levels that differ", name="different")
    if not comparison.different:
        yield Paragraph(line("None."))
    yield from map(_different, comparison.different)
    alike = [one.then for one in comparison.criteria if not one.differs]
    rows = (
        ("Levels as they were", "alike", alike),
        ("Only then", "only-then", comparison.only_then),
        ("Only now", "only-now", comparison.only_now),
    )
    for title, name, scores in rows:
        if scores:
            yield Heading(title, name=name)
        yield from (Item(line(f"{one.title}: ", level(one.level), _marks(one))) for one in scores)


def _different(pair: ScorePair) -> Item:
    levels = (level(pair.then.level), " → ", level(pair.now.level))
    return Item(line(strong(f"{pair.now.title}:"), " ", *levels, _marks(pair.now)), tuple(_reasons(pair)))


def _marks(one: Score) -> Span:
    return quiet(", critical" if one.critical else "")


def _reasons(pair: ScorePair) -> Iterator[Line]:
    for when, one in (("then", pair.then), ("now", pair.now)):
        other = pair.now if one is pair.then else pair.then
        told = [line(one.note)] if one.note and one.note != other.note else []
        told += [figure(found) for found in one.figures if found not in other.figures]
        yield from (line(f"{when}: ", *text) for text in told)
    if not any(one.read_as for one in pair.words):
        yield from (line("both times: ", *figure(one)) for one in pair.now.figures if one in pair.then.figures)
        yield line(READ_ALIKE)
    yield from map(_word, pair.words)


def _word(one: Reread) -> Line:
    found = one.quote
    return line(quiet(f"{turn_named(found.turn)}, {found.speaker}: "), quote(found.sentence), f" – {_said_of(one)}")


def _said_of(one: Reread) -> str:
    if not one.read_as:
        return WHEN[one.when]
    how = "read as" if one.sure else "perhaps"
    told = f"{how} “{worded(one.read_as)}”"
    return f"now {told}" if one.when == "now" else f"then {told}, no longer so"
