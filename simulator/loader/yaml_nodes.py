"""YAML text to plain data with the place of every value; what is refused is a Problem, never an exception.

The data is built from the parser's events: an alias is refused before it could expand, and nothing is ever constructed.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from simulator.loader.document import Document, Loc, Spot, dotted, in_order
from simulator.loader.file_text import CONTROL, LARGEST, control_character, decoded, problem_at
from simulator.loader.yaml_mistakes import syntax_problem, unmarked_problem
from simulator.loader.yaml_refusal import Refusal
from simulator.loader.yaml_scalars import curly_quote, plain
from simulator.model.source import Location, Problem

DEEPEST = 40
QUOTE = "put the text in quotes where it is one"

_COMMENT_BEHIND = re.compile(r"[ \t]+#")
_KEY: Loc = (-1,)
_PARSER: Any = getattr(yaml, "CLoader", yaml.Loader)


def read_yaml(path: Path, shown: str) -> Document:
    """The file as a Document; `shown` is the path as messages name it."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        words = (f"it cannot be read ({error.strerror or error})", "give the path of a readable file")
        return Document(shown, problems=(problem_at(shown, (1, 1), "unreadable", words),))
    return read_bytes(raw, shown)


def read_bytes(raw: bytes, shown: str) -> Document:
    """The bytes of a YAML file as a Document."""
    text = decoded(raw, shown)
    if isinstance(text, Problem):
        return Document(shown, problems=(text,))
    builder = _Builder(text, shown)
    with _collector_paused():
        data = builder.build()
    return Document(shown, data, in_order(builder.problems), builder.keys, builder.values, builder.names)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Many small objects and no garbage: the collector would take a third of the time for nothing."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class _Stop(Exception):  # noqa: N818 - a signal between the methods of _Builder, no error of the program
    """Raised where reading on makes no sense; the problem is noted already."""


class _Builder:
    """Takes the events of one file and keeps data, places and problems."""

    def __init__(self, text: str, shown: str) -> None:
        self._text = text
        self._shown = shown
        self._events: Iterator[Any] = iter(())
        self._last: Any = None
        self.problems: list[Problem] = []
        self.keys: dict[Loc, Spot] = {}
        self.values: dict[Loc, Spot] = {}
        self.names: dict[Loc, str] = {}

    def build(self) -> Any:
        """The data of the only document; None where the file is empty or no YAML."""
        try:
            self._events = yaml.parse(self._text, Loader=_PARSER)
            return self._documents()
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            self.problems.append(syntax_problem(self._shown, Refusal(error, self._text, self._last)))
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self.problems.append(unmarked_problem(self._shown, str(error).partition("\n")[0]))
        return None

    def _documents(self) -> Any:
        data: Any = None
        seen = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    self._wrong((), event, "many-documents", ("a second document begins", "keep one in a file"))
                    raise _Stop
                data = self._value(next(self._events), ())
        return data

    def _wrong(self, loc: Loc, event: Any, code: str, words: tuple[str, str]) -> None:
        line, column = _start(event)
        place = Location(path=self._shown, line=line, column=column)
        where = dotted(loc[:-1] if loc[-1:] == _KEY else loc, self.names)
        self.problems.append(Problem(location=place, where=where, what=words[0], remedy=words[1], code=code))

    def _value(self, event: Any, loc: Loc) -> Any:
        self.values[loc] = _start(event)
        if isinstance(event, yaml.AliasEvent):
            self._wrong(loc, event, "alias", (f"*{event.anchor} is an alias", f"{QUOTE}, else write the value out"))
            return None
        if event.anchor is not None:
            self._wrong(loc, event, "alias", (f"&{event.anchor} is an anchor", f"{QUOTE}, else take it out"))
        if event.tag is not None:
            self._wrong(loc, event, "tag", (f"{event.tag} is a tag", f"{QUOTE}, else take it out"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, loc)
        if len(loc) >= DEEPEST:
            words = (f"values are nested more than {DEEPEST} deep", "see the example files for the shape")
            self._wrong((), event, "too-deep", words)
            raise _Stop
        return self._mapping(loc) if isinstance(event, yaml.MappingStartEvent) else self._sequence(loc)

    def _scalar(self, event: Any, loc: Loc) -> Any:
        self._last = event
        if not event.implicit[0]:
            escaped = CONTROL.search(event.value)
            if escaped:
                self.problems.append(control_character(self._shown, _start(event), escaped.group()))
            return event.value
        if " " in event.value and _COMMENT_BEHIND.match(self._text, event.end_mark.index):
            words = ("the sentence is cut off by a comment", "put it in quotes, or the comment on a line of its own")
            self._wrong(loc, event, "cut-by-comment", words)
        if mark := curly_quote(event.value):
            words = (f"{mark} is no quotation mark for YAML", "put the text in straight ones: \" or '")
            self._wrong(loc, event, "curly-quotes", words)
        return plain(event.value)

    def _sequence(self, loc: Loc) -> list[Any]:
        entries: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            entries.append(self._value(event, (*loc, len(entries))))
        return entries

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        block: dict[str, Any] = {}
        again: list[tuple[str, Any, Spot]] = []
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, loc)
            way = (*loc, key)
            if key in block:
                again.append((key, event, self.keys[way]))
            self.keys[way] = _start(event)
            block[key] = self._value(next(self._events), way)
            if key == "id":
                self._name(loc, block[key])
        if again:
            self._twice(loc, next(iter(block)), again)
        return block

    def _twice(self, loc: Loc, first: str, again: list[tuple[str, Any, Spot]]) -> None:
        """Keys that stood before; an entry whose first key comes again below it has swallowed the next one."""
        in_list = bool(loc) and isinstance(loc[-1], int)
        entries = [(key, event, spot) for key, event, spot in again if in_list and key == first and _below(event, spot)]
        remedy = "write a dash before it if another entry begins here, else keep one of the two"
        for key, event, spot in entries or again:
            words = (f'"{key}" stands on line {spot[0]} already', remedy if entries else "keep one of the two")
            self._wrong((*loc, key), event, "duplicate-key", words)

    def _name(self, loc: Loc, name: Any) -> None:
        if loc and isinstance(loc[-1], int) and isinstance(name, str) and name:
            self.names.setdefault(loc, name)

    def _key(self, event: Any, loc: Loc) -> str:
        outside = loc + _KEY
        key = self._value(event, outside)
        del self.values[outside]
        if not isinstance(key, str):
            self._wrong(loc, event, "key-not-text", ("this key is no text", "put it in quotes"))
            return f"?{event.start_mark.index}"
        if key == "<<" and event.implicit[0]:
            self._wrong(loc, event, "alias", ("<< is a merge key", "write the values out"))
        return key


def _below(event: Any, spot: Spot) -> bool:
    line, column = _start(event)
    return line > spot[0] and column == spot[1]


def _start(event: Any) -> Spot:
    return event.start_mark.line + 1, event.start_mark.column + 1
