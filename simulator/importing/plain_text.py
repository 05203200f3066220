"""Plain text: a line `Name: words` begins a message, any other line goes on with it."""

import re
from collections.abc import Collection

from simulator.errors import ContentError
from simulator.importing.bubbles import Bubble, Talk

FORM = "text"

# A name is short, stands at the very beginning of the line, and holds no punctuation of a sentence, so that
# "here is what I know: ..." or an indented "First: ..." goes on with the message before.
_BEGINS = re.compile(r"(?P<name>[^\W_][\w.'’-]{0,29}(?: [\w.'’()-]{1,30}){0,2})[ \t]*:(?:[ \t]+(?P<words>.*)|[ \t]*)$")


def read_plain_text(text: str, names: Collection[str]) -> Talk:
    """The conversation in a text. ContentError where it begins with no name; the `names` may be any text."""
    messages: list[tuple[str, list[str]]] = []
    for number, row in enumerate(text.splitlines(), start=1):
        if begun := _begun(row, names):
            messages.append((begun[0], [begun[1]]))
        elif messages:
            messages[-1][1].append(row.strip())
        elif row.strip():
            raise ContentError(
                f"line {number}: it is not said who speaks; write `Name: words`, a line for each message"
            )
    said = ((name, "\n".join(words).strip()) for name, words in messages)
    return Talk(FORM, tuple(Bubble(name, words) for name, words in said if words))


def _begun(row: str, names: Collection[str]) -> tuple[str, str] | None:
    """Name and words of a line that begins a message."""
    for wanted in (name.strip().casefold() for name in names):
        *parts, words = row.split(":", wanted.count(":") + 1)
        if wanted and ":".join(parts).casefold() == wanted:
            return ":".join(parts), words.strip()
    found = _BEGINS.fullmatch(row)
    return (found["name"], (found["words"] or "").strip()) if found else None
