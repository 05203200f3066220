"""Plain text: a line `Name: words` begins a message, any other line goes on with it."""

import re
from collections.abc import Iterator

from simulator.errors import ContentError
from simulator.importing.bubbles import Bubble, to_transcript
from simulator.model.transcript import Transcript

# A name is short, stands at the very beginning of the line, and holds no punctuation of a sentence, so that
# "here is what I know: ..." or an indented "First: ..." goes on with the message before.
_BEGINS = re.compile(r"(?P<name>[^\W_][\w.'’-]{0,29}(?: [\w.'’()-]{1,30}){0,2})[ \t]*:(?:[ \t]+(?P<words>.*)|[ \t]*)$")


def read_plain_text(text: str, counselor: str) -> Transcript:
    """The conversation in a text. ContentError where it begins with no name, or no counselor speaks."""
    return to_transcript(_bubbles(text, counselor), counselor)


def _bubbles(text: str, counselor: str) -> Iterator[Bubble]:
    name, words = "", [""]
    for number, row in enumerate(text.splitlines(), start=1):
        begun = _begun(row, counselor)
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


def _begun(row: str, counselor: str) -> tuple[str, str] | None:
    """Name and words of a line that begins a message; the counselor's name may be any text."""
    named = counselor.strip()
    if row.casefold().startswith(f"{named.casefold()}:"):
        return row[: len(named)], row[len(named) + 1 :].strip()
    found = _BEGINS.fullmatch(row)
    return (found["name"], (found["words"] or "").strip()) if found else None


def _said(name: str, words: list[str]) -> Iterator[Bubble]:
    text = "\n".join(words).strip()
    if name and text:
        yield Bubble(name, text)
