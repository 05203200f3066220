"""The feelings of a language, which a scenario may name; the language file itself is read with its codebook."""

from pathlib import Path

from simulator.loader.document import Loaded
from simulator.loader.nouns import build
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.codebook import Feelings


def load_feelings(path: Path, shown: str) -> Loaded[Feelings]:
    """The feelings of `rubrics/language/feelings.<language>.yaml`."""
    return build(read_yaml(path, shown), Feelings)
