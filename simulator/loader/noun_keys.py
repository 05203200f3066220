"""Which keys a noun knows at a place of its file, for the remedy of an unknown one."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from simulator.loader.document import Loc


def keys_at(noun: type[BaseModel], loc: Loc) -> frozenset[str]:
    """The keys of whatever nouns can stand at `loc` inside `noun`, as the file names them.

    `loc` may be a way as pydantic tells it: where nouns are told apart by a kind, that is a step too, and only the
    keys of that kind count.
    """
    return frozenset(key for kind in _kinds_at(noun, loc) if _is_noun(kind) for key in _fields(kind))


def kinds_with(noun: type[BaseModel], loc: Loc, key: str) -> list[str]:
    """The kinds that know a key, where `loc` ends with a kind; else none."""
    tagged = {tag: kind for kind in _kinds_at(noun, loc[:-1]) if (tag := _tag(kind))}
    return sorted(tag for tag, kind in tagged.items() if key in _fields(kind)) if loc and loc[-1] in tagged else []


def keys_inside(noun: type[BaseModel], loc: Loc, key: str) -> list[str]:
    """The keys of what stands at `loc` that lead to nouns which know this key, though it itself does not."""
    fields = {name: kind for outer in _kinds_at(noun, loc) if _is_noun(outer) for name, kind in _fields(outer).items()}
    return sorted(name for name, kind in fields.items() if any(key in _fields(inner) for inner in _nouns(kind)))


def _nouns(kind: Any) -> list[type[BaseModel]]:
    """The nouns that a value is, or that its entries are."""
    members = _members(kind)
    entries = [entry for member in members if not _is_noun(member) for entry in _inside(member, 0)]
    return [one for one in (*members, *entries) if _is_noun(one)]


def _kinds_at(noun: type[BaseModel], loc: Loc) -> list[Any]:
    kinds: list[Any] = _members(noun)
    for step in loc:
        tagged = [kind for kind in kinds if _tag(kind) == step]
        kinds = tagged or [inner for kind in kinds for inner in _inside(kind, step)]
    return kinds


def _tag(kind: Any) -> str | None:
    """The one word that a noun's `kind`, or whatever key tells it from others, can have."""
    fields = _fields(kind).values() if _is_noun(kind) else ()
    words = (get_args(annotation) for annotation in fields if get_origin(annotation) is Literal)
    return next((word for word, *others in words if isinstance(word, str) and not others), None)


def _is_noun(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _fields(noun: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in noun.model_fields.items()}


def _inside(kind: Any, step: str | int) -> list[Any]:
    """The kinds of value that the step leads to."""
    if _is_noun(kind):
        return _members(_fields(kind).get(str(step)))
    arguments = [argument for argument in get_args(kind) if argument is not Ellipsis]
    return _members(arguments[-1]) if arguments else []


def _members(kind: Any) -> list[Any]:
    """The kinds that an annotation stands for: a union is all of its members."""
    if _is_noun(kind) and issubclass(kind, RootModel):
        return _members(kind.model_fields["root"].annotation)
    if get_origin(kind) is Annotated:
        return _members(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [member for part in get_args(kind) for member in _members(part)]
    return [] if kind in (None, NoneType) else [kind]
