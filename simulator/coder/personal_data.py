"""Personal data is replaced by placeholders before a message is read or stored (manual 6.1, 6.2); first names stay."""

import re
from collections.abc import Callable
from typing import NamedTuple

from simulator.coder.address_patterns import ADDRESSES
from simulator.coder.name_list import NO_NAMES, NameList
from simulator.coder.personal_patterns import (
    CARDS,
    DOCUMENTS,
    EMAILS,
    HANDLES,
    IBANS,
    LINKS,
    MENTIONED_PHONES,
    NAMED_CARDS,
    PHONES,
    SITES,
)
from simulator.model.noun import Noun

_FEWEST_DIGITS = 9
_LETTER_VALUE = {letter: str(ord(letter) - ord("A") + 10) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_DATE = re.compile(r"\D?\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)\d\d(?!\d)|(?:19|20)\d\d[ ./-]\d{1,2}[ ./-]\d{1,2}(?!\d)")
_GROUP = re.compile(r"\d+")


def _is_card(found: str) -> bool:
    """By Luhn's check digit."""
    digits = [int(one) for one in found if one.isdigit()]
    doubled = (2 * digit - 9 if digit > 4 else 2 * digit for digit in digits[-2::-2])
    return (sum(doubled) + sum(digits[::-2])) % 10 == 0 and any(digits)


def _is_iban(found: str) -> bool:
    """By its check digits: the number with the country moved behind leaves 1 when divided by 97."""
    plain = re.sub(r"[ -]", "", found).upper()
    moved = "".join(_LETTER_VALUE.get(one, one) for one in plain[4:] + plain[:4])
    return 15 <= len(plain) <= 34 and moved.isdecimal() and int(moved) % 97 == 1


def _is_no_date(found: str) -> bool:
    """Neither a date nor a row of years."""
    years = (len(group) == 4 and group[:2] in ("19", "20") for group in _GROUP.findall(found))
    return not _DATE.match(found) and not all(years)


def _is_phone(found: str) -> bool:
    """No date, and no row of round numbers such as doses: 200 300 400."""
    groups = _GROUP.findall(found)
    if len(groups) > 1 and found[0] not in "+0(" and all(len(one) <= 3 and int(one) % 5 == 0 for one in groups):
        return False
    long_enough = found[0] != "0" or sum(map(len, groups)) >= _FEWEST_DIGITS
    return long_enough and not found.startswith("000") and _is_no_date(found)


def _always(_: str) -> bool:
    return True


class _Kind(NamedTuple):
    """One kind of personal data: how it looks, what has to hold besides, and how many digits the text needs for it."""

    name: str
    patterns: tuple[re.Pattern[str], ...]
    holds: Callable[[str], bool] = _always
    digits: int = 0


_KINDS = (
    _Kind("link", LINKS),
    _Kind("email", EMAILS),
    _Kind("link", SITES),
    _Kind("handle", HANDLES),
    _Kind("iban", IBANS, _is_iban, digits=11),
    _Kind("card", CARDS, _is_card, digits=13),
    _Kind("card", NAMED_CARDS, digits=12),
    _Kind("phone", MENTIONED_PHONES, digits=7),
    _Kind("address", ADDRESSES, digits=1),
    _Kind("document", DOCUMENTS, _is_no_date, digits=5),
    _Kind("phone", PHONES, _is_phone, digits=5),
)
"""In this order: what an earlier kind took is not looked at again."""


class Replaced(Noun):
    """A text after replacement, and how many pieces of each kind were replaced."""

    text: str
    counts: dict[str, int] = {}


def replace_personal_data(text: str, names: NameList = NO_NAMES) -> Replaced:
    """Phones, e-mails, links, handles, addresses and numbers become `[phone]` and so on; names what the list says."""
    counts: dict[str, int] = {}
    digits = sum(map(str.isdigit, text))
    for kind in _KINDS:
        for pattern in kind.patterns if digits >= kind.digits else ():
            text, found = _without(text, kind, pattern)
            if found:
                counts[kind.name] = counts.get(kind.name, 0) + found
    text, found = names.replace(text)
    return Replaced(text=text, counts={**counts, "name": found} if found else counts)


def _without(text: str, kind: _Kind, pattern: re.Pattern[str]) -> tuple[str, int]:
    found = 0
    kept = "keep" in pattern.groupindex

    def placed(match: re.Match[str]) -> str:
        nonlocal found
        before = match["keep"] if kept else ""
        if not kind.holds(match[0][len(before) :]):
            return match[0]
        found += 1
        return f"{before}[{kind.name}]"

    return pattern.sub(placed, text), found
