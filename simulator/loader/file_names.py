"""An id is the name of its file, so that whoever reads the one finds the other."""

from collections.abc import Iterator
from pathlib import PurePath

from simulator.loader.document import Document
from simulator.model.source import Problem


def id_is_file_name(found: str, key: str, document: Document) -> Iterator[Problem]:
    """A problem at `key` where the id found there is not the file's name without `.yaml`."""
    name = PurePath(document.path).stem
    if found != name:
        yield document.problem((key,), "id-not-file-name", f'"{found}" is not the name of the file', f'write "{name}"')
