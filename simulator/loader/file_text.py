"""The bytes of a file as text that is safe to work with, or the one problem that forbids it."""

import re

from simulator.loader.document import Spot
from simulator.model.source import Location, Problem

LARGEST = 2 * 1024 * 1024

# The separators U+0085, U+2028 and U+2029 end a line for YAML 1.1 parsers, but not for editors and not in YAML 1.2.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def decoded(raw: bytes, shown: str) -> str | Problem:
    """The text without its byte order mark."""
    if len(raw) > LARGEST:
        return problem_at(shown, (1, 1), "too-large", ("the file has more than 2 MiB", "split it"))
    return decoded_bulk(raw, shown)


def decoded_bulk(raw: bytes, shown: str) -> str | Problem:
    """The same for a file of many examples, which may be of any size."""
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        words = (f"byte {raw[error.start]:#04x} is no UTF-8", "save the file as UTF-8")
        return problem_at(shown, _spot(raw[: error.start].decode("utf-8")), "not-utf8", words)
    found = CONTROL.search(text)
    return control_character(shown, _spot(text[: found.start()]), found.group()) if found else text


def control_character(shown: str, spot: Spot, character: str) -> Problem:
    """The problem of an invisible character, at the spot given."""
    words = (f"it holds the invisible character U+{ord(character):04X}", "take it out")
    return problem_at(shown, spot, "control-character", words)


def problem_at(shown: str, spot: Spot, code: str, words: tuple[str, str]) -> Problem:
    """A problem of the file itself; `words` are what is wrong and what would be right."""
    place = Location(path=shown, line=spot[0], column=spot[1])
    return Problem(location=place, where="", what=words[0], remedy=words[1], code=code)


def _spot(before: str) -> Spot:
    return before.count("\n") + 1, len(before) - before.rfind("\n")
