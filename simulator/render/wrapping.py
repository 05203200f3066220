"""Lines broken to a width in columns of a terminal, where a letter may take none, one or two."""

import re
from collections.abc import Iterator

from wcwidth import wcswidth, wcwidth

from simulator.render.blocks import QUOTED, Line, Span, Tone
from simulator.render.visible import visible

_SPACE = re.compile(r"(\s+)")

Word = list[Span]


def columns(text: str) -> int:
    """How many columns the text takes; what cannot be told counts letter by letter."""
    if text.isascii() and text.isprintable():
        return len(text)
    width = wcswidth(text)
    return width if width >= 0 else sum(max(wcwidth(letter), 0) for letter in text)


def wrapped(line: Line, width: int) -> list[Line]:
    """The line in rows of at most `width` columns; only a word longer than that is broken."""
    rows: list[Line] = []
    row: list[Span] = []
    used = 0
    for word in _words(line):
        for number, piece in enumerate(_broken(word, width)):
            taken = sum(columns(span.text) for span in piece)
            # What continues a broken word begins a row: a space before it would be a space nobody wrote.
            if row and (number or used + 1 + taken > width):
                rows.append(_joined(row))
                row, used = [], 0
            if row:
                row.append(Span(" ", _between(row[-1].tone, piece[0].tone)))
                used += 1
            row += piece
            used += taken
    return [*rows, _joined(row)] if row else rows


def _words(line: Line) -> Iterator[Word]:
    """Words with their tones; spans that touch make one word."""
    word: Word = []
    for text, tone, _ in line:
        shown = visible(f"“{text.strip()}”" if tone in QUOTED else text)
        for part in _SPACE.split(shown):
            if part and not part.isspace():
                word.append(Span(part, tone))
            elif part and word:
                yield word
                word = []
    if word:
        yield word


def _broken(word: Word, width: int) -> Iterator[Word]:
    """The word in pieces no wider than a row."""
    if sum(columns(span.text) for span in word) <= width:
        yield word
        return
    for text, tone, _ in word:
        piece = ""
        for letter in text:
            if piece and columns(piece + letter) > width:
                yield [Span(piece, tone)]
                piece = ""
            piece += letter
        yield [Span(piece, tone)]


def _between(left: Tone, right: Tone) -> Tone:
    return left if left == right else "plain"


def _joined(row: list[Span]) -> Line:
    """Neighbours of one tone made one span."""
    spans: list[Span] = []
    for text, tone, _ in row:
        if spans and spans[-1].tone == tone:
            spans[-1] = Span(spans[-1].text + text, tone)
        else:
            spans.append(Span(text, tone))
    return tuple(spans)
