"""Cards of scenarios, read from a few keys of a long file: a list must not take as long as the scenarios."""

import re
from collections.abc import Iterator
from pathlib import Path

from simulator.loader.document import Loaded
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_bytes, read_yaml
from simulator.model.card import Card

# What belongs to a key of the file itself is indented, or a list or comment without a colon right after its first word.
_KEY = re.compile(rb"[\"']?(\w+)[\"']?[ \t]*:")


def load_card(path: Path, shown: str) -> Loaded[Card]:
    """The card of a scenario file, or the problems of its keys; the rest of the file is not even looked at."""
    try:
        raw = path.read_bytes()
    except OSError:
        return build(read_yaml(path, shown), Card)
    wanted = {name.encode() for name in Card.model_fields}
    return build(read_bytes(b"\n".join(_only(wanted, raw)), shown), Card)


def _only(wanted: set[bytes], raw: bytes) -> Iterator[bytes]:
    """The lines of these keys, every other one blank, so that the line numbers stay."""
    is_wanted = True
    for line in raw.splitlines():
        key = _KEY.match(line)
        if key:
            is_wanted = key[1] in wanted
        yield line if is_wanted else b""
