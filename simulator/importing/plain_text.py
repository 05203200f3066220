"""Plain text: a line `Name: words` begins a message, any other line goes on with it."""

import re
from collections.abc import Collection, Iterator

from simulator.errors import ContentError
from simulator.importing.bubbles import Bubble, Talk

FORM = "text"

# A name is short, stands at the very beginning of the line, and holds no punctuation of a sentence, so that
# "here is what I know: ..." or an indented "First: ..." goes on with the message before.
_BEGINS = re.compile(r"(?P<name>[^\W_][\w.'’-]{0,29}(?: [\w.'’()-]{1,30}){0,2})[ \t]*:(?:[ \t]+(?P<words>.*)|[ \t]*)$")


def read_plain_text(text: str, names: Collection[str]) -> Talk:
    """The conversation in a text. ContentError where it begins with no name; the `names` may be any text."""
    return Talk(FORM, tuple(_bubbles(text, names)))


def _bubbles(text: str, names: Collection[str]) -> Iterator[Bubble]:
    name, words = "", [""]
    for number, row in enumerate(text.splitlines(), start=1):
        begun = _begun(row, names)
        if begun:
            yield from _said(name, words)
            name, words = begun[0], [begun[1]]
        elif name:
            words.append(row.strip())
        elif row.strip():
            raise ContentError(
                f"line {number}: it is not said who speaks; write `Name: words`, a line for each message"
            )
    yield from _said(name, words)


def _begun(row: str, names: Collection[str]) -> tuple[str, str] | None:
    """Name and words of a line that begins a message."""
    plain = row.casefold()
    for name in names:
        if plain.startswith(f"{name.strip().casefold()}:"):
            end = plain.index(":", len(name.strip()))
            return row[:end], row[end + 1 :].strip()
    found = _BEGINS.fullmatch(row)
    return (found["name"], (found["words"] or "").strip()) if found else None


def _said(name: str, words: list[str]) -> Iterator[Bubble]:
    text = "\n".join(words).strip()
    if name and text:
        yield Bubble(name, text)
