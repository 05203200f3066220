"""Who reads the counselor and who reads the client, made from a codebook when first asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.coder.prepared import NOTHING_PREPARED, from_json, prepared_with
from simulator.errors import ContentError
from simulator.loader import cache

if TYPE_CHECKING:
    from simulator.coder.client_reader import ClientReader
    from simulator.coder.coder import Coder
    from simulator.model.codebook import Codebook


class Readers:
    """One codebook made ready when first asked for; `prepared` is the text of what an earlier run worked out."""

    def __init__(self, codebook: "Callable[[], Codebook]", prepared: Callable[[], str | None] = lambda: None) -> None:
        self._load = codebook
        self._prepared = prepared

    @property
    def codebook(self) -> "Codebook":
        """The codebook. Raises ContentError where it cannot be loaded."""
        return self._load()

    @cached_property
    def coder(self) -> "Coder":
        """The reader of counselor turns. Raises ContentError where a phrase of the codebook is malformed."""
        from simulator.coder.coder import Coder

        kept = self._prepared()
        with _told(self.codebook):
            return Coder(self.codebook, from_json(kept) if kept else NOTHING_PREPARED)

    @cached_property
    def client_reader(self) -> "ClientReader":
        """The reader of client messages. Raises ContentError as `coder` does."""
        from simulator.coder.client_reader import ClientReader

        with _told(self.codebook):
            return ClientReader(self.coder.grammar)


def make_readers(codebook: "Codebook") -> Readers:
    """The readers of a codebook, both made now. Raises ContentError where a phrase of it is malformed."""
    readers = Readers(lambda: codebook)
    _ = readers.coder, readers.client_reader
    return readers


def kept_readers(codebook: "Callable[[], Codebook]", sha256: str) -> Readers:
    """The readers of the codebook with this hash, made when asked for from what the first run worked out and kept.

    The first run makes both at once and raises ContentError as `make_readers` does.
    """
    made_from = f"{sha256} {prepared_with()}"
    kept = cache.find("coder", made_from)
    if kept:
        return Readers(codebook, kept.text)
    # Each reader fills tables of its own, so both have to be there before they are kept.
    readers = make_readers(codebook())
    cache.keep("coder", made_from, readers.coder.prepared().to_json())
    return readers


@contextmanager
def _told(codebook: "Codebook") -> Iterator[None]:
    from simulator.coder.phrases import PhraseError

    try:
        yield
    except PhraseError as wrong:
        language = codebook.language.language
        raise ContentError(f"the codebook {language}: {wrong}; `rehearse lint` names the file and line") from None
