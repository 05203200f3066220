"""The phrase language of docs/codebook.md: what an author writes, and what it compiles to."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from simulator.coder.lexis import Lexis, Part
from simulator.errors import ContentError

MOST_PARTS = 60
MOST_GAPS = 5
MOST_NESTED = 8
"""Brackets inside brackets; nobody reads more, and reading them must not exhaust the stack."""

_PIECE = re.compile(r"\(|\)|\||\.{2,3}(?=[ )|]|$)|<|>|@[a-z_]+|~?[^\s()|<>?@~]+|\?|\s+|.")
_ANY = " [^ ]+"
_UNSEEN = frozenset(",-;:")
"""Signs that no sentence keeps, so that a phrase may be written with or without them."""


class PhraseError(ContentError):
    """A phrase that does not follow the phrase language; the message says what would be right."""


@dataclass(frozen=True)
class Compiled:
    """A phrase ready to be matched; `needs` holds one set per required word, the rarest first."""

    source: str
    at_start: bool
    needs: tuple[frozenset[str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first needed: a conversation meets only a few of some thousand phrases."""
        return re.compile(self.source)


class Match(NamedTuple):
    """Where a phrase was found: word indices, both included."""

    first: int
    last: int


def compile_phrase(words: str, lexis: Lexis) -> Compiled:
    """Compile one phrase. Raises PhraseError where it is malformed, empty, or could match almost anything."""
    reader = _Reader(words, lexis)
    at_start = reader.take_start()
    parts = reader.row(closing=False)
    while parts and parts[-1].gaps and not parts[-1].needs and parts[-1].pattern.startswith(f"(?:{_ANY})"):
        parts.pop()
    needs = tuple(sorted({part.needs for part in parts if part.needs}, key=lexis.met))
    if not needs:
        raise PhraseError(f'"{words}" needs at least one word that has to be there')
    if len(parts) > MOST_PARTS or sum(part.gaps for part in parts) > MOST_GAPS:
        raise PhraseError(f'"{words}" is too long; use at most {MOST_GAPS} gaps and {MOST_PARTS} words')
    return Compiled("".join(part.pattern for part in parts), at_start, needs)


class _Reader:
    """A recursive-descent reader over the pieces of one phrase."""

    def __init__(self, words: str, lexis: Lexis) -> None:
        self._pieces = [piece for piece in _PIECE.findall(words) if not piece.isspace()]
        self._words = words
        self._lexis = lexis
        self._at = 0
        self._depth = 0

    def take_start(self) -> bool:
        if self._peek() == "<":
            self._at += 1
            return True
        return False

    def row(self, closing: bool) -> list[Part]:
        """Parts up to the end, or up to `|` or `)` inside a group."""
        parts: list[Part] = []
        while True:
            piece = self._peek()
            if piece is None and closing:
                raise self._wrong("a bracket is left open")
            if piece is None or (closing and piece in "|)"):
                return parts
            parts.append(self._optional(self._part()))

    def _part(self) -> Part:
        piece = self._next()
        if piece == "(":
            return self._group()
        if piece in (")", "|", "?", "<"):
            raise self._wrong(f'"{piece}" stands where no "{piece}" can stand')
        if piece == ">":
            return Part("$")
        if piece in ("..", "..."):
            return Part(rf"(?:{_ANY}){{0,{2 if piece == '..' else 5}}}?", gaps=1)
        if piece == "_":
            return Part(_ANY)
        if piece[0] == "@":
            return self._list(piece[1:])
        return self._lexis.ready.get((piece,)) or self._word(piece)

    def _word(self, piece: str) -> Part:
        if piece[0] == "~" and piece != "~":
            stem = self._lexis.stem(piece[1:].lower())
            return Part(f" [^ /]+/{re.escape(stem)}/", frozenset({"~" + stem}))
        if piece in self._lexis.fillers:
            raise self._wrong(f'"{piece}" is left out of every sentence before matching')
        if piece in _UNSEEN:
            return Part("")
        opened = self._lexis.opened.get(piece.lower())
        if opened is None and not re.fullmatch(r"[^\W_]+(?:['-][^\W_]+)*|\[[a-z-]+\]", piece):
            raise self._wrong(f'"{piece}" is no word')
        forms = (opened or piece.lower()).split()
        part = Part("".join(f" {re.escape(form)}/[^ ]*" for form in forms), frozenset({forms[0]}))
        return self._lexis.ready.setdefault((piece,), part)

    def _list(self, name: str) -> Part:
        if name not in self._lexis.lists:
            raise self._wrong(f"there is no list @{name}")
        entries = ("@", *self._lexis.lists[name])
        if entries not in self._lexis.ready:
            bare = self._lexis._replace(lists={})
            rows = [_Reader(entry, bare).row(closing=False) for entry in entries[1:]]
            self._lexis.ready[entries] = _either(rows, self._lexis)
        return self._lexis.ready[entries]

    def _group(self) -> Part:
        self._depth += 1
        if self._depth > MOST_NESTED:
            raise self._wrong(f"brackets stand more than {MOST_NESTED} deep")
        rows = []
        while True:
            rows.append(self.row(closing=True))
            if self._next() == ")":
                self._depth -= 1
                return _either(rows, self._lexis)

    def _optional(self, part: Part) -> Part:
        if self._peek() != "?":
            return part
        self._at += 1
        return Part(f"(?:{part.pattern})?", gaps=part.gaps)

    def _peek(self) -> str | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _next(self) -> str:
        piece = self._peek()
        if piece is None:
            raise self._wrong("it ends too early")
        self._at += 1
        return piece

    def _wrong(self, what: str) -> PhraseError:
        return PhraseError(f'in "{self._words}" {what}; see the table of docs/codebook.md')


def _either(rows: list[list[Part]], lexis: Lexis) -> Part:
    pattern = "|".join("".join(part.pattern for part in row) for row in rows)
    needs: set[str] = set()
    for row in rows:
        firm = [part.needs for part in row if part.needs]
        if not firm:
            return Part(f"(?:{pattern})", gaps=max((p.gaps for r in rows for p in r), default=0))
        needs |= sorted(firm, key=lexis.met)[0]
    return Part(f"(?:{pattern})", frozenset(needs), max((p.gaps for r in rows for p in r), default=0))
