"""The content that sessions were begun with, made ready once however many of them share it."""

from functools import lru_cache

from pydantic import ValidationError

from simulator.errors import StoreError
from simulator.library import Frozen, Readers, make_readers
from simulator.model.codebook import Codebook
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.session import Script, make_script
from simulator.store.events import SessionHead
from simulator.store.protocol import Store

MOST_CODEBOOKS = 4
"""Each takes some megabytes."""


class OwnContent:
    """Content of a store by its hashes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rubric = lru_cache(lambda sha256: Rubric.model_validate_json(store.content(sha256)))
        self._readers = lru_cache(maxsize=MOST_CODEBOOKS)(self._made_ready)
        self._script = lru_cache(self._scripted)

    def of(self, head: SessionHead) -> tuple[Frozen, Script]:
        """What a session is frozen to and played by. Raises StoreError where this version cannot read it."""
        need_content(head)
        try:
            script = self._script(head.hashes["scenario"], head.hashes["codebook"])
            codebook = self._readers(head.hashes["codebook"]).codebook
            return Frozen(script.scenario, self._rubric(head.hashes["rubric"]), codebook), script
        except ValidationError:
            remedy = f"go on with rehearse {head.program}, or begin a new session; nothing was changed"
            what = f"session {head.id} was begun with content this version cannot read"
            raise StoreError(f"{what}; {remedy}") from None

    def _made_ready(self, codebook: str) -> Readers:
        return make_readers(Codebook.model_validate_json(self._store.content(codebook)))

    def _scripted(self, scenario: str, codebook: str) -> Script:
        readers = self._readers(codebook)
        read = Scenario.model_validate_json(self._store.content(scenario))
        return make_script(read, readers.coder, readers.client_reader)


def need_content(head: SessionHead) -> None:
    """Raises StoreError where a session of an older program keeps none of the content it was begun with."""
    missing = [kind for kind in Frozen._fields if kind not in head.hashes]
    if missing:
        raise StoreError(
            f"session {head.id} keeps no {' and no '.join(missing)} of its own; rehearse {head.program} began it: "
            "read it there, or give the talk to `rehearse score`"
        )
