"""Plain data to nouns: whatever a noun refuses is told in an author's words, at its place in the file."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simulator.loader.document import Document, Loaded, Loc, children, in_order
from simulator.loader.noun_remedies import other_key, other_value, shown
from simulator.loader.suggestion import suggestion
from simulator.model.source import Problem

N = TypeVar("N", bound=BaseModel)

_CODES = {
    "missing": "missing-key",
    "union_tag_not_found": "missing-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "not-one-of",
    "union_tag_invalid": "not-one-of",
    "too_short": "too-few",
    "too_long": "too-many",
    "value_error": "not-together",
    "reason_needed": "reason-needed",
}
_BOUNDS = ("greater_than", "greater_than_equal", "less_than", "less_than_equal")


def build(document: Document, noun: type[N], check: Callable[[N], Iterable[Problem]] = lambda _: ()) -> Loaded[N]:
    """The noun of a document, or all problems of its file at once; those that `check` finds need a sound noun."""
    if document.data is None and document.problems:
        return Loaded(None, document.problems)
    try:
        value = noun.model_validate(document.data)
    except ValidationError as refused:
        told = {problem.location for problem in document.problems}
        errors = (error for error in refused.errors(include_url=False) if not _follows(error))
        found = (_problem(document, noun, error) for error in errors)
        return Loaded(None, in_order((*document.problems, *(one for one in found if one.location not in told))))
    problems = document.problems or in_order(check(value))
    return Loaded(None if problems else value, problems)


def _follows(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because its entries were refused, each with an error of its own."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _problem(document: Document, noun: type[BaseModel], error: ErrorDetails) -> Problem:
    loc = _way(document.data, error["loc"])
    code = _code(error)
    match code:
        case "missing-key":
            return document.problem(loc, code, f'the key "{_missing(error)}" is missing', "add it")
        case "unknown-key":
            remedy = other_key(document, noun, error)
            problem = document.problem(loc, code, f'there is no key "{loc[-1]}" here', remedy)
            return problem.model_copy(update={"location": document.key_place(loc)})
        case "not-one-of":
            return document.problem(loc, code, f"{shown(_input(error))} cannot stand here", _choices(error))
        case "too-few" | "too-many" | "out-of-range":
            return document.problem(loc, code, f"{shown(error['input'])} is {code.replace('-', ' ')}", _bound(error))
        case "wrong-type":
            if error["input"] is None and not loc:
                return document.problem(loc, code, "the file is empty", "begin it with `format: 1`")
            what = "nothing stands here" if error["input"] is None else f"{shown(error['input'])} cannot stand here"
            return document.problem(loc, code, what, other_value(noun, error))
    what, _, remedy = error["msg"].removeprefix("Value error, ").partition("; ")
    return document.problem(loc, code, what, remedy or "change it so that this holds")


def _way(data: Any, loc: Loc) -> Loc:
    """The part of pydantic's way that is in the file: no tags of unions, nothing a validator put in."""
    way: list[str | int] = []
    for step in loc:
        inner = children(data)
        if step in inner:
            data = inner[step]
            way.append(step)
    return tuple(way)


def _code(error: ErrorDetails) -> str:
    kind = error["type"]
    if kind == "missing" and isinstance(error["loc"][-1], int):
        return "too-few"
    return "out-of-range" if kind in _BOUNDS else _CODES.get(kind, "wrong-type")


def _missing(error: ErrorDetails) -> str:
    if error["type"] == "union_tag_not_found":
        return str(error.get("ctx", {}).get("discriminator", "")).strip("'")
    return str(error["loc"][-1])


def _input(error: ErrorDetails) -> Any:
    tag = error.get("ctx", {}).get("tag")
    return error["input"] if tag is None else tag


def _choices(error: ErrorDetails) -> str:
    told = error.get("ctx", {})
    choices = str(told.get("expected") or told.get("expected_tags") or "")
    names = [name.strip("'") for name in choices.replace(" or ", ", ").split(", ")]
    if _input(error) in names and f"'{_input(error)}'" not in choices:
        return "write it without quotes"
    return suggestion(str(_input(error)), names)


def _bound(error: ErrorDetails) -> str:
    told = error.get("ctx", {})
    match error["type"]:
        case "too_short":
            return f"write at least {told['min_length']}"
        case "too_long":
            return f"write at most {told['max_length']}"
        case "missing":
            return f"write at least {int(error['loc'][-1]) + 1}"
    word = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
    return " and ".join(f"write {word[name]} {limit:g}" for name, limit in told.items() if name in word)
