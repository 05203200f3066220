"""What a terminal showed, moment by moment: as an asciinema cast (version 2) and as a picture (SVG)."""

import json
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from wcwidth import wcwidth

CELL_WIDTH, CELL_HEIGHT, BASELINE, MARGIN = 8.4, 18, 13, 14
FONT = "ui-monospace, 'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace"
INK, PAPER = "#d7dae0", "#1d1f24"
COLOURS = {
    "black": "#3b3f46",
    "red": "#f07178",
    "green": "#a5d36b",
    "brown": "#e6c07b",
    "blue": "#6cb6ff",
    "magenta": "#d2a8ff",
    "cyan": "#56d4dd",
    "white": "#d7dae0",
}
_CODES = {name: 30 + number for number, name in enumerate(COLOURS)}


class Style(NamedTuple):
    """How a letter looks; the colour is one of the sixteen, or `default`."""

    colour: str
    bold: bool
    italic: bool
    reverse: bool


class Cell(NamedTuple):
    """A letter on the screen; the second half of a wide one is empty."""

    text: str
    style: Style


Rows = tuple[tuple[Cell, ...], ...]


class Frame(NamedTuple):
    """A screen, and for how many seconds it is looked at; the cursor is a column and a row from 0."""

    seconds: float
    rows: Rows
    cursor: tuple[int, int]


def cast(frames: list[Frame], title: str) -> str:
    """The recording, one JSON value a line."""
    rows = frames[0].rows
    head = {"version": 2, "width": len(rows[0]), "height": len(rows), "title": title, "env": {"TERM": "xterm-256color"}}
    lines, at, before = [json.dumps(head)], 0.0, None
    for frame in frames:
        lines.append(json.dumps([round(at, 2), "o", "".join(_written(frame, before))], ensure_ascii=False))
        at += frame.seconds
        before = frame.rows
    # A player stops at the last event: let the last frame be looked at.
    lines.append(json.dumps([round(at, 2), "o", ""]))
    return "\n".join(lines) + "\n"


def _written(frame: Frame, before: Rows | None) -> Iterator[str]:
    """The codes that make a screen of the one before it."""
    if before is None:
        yield "\x1b[2J"
    for y, row in enumerate(frame.rows):
        if before is None or row != before[y]:
            yield f"\x1b[{y + 1};1H"
            yield from (f"{_code(style)}{text}" for _, text, style in _runs(row))
            yield "\x1b[0m\x1b[K"
    x, y = frame.cursor
    yield f"\x1b[{y + 1};{x + 1}H"


def _code(style: Style) -> str:
    codes = ["0", *(str(code) for code, on in ((1, style.bold), (3, style.italic), (7, style.reverse)) if on)]
    codes += [str(_CODES[style.colour])] if style.colour in _CODES else []
    return f"\x1b[{';'.join(codes)}m"


def _runs(row: tuple[Cell, ...]) -> Iterator[tuple[int, str, Style]]:
    """Neighbours of one style with the column they begin in; spaces that nobody sees at the end are left out."""
    x = 0
    for style, cells in groupby(row, key=lambda cell: cell.style):
        run = list(cells)
        text = "".join(cell.text for cell in run)
        last = x + len(run) == len(row)
        shown = text.rstrip() if last and not style.reverse else text
        if shown:
            yield x, shown, style
        x += len(run)


def picture(frame: Frame, title: str) -> str:
    """The screen as a drawing, in letters that can be read aloud and searched."""
    width = len(frame.rows[0]) * CELL_WIDTH + 2 * MARGIN
    height = len(frame.rows) * CELL_HEIGHT + 2 * MARGIN
    parts = [part for y, row in enumerate(frame.rows) for part in _drawn(row, y)]
    x, y = frame.cursor
    parts.append(_box(x, y, 1, INK))
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" role="img" '
            f'font-family="{FONT}" font-size="14" fill="{INK}">',
            f"<title>{escape(title)}</title>",
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
            *parts,
            "</svg>\n",
        )
    )


def _drawn(row: tuple[Cell, ...], y: int) -> Iterator[str]:
    for x, text, style in _runs(row):
        colour = COLOURS.get(style.colour, INK)
        if style.reverse:
            yield _box(x, y, _columns(text), colour)
            colour = PAPER
        looks = f'fill="{colour}"' + ' font-weight="bold"' * style.bold + ' font-style="italic"' * style.italic
        for begins, piece in _pieces(text):
            yield _line(x + begins, y, piece) if piece[0] in "─│" else _words(x + begins, y, piece, looks)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Words, and lines, which are drawn as such so that they have no gaps, with the column each begins in."""
    x = 0
    for _, letters in groupby(text, key=lambda letter: letter if letter in "─│" else ""):
        piece = "".join(letters)
        if piece.strip():
            yield x + len(piece) - len(piece.lstrip()), piece.strip()
        x += _columns(piece)


def _words(x: int, y: int, text: str, looks: str) -> str:
    left, base, length = MARGIN + x * CELL_WIDTH, MARGIN + y * CELL_HEIGHT + BASELINE, _columns(text) * CELL_WIDTH
    return (
        f'<text x="{left:.1f}" y="{base}" textLength="{length:.1f}" xml:space="preserve" {looks}>{escape(text)}</text>'
    )


def _line(x: int, y: int, text: str) -> str:
    left, top = MARGIN + x * CELL_WIDTH, MARGIN + y * CELL_HEIGHT
    if text[0] == "│":
        return f'<path d="M{left + CELL_WIDTH / 2:.1f} {top}v{CELL_HEIGHT}" stroke="{INK}" opacity=".5"/>'
    return f'<path d="M{left:.1f} {top + CELL_HEIGHT // 2}h{len(text) * CELL_WIDTH:.1f}" stroke="{INK}" opacity=".5"/>'


def _box(x: int, y: int, columns: int, colour: str) -> str:
    left, top = MARGIN + x * CELL_WIDTH, MARGIN + y * CELL_HEIGHT
    return f'<rect x="{left:.1f}" y="{top}" width="{columns * CELL_WIDTH:.1f}" height="{CELL_HEIGHT}" fill="{colour}"/>'


def _columns(text: str) -> int:
    return sum(max(wcwidth(letter), 0) for letter in text)
