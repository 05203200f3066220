"""Signs that YAML keeps for itself, where an author meant them as part of a text, and blanks that indent nothing."""

import re
from typing import NamedTuple

from simulator.loader.yaml_refusal import Mistake, Refusal

_SCANNED = tuple(f"while scanning {what}" for what in ("an alias", "an anchor", "a tag", "a block scalar"))
_BEGINS = "an unquoted text cannot begin with {}"
_QUOTE = "put it in quotes"
_BLANK = re.compile("^ *([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])", re.MULTILINE)


class Place(NamedTuple):
    """A place of a text as parsers tell it: line and column count from 0."""

    line: int
    column: int


def blank(found: Refusal) -> Mistake:
    """A line that is indented with blanks of a word processor or a web page."""
    odd = _BLANK.search(found.text)
    if odd is None or odd.start() > found.mark.index:
        return None
    line = found.text.count("\n", 0, odd.start())
    place = Place(line, odd.start(1) - odd.start())
    return (
        place,
        f"the space here is no ordinary one (U+{ord(odd[1]):04X})",
        "type the spaces at the line's beginning anew",
    )


def sign(found: Refusal) -> Mistake:
    """A text in no quotes that begins with a sign, or a tab, or a dash where no list can begin."""
    if found.error.context in _SCANNED:
        first = found.text[found.begin.index]
        below = ", or begin it on the line below" if first in "|>" else ""
        return found.begin, _BEGINS.format(first), _QUOTE + below
    if "cannot start any token" in found.said or "a tab character" in found.said:
        if found.ahead[:1] == "\t":
            return found.mark, "a tab stands here", "indent with spaces"
        if found.ahead.startswith(("@", "`", "%", "|", ">")):
            return found.mark, _BEGINS.format(found.ahead[0]), _QUOTE
    if "found unexpected ':'" in found.said and found.ahead in (":[", ":{"):
        return found.mark, "there is no space behind this colon", "put one there"
    if "sequence entries are not allowed" in found.said:
        return found.mark, "a list with dashes begins behind a key", "begin it on the next line, or put it in [ ]"
    if "mapping keys are not allowed" in found.said and found.ahead[:1] == "?":
        return found.mark, _BEGINS.format("?"), _QUOTE
    return _no_entry(found)


def _no_entry(found: Refusal) -> Mistake:
    """What stands in a row [ ] in place of an entry."""
    if found.error.context != "while parsing a flow node":
        return None
    if found.ahead[:1] == ",":
        return found.mark, "nothing stands before this comma", "take the comma out, or write what is missing"
    if found.ahead[:1] == ":":
        return found.mark, _BEGINS.format(":"), _QUOTE
    return (found.mark, "a dash stands inside [ ]", "take it out") if found.ahead == "- " else None


def escape(found: Refusal) -> Mistake:
    r"""A \ in double quotes before what it cannot stand for."""
    if "unknown escape character" not in found.said:
        return None
    what = "a \\ in this text in double quotes begins no sign that YAML knows"
    return found.begin, what, "write \\\\ for it, or put the text in single quotes"
