"""What can stand where somebody presses Tab: read from names and first lines of files, because a shell waits for it.

Nothing here is checked, and whatever goes wrong `main` turns into no completion.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.loader.packs import packs, yaml_files
from simulator.model.defaults import DEFAULT_LANGUAGE
from simulator.model.manner import MANNERS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from simulator.store.glimpse import Glimpse

    Items = list[CompletionItem[Any]]

LEVELS = ("beginner", "intermediate", "advanced")
STAGES = ("contact", "request", "information", "options", "closing")
CONFIGURATION: dict[str, tuple[str, ...]] = {
    "trainee": (),
    "supervisor": (),
    "database": (),
    "front": ("inline", "full-screen", "plain"),
    "pace": (),
    "mode": MANNERS,
    "color": ("auto", "always", "never"),
    "help_lines.": (),
}
"""The keys of the configuration with their words; all this is written out because the nouns take too long to read."""

_TITLE = re.compile(rb"^title:[ \t]*[\"']?(.*?)[\"']?[ \t\r]*$", re.MULTILINE)
_MATTERS = re.compile(r"^  ([\w-]+):\s*\{?\s*matters:\s*[\"']?most", re.MULTILINE)
_LIST = r"^{}:[^\n]*\n((?:[ #-][^\n]*\n|\n)*)"
_BEGINS = re.compile(r"^( *- *\{? *)id: *[\"']?([\w-]+)", re.MULTILINE)
_HEAD_BYTES = 2048


def one_of(*words: str) -> Callable[[click.Context, click.Parameter, str], "Items"]:
    """Complete to one of these words."""
    return lambda context, parameter, typed: _items(typed, words)


def scenario_ids(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """Scenarios with their titles; a path is left to the shell."""
    return _named_files(typed, packs().scenarios())


def state_names(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """The states of the scenario that the line so far names."""
    return _items(typed, _names_in(context, "states"))


def place_names(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """Its states and endings."""
    return _items(typed, [*_names_in(context, "states"), *_names_in(context, "endings")])


def _names_in(context: click.Context, key: str) -> list[str]:
    """The ids of a list of the scenario that the line so far names."""
    # While an option lacks its word, click leaves the arguments before it unread.
    scenario = context.params["scenario"] or context.args[0]
    text = packs().scenarios().get(scenario, Path(scenario)).read_text(encoding="utf-8")
    (rows,) = re.findall(_LIST.format(key), text, re.MULTILINE)
    begins = _BEGINS.findall(rows)
    return [name for indent, name in begins if indent == begins[0][0]]


def rubric_ids(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """Rubrics with their titles; a path is left to the shell."""
    return _named_files(typed, packs().rubrics())


def languages(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """Languages with a codebook."""
    return _items(typed, packs().codebooks())


def acts(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """Acts of the codebook of the language asked for."""
    language = context.params.get("language") or DEFAULT_LANGUAGE
    return _items(typed, (path.stem for path in yaml_files(packs().codebooks()[language] / "codebook" / language)))


def skills(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """Criteria that matter most in a scenario."""
    texts = (path.read_text(encoding="utf-8") for path in packs().scenarios().values())
    return _items(typed, sorted({name for text in texts for name in _MATTERS.findall(text)}))


def session_ids(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """All sessions, the latest first."""
    return _explained(typed, {one.id: f"{one.scenario}, {one.date}" for one in _sessions(context)})


def open_session_ids(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """The sessions that can be gone on with, the latest first."""
    sessions = (one for one in _sessions(context) if one.last not in ("stop", "end"))
    return _explained(typed, {one.id: f"{one.scenario}, {one.date}" for one in sessions})


def trainee_codes(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """The trainees of the latest sessions."""
    return _items(typed, dict.fromkeys(one.trainee for one in _sessions(context) if one.trainee))


def configuration_keys(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """The keys of the configuration file."""
    return _items(typed, CONFIGURATION)


def configuration_values(context: click.Context, parameter: click.Parameter, typed: str) -> "Items":
    """What the key before it can be, where that is one of a few words."""
    return _items(typed, CONFIGURATION[context.params["key"]])


def _sessions(context: click.Context) -> "list[Glimpse]":
    """Those of the database that the line so far names, or the configuration."""
    from simulator.configuration.place import as_written
    from simulator.store.glimpse import glimpses
    from simulator.store.place import database_path

    above = context.parent.params if context.parent else {}
    option = context.params.get("database") or above.get("database")
    return glimpses(database_path(option or as_written("database", os.environ), os.environ))


def _named_files(typed: str, files: Mapping[str, Path]) -> "Items":
    from click.shell_completion import CompletionItem

    if "/" in typed or typed.startswith((".", "~")):
        return [CompletionItem(typed, type="file")]
    return _explained(typed, {name: _title(path) for name, path in files.items() if name.startswith(typed)})


def _title(path: Path) -> str:
    with path.open("rb") as file:
        found = _TITLE.search(file.read(_HEAD_BYTES))
    return found[1].decode("utf-8", "replace") if found else ""


def _items(typed: str, words: Iterable[str]) -> "Items":
    return _explained(typed, dict.fromkeys(words, ""))


def _explained(typed: str, words: Mapping[str, str]) -> "Items":
    """The words that begin as typed, with what some shells show beside them."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(word, help=about) for word, about in words.items() if word.startswith(typed)]
