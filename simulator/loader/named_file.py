"""The file that somebody names by its id or by its path, and what they probably meant where there is none."""

from collections.abc import Mapping
from pathlib import Path

from simulator.errors import ContentError
from simulator.listing import some_of
from simulator.loader.packs import WALKS, yaml_files
from simulator.loader.suggestion import nearest, suggestion

YAML = (".yaml", ".yml")
MOST_FILES = 4


def named_file(wanted: str, known: Mapping[str, Path], kind: str) -> Path:
    """The file of a scenario, rubric or form. Raises ContentError where neither id nor path leads to one."""
    if wanted in known:
        return known[wanted]
    path = Path(wanted)
    if path.suffix in YAML and path.is_file():
        return path
    raise ContentError(f'no {kind} "{wanted}"; {_meant(path) or suggestion(wanted, known)}')


def _meant(path: Path) -> str | None:
    """What to write in place of a path that leads to no file of ours; None where it is more like an id."""
    if path.is_dir():
        names = [str(file) for file in _files(path)]
        return f"that is a folder; name a file in it: {some_of(names, MOST_FILES)}" if names else "that folder has none"
    if path.is_file():
        return "that file does not end in .yaml"
    if path.with_name(f"{path.name}.yaml").is_file():
        return f'did you mean "{path}.yaml"?'
    if path.suffix not in YAML and path.parent == Path():
        return None
    files = {file.name: file for file in _files(path.parent)}
    near = nearest(path.name if path.suffix else f"{path.name}.yaml", files)
    return f'there is no such file; did you mean "{files[near]}"?' if near else "there is no such file"


def _files(folder: Path) -> list[Path]:
    return [file for file in yaml_files(folder) if not file.stem.endswith(WALKS)]
