"""Nouns of files with the text they are kept as: what nobody asks for is neither read nor made."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import Generic, TypeVar

from simulator.loader.cache import CacheEntry, find, keep
from simulator.loader.document import Loaded
from simulator.model.noun import Noun

N = TypeVar("N", bound=Noun)


class Content(Generic[N]):
    """A noun and its JSON, whichever was there first; `load` makes the noun anew where what was kept is damaged."""

    def __init__(self, parse: Callable[[str], N], load: Callable[[], N], kept: CacheEntry | None = None) -> None:
        self._parse = parse
        self._load = load
        self._kept = kept

    @cached_property
    def noun(self) -> N:
        """The noun. Raises ContentError where nothing good was kept and its files are wrong."""
        text = self._kept.text() if self._kept else None
        with suppress(ValueError):
            if text is not None:
                return self._parse(text)
        return self._load()

    @cached_property
    def text(self) -> str:
        """The JSON."""
        return (self._kept and self._kept.text()) or self.noun.model_dump_json(by_alias=True)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the JSON."""
        return self._kept.sha256 if self._kept else hashlib.sha256(self.text.encode()).hexdigest()


def kept_content(
    kind: str, made_from: str, noun: Callable[[], type[N]], load: Callable[[], Loaded[N]]
) -> Loaded[Content[N]]:
    """What was kept for exactly this, or else the noun that `load` makes, kept from now on; or all its problems.

    `noun` names the type: most of what begins with a content never asks for what only that type needs.
    """
    kept = find(kind, made_from)
    if kept:
        return Loaded(Content(lambda text: noun().model_validate_json(text), lambda: load().needed(), kept))
    loaded = load()
    if loaded.value is None:
        return Loaded(None, loaded.problems)
    content = content_of(loaded.value)
    keep(kind, made_from, content.text)
    return Loaded(content)


def content_of(noun: N) -> Content[N]:
    """The content a noun is."""
    return Content(type(noun).model_validate_json, lambda: noun)
