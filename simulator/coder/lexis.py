"""What phrases are compiled with: the words and lists of a language, and the parts made of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

COMMON_WORD = 40.0
RARE_WORD = 0.3
"""How often a word is met, roughly: one of the language's function words against any other."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a compiled phrase: a regular expression, and the words of which one has to be there (None: any)."""

    pattern: str
    needs: frozenset[str] | None = None
    gaps: int = 0


class Lexis(NamedTuple):
    """What compiling needs of a language: the lists a phrase may name, stems, opened forms, and the words left out.

    `common` are its function words: a phrase that has other words as well is looked for by those.

    `ready` keeps the words and lists that were compiled already, because many phrases name the same ones.
    """

    lists: Mapping[str, tuple[str, ...]]
    stem: Callable[[str], str]
    opened: Mapping[str, str]
    fillers: frozenset[str]
    common: frozenset[str]
    ready: dict[tuple[str, ...], Part]

    def with_lists(self, own: Mapping[str, tuple[str, ...]]) -> "Lexis":
        """The same for a file with lists of its own, which come first."""
        return self._replace(lists={**self.lists, **own})

    def met(self, group: frozenset[str]) -> tuple[float, list[str]]:
        """Sorts groups of words by how often one of theirs is met, roughly."""
        return sum(COMMON_WORD if word.lstrip("~") in self.common else RARE_WORD for word in group), sorted(group)
