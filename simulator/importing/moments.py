"""Dates and times as exports write them, in seconds since 1970; a time without a zone is taken as it is written."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from math import isfinite
from typing import Any, Literal, NamedTuple

DateOrder = Literal["year", "day", "month"]
"""What stands first in a date."""

_FORMS = ("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d.%m.%Y", "%d/%m/%Y")
_MILLISECONDS_FROM = 1e11
"""As seconds this would be after the year 5000."""
_LONGEST_TALK = 100 * 365 * 86_400


class Numbers(NamedTuple):
    """The three numbers of a date as they stand there, and the time of day in seconds."""

    date: tuple[int, int, int]
    seconds: int


def moment(value: Any) -> float | None:
    """Seconds since 1970 of ISO 8601, a plain European date, or a number that is one; None where it is nothing."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        return _written(str(value).strip())
    if not isfinite(number) or abs(number) > 1e15:
        return None
    return number / 1000 if abs(number) >= _MILLISECONDS_FROM else number


def seconds(value: Any) -> float:
    """Seconds from the first message, 0 where the value is no such number or more than any talk takes."""
    found = moment(value) if isinstance(value, int | float | str) else None
    return found if found and 0 < found < _LONGEST_TALK else 0.0


def _written(text: str) -> float | None:
    try:
        return _since_1970(datetime.fromisoformat(text))
    except ValueError:
        pass
    for form in _FORMS:
        try:
            return _since_1970(datetime.strptime(text, form))
        except ValueError:
            continue
    return None


def _since_1970(when: datetime) -> float:
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def date_order(numbers: Sequence[Numbers], clock_of_twelve: Sequence[str]) -> DateOrder:
    """Which part of the dates stands first: by what is possible, then by what runs forward, then by the clock.

    Where a day and a month could be either everywhere, a clock of twelve hours (AM, PM) speaks for the month first.
    """
    if any(one.date[0] > 31 for one in numbers):
        return "year"
    orders: tuple[DateOrder, ...] = ("month", "day") if any(clock_of_twelve) else ("day", "month")
    possible = [order for order in orders if all(at(one, order) is not None for one in numbers)]
    forward = [order for order in possible if _runs_forward(numbers, order)]
    return (*forward, *possible, "day")[0]


def at(numbers: Numbers, order: DateOrder) -> float | None:
    """The moment the numbers say in this order, None where there is no such day."""
    first, second, third = numbers.date
    year, month, day = {"year": (first, second, third), "day": (third, second, first), "month": (third, first, second)}[
        order
    ]
    try:
        return datetime(year + 2000 if year < 100 else year, month, day, tzinfo=UTC).timestamp() + numbers.seconds
    except (ValueError, OverflowError):
        return None


def _runs_forward(numbers: Sequence[Numbers], order: DateOrder) -> bool:
    moments = [at(one, order) or 0.0 for one in numbers]
    return all(earlier <= later for earlier, later in pairwise(moments))
