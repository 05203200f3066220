"""The content that sessions were begun with, made ready once however many of them share it."""

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import ValidationError

from simulator.errors import StoreError
from simulator.library import KINDS, Frozen, Played
from simulator.model.scenario import Scenario
from simulator.readers import Readers, kept_readers
from simulator.script import Script
from simulator.store.events import SessionHead
from simulator.store.protocol import Store

if TYPE_CHECKING:
    from simulator.model.codebook import Codebook
    from simulator.model.rubric import Rubric

MOST_CODEBOOKS = 4
"""Each takes some megabytes."""


class OwnContent:
    """Content of a store by its hashes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rubric = lru_cache(self._read_rubric)
        self._codebook = lru_cache(maxsize=MOST_CODEBOOKS)(self._read_codebook)
        self._readers = lru_cache(maxsize=MOST_CODEBOOKS)(self._made_ready)
        self._script = lru_cache(self._scripted)

    def of(self, head: SessionHead) -> tuple[Played, Script]:
        """What a session is frozen to and played by. Raises StoreError where this version cannot read it."""
        need_content(head)
        scenario, rubric, codebook = (head.hashes[kind] for kind in KINDS)
        try:
            script = self._script(scenario, codebook)
            return Played(script.scenario, self._rubric(rubric), self._codebook(codebook)), script
        except ValidationError:
            remedy = f"go on with rehearse {head.program}, or begin a new session; nothing was changed"
            what = f"session {head.id} was begun with content this version cannot read"
            raise StoreError(f"{what}; {remedy}") from None

    def of_imported(self, head: SessionHead) -> tuple[Frozen, Readers]:
        """What an imported talk is judged by. Raises StoreError where this version cannot read it."""
        try:
            rubric, codebook = self._rubric(head.hashes["rubric"]), head.hashes["codebook"]
            scenario = self._scenario(head.hashes["scenario"]) if head.scenario else None
            return Frozen(scenario, rubric, self._codebook(codebook)), self._readers(codebook)
        except (ValidationError, KeyError):
            what = f"session {head.id} was imported with content this version cannot read"
            raise StoreError(f"{what}; read it with rehearse {head.program}; nothing was changed") from None

    def _read_rubric(self, sha256: str) -> "Rubric":
        from simulator.model.rubric import Rubric

        return Rubric.model_validate_json(self._store.content(sha256))

    def _read_codebook(self, sha256: str) -> "Codebook":
        from simulator.model.codebook import Codebook

        return Codebook.model_validate_json(self._store.content(sha256))

    def _made_ready(self, codebook: str) -> Readers:
        return kept_readers(lambda: self._codebook(codebook), codebook)

    def _scripted(self, scenario: str, codebook: str) -> Script:
        return Script(self._scenario(scenario), self._readers(codebook))

    def _scenario(self, sha256: str) -> Scenario:
        text = self._store.content(sha256)
        if '"continues"' in text:
            # A key that nothing was ever played by; scenarios kept before it went still have it.
            data = json.loads(text)
            data.pop("continues", None)
            text = json.dumps(data)
        return Scenario.model_validate_json(text)


def need_content(head: SessionHead) -> None:
    """Raises StoreError where a session of an older program keeps none of the content it was begun with."""
    missing = [kind for kind in KINDS if kind not in head.hashes]
    if missing:
        raise StoreError(
            f"session {head.id} keeps no {' and no '.join(missing)} of its own; rehearse {head.program} began it: "
            "read it there, or give the talk to `rehearse score`"
        )
