"""The scenarios in a folder."""

from pathlib import Path

import click

from simulator.loader.packs import WALKS, files_in, walks_beside


def scenarios_in(folder: Path) -> list[Path]:
    """The scenario files anywhere in a folder, by path. Raises UsageError where there is none."""
    found = [path for path in files_in([folder]) if _is_scenario(path)]
    if not found:
        raise click.UsageError(f"{folder}: there is no scenario in it, nor in the folders below it")
    return found


def _is_scenario(path: Path) -> bool:
    """What cannot be read at all may be one: better told than passed over."""
    from simulator.authoring.file_kinds import kind_of
    from simulator.loader.yaml_nodes import read_yaml

    if path.stem.endswith(WALKS):
        return False
    document = read_yaml(path, str(path))
    unreadable = document.data is None and bool(document.problems)
    return unreadable or walks_beside(path).is_file() or kind_of(document.data) == "scenario"
