"""Codebooks as JSON in the user's cache folder, one file per `rubrics` folder and language.

Format 1 (since 0.1.0): a line with the key, then the codebook without examples and without its list of words. Whatever
is wrong with a kept codebook, it is as if there were none; and whoever cannot write does without.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from simulator import __version__, model
from simulator.loader.codebook_sources import CodebookSources
from simulator.model.codebook import Codebook

FORMAT = 1


def folder() -> Path:
    """Where this user's caches are."""
    from platformdirs import user_cache_path

    return user_cache_path("rehearse")


def find(sources: CodebookSources) -> Codebook | None:
    """The codebook kept for exactly these files, None where there is none."""
    with suppress(OSError, ValueError):
        key, _, kept = _path(sources).read_text(encoding="utf-8").partition("\n")
        if key == _key(sources):
            return Codebook.model_validate_json(kept).model_copy(update={"words": sources.words})
    return None


def keep(sources: CodebookSources, codebook: Codebook) -> None:
    """Keep the codebook for the next run; nothing happens where that is not possible."""
    kept = codebook.model_copy(update={"words": ""}).model_dump_json(by_alias=True, exclude_defaults=True)
    with suppress(OSError):
        path = _path(sources)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Another process may be reading: the file changes in one go or not at all.
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(f"{_key(sources)}\n{kept}")
            os.replace(made, path)
        except OSError:
            os.unlink(made)


def _path(sources: CodebookSources) -> Path:
    where = hashlib.sha256(str(sources.rubrics.resolve()).encode()).hexdigest()[:12]
    return folder() / f"codebook-{sources.language}-{where}.json"


def _key(sources: CodebookSources) -> str:
    return f"{FORMAT} {__version__} {_nouns()} {sources.sha256}"


@cache
def _nouns() -> str:
    """A hash of the nouns' own source: a codebook kept with other nouns is not this one."""
    paths: Iterable[Path] = sorted(Path(next(iter(model.__path__))).glob("*.py"))
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
