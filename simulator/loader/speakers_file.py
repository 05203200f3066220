"""Speakers files: who is who in a conversation from elsewhere."""

from pathlib import Path

from simulator.loader.document import Loaded
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.speakers import Speakers


def load_speakers(path: Path) -> Loaded[Speakers]:
    """The speakers of a file."""
    return build(read_yaml(path, str(path)), Speakers)
