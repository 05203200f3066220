"""What an unquoted word of YAML stands for, by the core schema of YAML 1.2.2 (10.3.2).

So `no`, `on`, `12:30` and `1_000` are words, and `010` is ten. Infinity and not-a-number stay words too: nothing that
an author can set is infinite.
"""

import math
import re

_INT = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]{1,30}|[0-9]{1,30}(\.[0-9]{0,30})?)([eE][-+]?[0-9]{1,4})?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


_OPENING = "“„«»‘’"
_CLOSING = "”“»«"
_QUOTES = frozenset(_OPENING + _CLOSING)


def curly_quote(word: str) -> str | None:
    """The typographic quotation mark that an unquoted scalar begins with, or ends with where none in it opens."""
    if not word or word[0] in _OPENING:
        return word[:1] or None
    return word[-1] if word[-1] in _CLOSING and not _QUOTES.intersection(word[:-1]) else None


def plain(word: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar; numbers too long to be meant as numbers stay words."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in "0123456789+-.":
        return word
    if _INT.fullmatch(word):
        base = {"0o": 8, "0x": 16}.get(word[:2], 10)
        return int(word, base)
    if _FLOAT.fullmatch(word):
        number = float(word)
        return number if math.isfinite(number) else word
    return word
