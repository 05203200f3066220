"""Which keys a noun knows at a place of its file, for the remedy of an unknown one."""

from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from simulator.loader.document import Loc


def keys_at(noun: type[BaseModel], loc: Loc) -> frozenset[str]:
    """The keys of whatever nouns can stand at `loc` inside `noun`, as the file names them."""
    kinds: list[Any] = _members(noun)
    for step in loc:
        kinds = [inner for kind in kinds for inner in _inside(kind, step)]
    return frozenset(key for kind in kinds if _is_noun(kind) for key in _fields(kind))


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
