"""Changing one key of the configuration file; comments and everything else in it stay as they are."""

import shutil
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from simulator.configuration.values import TABLES
from simulator.errors import ContentError, SimulatorError
from simulator.loader.document import Document
from simulator.loader.nouns import build
from simulator.loader.suggestion import suggestion
from simulator.loader.toml_file import read_toml
from simulator.model.preferences import Preferences

Way = tuple[str, ...]
"""A key, or a table and a name in it."""


def way_to(key: str) -> Way:
    """`front` or `help_lines.NAME` as a way. SimulatorError where there is no such key."""
    first, dot, name = key.partition(".")
    if first not in Preferences.model_fields:
        raise SimulatorError(f'no key "{first}"; {suggestion(first, Preferences.model_fields)}')
    if dot and first not in TABLES:
        raise SimulatorError(f'"{first}" has no keys of its own; write {first} alone')
    return (first, name) if name else (first,)


def set_key(file: Path, way: Way, text: str) -> Any:
    """Set a key to what the text means, which is returned. SimulatorError where the key takes something else."""
    if way[0] in TABLES and len(way) == 1:
        raise SimulatorError(f"{way[0]} is a table; name a row of it, such as {way[0]}.Supervisor")
    found = build(Document("", {way[0]: text if len(way) == 1 else {way[1]: text}}), Preferences)
    if found.value is None:
        raise SimulatorError(f"{'.'.join(way)}: {found.problems[0].what}; {found.problems[0].remedy}")
    value = getattr(found.value, way[0])
    value = value[way[1]] if len(way) > 1 else value
    document = _parsed(file)
    block = document if len(way) == 1 else document.setdefault(way[0], tomlkit.table())
    block[way[-1]] = value
    _write(file, tomlkit.dumps(document))
    return value


def unset_key(file: Path, way: Way) -> bool:
    """Take a key out of the file; False where it is not there."""
    document = _parsed(file)
    block = document if len(way) == 1 else document.get(way[0], {})
    if way[-1] not in block:
        return False
    del block[way[-1]]
    _write(file, tomlkit.dumps(document))
    return True


def _parsed(file: Path) -> MutableMapping[str, Any]:
    """The file as it stands; ContentError where it has to be mended by hand first."""
    broken = read_toml(file, str(file)).problems
    if broken:
        raise ContentError(f"{broken[0].location.path}:{broken[0].location.line}: {broken[0].what}; mend it first")
    try:
        return tomlkit.parse(file.read_bytes() if file.exists() else "")
    except TOMLKitError as wrong:
        raise ContentError(f"{file}: {wrong}; mend it first") from None


def _write(file: Path, text: str) -> None:
    """In one go or not at all; a link to a file elsewhere stays a link."""
    file = file.resolve()
    new = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(text.encode())
        if file.exists():
            shutil.copymode(file, new)
        new.replace(file)
    except OSError as wrong:
        raise SimulatorError(f"{file}: cannot be written ({wrong.strerror}); make the folder writable") from None
