"""What somebody says of a turn who reads along: the acts with their words, and what they did to the client."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from simulator.chat.happenings import Happenings, Notice
from simulator.model.transcript import Act, Reading, Turn

if TYPE_CHECKING:
    from simulator.model.codebook import Codebook

NOTHING = "no act of the codebook"


def margin(turn: Turn, codebook: "Codebook") -> Happenings:
    """Everything the coach notes beside a turn."""
    rows = (*acts_read(turn.reading, turn.text, codebook), felt(turn), *turn.why)
    return (Notice("margin", "\n".join(rows)),)


def feedback(turn: Turn, codebook: "Codebook") -> Happenings:
    """The same in one line, without the words."""
    row = " ".join((f"Read: {', '.join(_names(turn.reading.acts, codebook)) or NOTHING}.", felt(turn), *turn.why))
    return (Notice("margin", row),)


def acts_read(reading: Reading, text: str, codebook: "Codebook") -> Iterator[str]:
    """A row for each act with the words it was read in, those the coder was not sure of last."""
    if not reading.acts:
        yield NOTHING
    yield from (_row("", act, text, codebook) for act in reading.acts)
    yield from (_row("unsure: ", act, text, codebook) for act in reading.unsure)


def felt(turn: Turn) -> str:
    """What a turn did to the client's trust."""
    if not turn.trust_change:
        return f"Trust stays at {turn.trust}."
    way = "up" if turn.trust_change > 0 else "down"
    return f"Trust goes {way} by {abs(turn.trust_change)} to {turn.trust}."


def _row(before: str, act: Act, text: str, codebook: "Codebook") -> str:
    (name,) = _names([act], codebook)
    return f"{before}{name}: “{' '.join(text[act.start : act.end].split())}”"


def _names(acts: Iterable[Act], codebook: "Codebook") -> list[str]:
    """The titles of the acts, each once."""
    titles = {one.act: one.title for one in codebook.acts}
    return list(dict.fromkeys(titles.get(act.act, act.act) for act in acts))
