"""Tables as CSV that a spreadsheet shows and never runs."""

import csv
import io
from collections.abc import Callable, Iterable

from simulator.exporting.tables import Cell, Row

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula; such a text gets an apostrophe before it."""


def to_csv(columns: tuple[str, ...], rows: Iterable[Row], visible: Callable[[str], str]) -> str:
    """One line of column names and one a row; `visible` shows what a text holds that cannot be seen."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column], visible) for column in columns])
    return file.getvalue()


def _cell(value: Cell, visible: Callable[[str], str]) -> str | int | float:
    """Numbers stay numbers, so that a trust of -1 needs no apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else "\n".join(value)
    plain = visible(text)
    return f"'{plain}" if text.startswith(FORMULA) or plain.startswith(FORMULA) else plain
