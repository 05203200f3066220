"""What making a codebook ready works out and another run can take over: stems, known words, tables of phrases.

All of it follows from the codebook and the program; it is plain JSON, so that it can be kept.
"""

import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import NamedTuple


class Table(NamedTuple):
    """The groups of words that each phrase needs one word of, rarest first, by number; and those a word belongs to."""

    by_word: Mapping[str, Sequence[int]]
    needs: Sequence[Sequence[int]]


NearExample = tuple[str, int, Sequence[str]]
"""The act, the number of the sentence among those it is near to, and the sentence's normal forms."""


class Prepared(NamedTuple):
    """The stems of all words of a codebook, the words mistakes are mended to, tables of phrases by kind, sentences."""

    stems: Mapping[str, str] = {}
    known: Sequence[str] = ()
    tables: Mapping[str, Table] = {}
    near: Sequence[NearExample] = ()

    def to_json(self) -> str:
        return json.dumps(self, ensure_ascii=False, separators=(",", ":"))


NOTHING_PREPARED = Prepared()


def from_json(text: str) -> Prepared:
    """What `to_json` wrote."""
    prepared = Prepared(*json.loads(text))
    return prepared._replace(tables={kind: Table(*table) for kind, table in prepared.tables.items()})


def prepared_with() -> str:
    """What besides codebook and program decides: the stemmer."""
    return f"snowballstemmer {version('snowballstemmer')}"
