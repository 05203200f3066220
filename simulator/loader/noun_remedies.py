"""What to write in place of a key or a value that a noun refuses."""

import re
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from simulator.loader.document import Document, Loc, children
from simulator.loader.noun_keys import keys_at, keys_inside, kinds_with
from simulator.loader.suggestion import MOST_NAMED, nearest, suggestion

_EXPECTED = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "tuple": "a list",
    "list": "a list",
    "dict": "a block of keys",
    "model": "a block of keys",
}
"""What a noun takes, by the first word of pydantic's type of error."""


_NAMES = re.compile(r"[\w-]+(, *[\w-]+)*")


def other_key(document: Document, noun: type[BaseModel], error: ErrorDetails) -> str:
    """What to write in place of a key that is not known at the end of pydantic's way."""
    *around, last = error["loc"]
    key, way = str(last), tuple(around)
    keys = keys_at(noun, way)
    name, colon, _ = key.partition(":")
    if colon and name in keys:
        return f'put a space behind "{name}:"'
    if kinds := kinds_with(noun, way, key):
        return f"it belongs to kind {' or '.join(kinds)}"
    if inside := keys_inside(noun, way, key):
        return f"it belongs into {' or '.join(inside)}; indent it like the lines there"
    told = suggestion(key, keys - {key})
    if nearest(key, keys) is not None and " " not in key:
        return told
    if error["input"] is None:
        return f"{told}; where it belongs to a list before it, put that list in [ ]"
    if isinstance(error["input"], str) and len(_block(document.data, way)) == 1:
        return f"{told}; where all of it is one text, put it in quotes"
    return told


def _block(data: Any, way: Loc) -> Any:
    """The block of keys at the end of pydantic's way, without the steps that are not in the file."""
    for step in way:
        data = children(data).get(step, data)
    return data


def other_value(noun: type[BaseModel], error: ErrorDetails) -> str:
    """What to write in place of a value of another kind than the key takes."""
    wanted = _EXPECTED.get(error["type"].partition("_")[0], "another kind of value")
    value = error["input"]
    if isinstance(value, int | float) and wanted in ("text", "a block of keys"):
        # A number with a fraction is not always shown as it was written: 6.30.
        quoted = "put it in quotes" + ("" if isinstance(value, float) else f': "{shown(value)}"')
        return quoted + (", or write a block of keys" if wanted != "text" else "")
    left_out = ", or leave the key out" if value is None and wanted.startswith("a ") else ""
    if wanted == "a list":
        return "write a list" + _as_list(value) + left_out
    if wanted == "a block of keys":
        return "write a block of keys" + (_condition(noun, error) or _keys(noun, error)) + left_out
    return f"write {wanted}{left_out}"


def _as_list(value: Any) -> str:
    """How what stands there becomes a list."""
    if isinstance(value, dict):
        return ": begin each of its entries with a dash"
    if isinstance(value, str) and _NAMES.fullmatch(value):
        return f", such as [{', '.join(value.replace(',', ' ').split())}]"
    return ": put it in [ ], or begin each text with a dash" if isinstance(value, str) else ""


def _keys(noun: type[BaseModel], error: ErrorDetails) -> str:
    """The keys of the block, where they are few."""
    keys = sorted(keys_at(noun, error["loc"]))
    below = " below it, indented more" if error["input"] is None else ""
    return f"{below} ({', '.join(keys)})" if keys and len(keys) <= MOST_NAMED else below


def _condition(noun: type[BaseModel], error: ErrorDetails) -> str:
    """The condition that a word or a list of words, written in its place, probably means."""
    value = error["input"]
    words = [value] if isinstance(value, str) else value
    if "any" not in keys_at(noun, error["loc"]) or not isinstance(words, list) or not words:
        return ""
    if not all(isinstance(word, str) for word in words):
        return ""
    key, _, rest = words[0].partition(" ")
    if rest and key in keys_at(noun, error["loc"]):
        return f", such as {{{key}: {rest}}}"
    named = ", ".join(words) if all(_NAMES.fullmatch(word) for word in words) else "ACT"
    return f", such as {{any: [{named}]}}"


def shown(value: Any) -> str:
    """A value as messages show it."""
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"' if len(value) <= 60 else f'"{value[:57]}..."'
        case list() | tuple():
            return f"a list of {len(value)}" if value else "an empty list"
        case dict():
            return "a block of keys"
    return str(value)
