"""What somebody has set once, and where: environment variables go before the file, the file before the defaults."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from simulator.configuration.place import variable
from simulator.loader.document import Document
from simulator.loader.nouns import build
from simulator.loader.toml_file import read_toml
from simulator.model.preferences import Preferences

KEYS = tuple(Preferences.model_fields)
TABLES = ("help_lines",)
"""Keys that hold a table; they have no environment variable."""

DEFAULT = "default"
NO_COLOR = "NO_COLOR"
"""The variable many programs share; ours goes before it."""


class Mistake(NamedTuple):
    """What cannot be used: the file with its line, or the variable; the key (empty: the whole file)."""

    place: str
    key: str
    words: str

    def __str__(self) -> str:
        return f"{self.place}: {self.words}"


class Configuration(NamedTuple):
    """The preferences, what was wrong with anything else, and for each key that is set somewhere where that is."""

    preferences: Preferences
    mistakes: tuple[Mistake, ...]
    origins: dict[str, str]

    def origin(self, key: str) -> str:
        """A variable, a file with a line, or `default`."""
        return self.origins.get(key, DEFAULT)


def read_configuration(file: Path, environment: Mapping[str, str]) -> Configuration:
    """The configuration; what cannot be used is told and left out, so that a mistake in one key spoils no other."""
    in_file, around = read_toml(file, str(file)), _environment(environment)
    of_file, of_environment = _usable(in_file.data), _usable(around.data)
    origins = {key: f"{file}:{_line(in_file, key)}" for key in of_file} | {key: variable(key) for key in of_environment}
    if "color" in of_environment and not environment.get(variable("color")):
        origins["color"] = NO_COLOR
    preferences = Preferences.model_validate({**of_file, **of_environment})
    return Configuration(preferences, (*_of_file(in_file), *_of_environment(around)), origins)


def _environment(environment: Mapping[str, str]) -> Document:
    """What variables say, as if it were a file; an empty variable says nothing."""
    data = {key: environment[variable(key)] for key in KEYS if key not in TABLES and environment.get(variable(key))}
    if environment.get(NO_COLOR):
        data.setdefault("color", "never")
    return Document("", data, values={(key,): (1, 1) for key in data})


def _of_file(document: Document) -> Iterator[Mistake]:
    for one in build(document, Preferences).problems:
        words = f"{one.where}: {one.what}; {one.remedy}".removeprefix(": ")
        yield Mistake(f"{one.location.path}:{one.location.line}", one.where.partition(".")[0], words)


def _of_environment(document: Document) -> Iterator[Mistake]:
    for one in build(document, Preferences).problems:
        yield Mistake(variable(one.where), one.where, f"{one.what}; {one.remedy}")


def _usable(data: Any) -> dict[str, Any]:
    """The keys, and the rows of tables, that are as they should be."""
    good = {key: dict(value) if isinstance(value, dict) else value for key, value in (data or {}).items()}
    try:
        Preferences.model_validate(good)
    except ValidationError as refused:
        for error in refused.errors(include_url=False):
            key, *rest = error["loc"]
            block = good[str(key)] if rest else good
            del block[rest[0] if rest else key]
    return good


def _line(document: Document, key: str) -> int:
    return next((line for loc, (line, _) in document.keys.items() if loc[:1] == (key,)), 1)
