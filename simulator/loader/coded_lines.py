"""Files of coded examples: one JSON object a line (JSONL)."""

from collections.abc import Container, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from simulator.loader.document import Loaded
from simulator.loader.file_text import decoded_bulk, problem_at
from simulator.model.coded import CodedMessage, CodedTurn
from simulator.model.source import Problem

T = TypeVar("T", CodedTurn, CodedMessage)


def load_coded(path: Path, noun: type[T], known: Container[str]) -> Loaded[tuple[T, ...]]:
    """The examples of a file, none where there is no file; `known` are the acts or cues they may name."""
    if not path.is_file():
        return Loaded(())
    text = decoded_bulk(path.read_bytes(), str(path))
    if isinstance(text, Problem):
        return Loaded(None, (text,))
    rows = [_read(line, noun, known) for line in text.splitlines()]
    problems = tuple(_problems(rows, str(path)))
    return Loaded(None, problems) if problems else Loaded(tuple(row for row in rows if not isinstance(row, str)))


def _read(line: str, noun: type[T], known: Container[str]) -> T | str:
    """The example, or what is wrong with the line."""
    try:
        coded = noun.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}"
    named = coded.acts if isinstance(coded, CodedTurn) else coded.cues
    unknown = [name for name in named if name not in known]
    return f'no act or cue "{unknown[0]}" in this codebook' if unknown else coded


def _problems(rows: list[T | str], shown: str) -> Iterator[Problem]:
    remedy = 'write an object such as {"text": "...", "acts": ["greeting"]}, with ids of the codebook'
    for number, row in enumerate(rows, start=1):
        if isinstance(row, str):
            yield problem_at(shown, (number, 1), "not-coded", (row, remedy))
