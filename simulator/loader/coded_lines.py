"""Files of coded examples: one JSON object a line (JSONL)."""

from collections.abc import Container, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from simulator.loader.document import Loaded
from simulator.loader.file_text import decoded_bulk, problem_at
from simulator.model.coded import CodedMessage, CodedTurn, Ways
from simulator.model.source import Problem

T = TypeVar("T", CodedTurn, CodedMessage, Ways)

_SUCH_AS = {
    CodedTurn: '{"text": "...", "acts": ["greeting"]}, with ids of the codebook',
    CodedMessage: '{"text": "...", "cues": ["feeling"]}, with ids of the codebook',
    Ways: '{"theme": "sleep", "meaning": "whether one slept", "ways": ["...", "..."]}',
}


def load_coded(path: Path, noun: type[T], known: Container[str] = ()) -> Loaded[tuple[T, ...]]:
    """The examples of a file, none where there is no file; `known` are the acts or cues they may name."""
    if not path.is_file():
        return Loaded(())
    text = decoded_bulk(path.read_bytes(), str(path))
    if isinstance(text, Problem):
        return Loaded(None, (text,))
    rows = [_read(line, noun, known) for line in text.splitlines()]
    problems = tuple(_problems(rows, str(path), f"write an object such as {_SUCH_AS[noun]}"))
    return Loaded(None, problems) if problems else Loaded(tuple(row for row in rows if not isinstance(row, str)))


def _read(line: str, noun: type[T], known: Container[str]) -> T | str:
    """The example, or what is wrong with the line."""
    try:
        coded = noun.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}"
    unknown = [name for name in _named(coded) if name not in known]
    return f'no act or cue "{unknown[0]}" in this codebook' if unknown else coded


def _named(coded: CodedTurn | CodedMessage | Ways) -> tuple[str, ...]:
    if isinstance(coded, CodedTurn):
        return coded.acts
    return coded.cues if isinstance(coded, CodedMessage) else ()


def _problems(rows: list[T | str], shown: str, remedy: str) -> Iterator[Problem]:
    for number, row in enumerate(rows, start=1):
        if isinstance(row, str):
            yield problem_at(shown, (number, 1), "not-coded", (row, remedy))
