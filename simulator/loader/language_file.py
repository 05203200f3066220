"""Language files: the words a coder needs of a language."""

from pathlib import Path

from simulator.loader.document import Loaded
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.codebook import Feelings
from simulator.model.language import Language


def load_language(path: Path, shown: str) -> Loaded[Language]:
    """The language of `rubrics/language/<language>.yaml`."""
    return build(read_yaml(path, shown), Language)


def load_feelings(path: Path, shown: str) -> Loaded[Feelings]:
    """The feelings of `rubrics/language/feelings.<language>.yaml`."""
    return build(read_yaml(path, shown), Feelings)
