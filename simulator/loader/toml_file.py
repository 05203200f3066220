"""TOML files as plain data that knows where each value stands."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from simulator.loader.document import Document, Loc, Spot
from simulator.loader.file_text import problem_at

_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_ENTRY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=\s*""")
_SPOT = re.compile(r" \(at line (\d+), column (\d+)\)")


def read_toml(path: Path, shown: str) -> Document:
    """The file as a Document; one that is not there is empty, `shown` is the path as messages name it."""
    try:
        text = path.read_bytes().decode("utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        return Document(shown, {})
    except OSError as error:
        words = (f"it cannot be read ({error.strerror or error})", "make it a readable file")
        return Document(shown, problems=(problem_at(shown, (1, 1), "unreadable", words),))
    except tomllib.TOMLDecodeError as error:
        found = _SPOT.search(str(error))
        spot = (int(found[1]), int(found[2])) if found else (len(text.splitlines()), 1)
        words = (f"this is no TOML: {_SPOT.sub('', str(error))}", 'write lines such as front = "plain"')
        return Document(shown, problems=(problem_at(shown, spot, "syntax", words),))
    except UnicodeDecodeError as error:
        words = (f"byte {error.object[error.start]:#04x} is no UTF-8", "save the file as UTF-8")
        return Document(shown, problems=(problem_at(shown, (1, 1), "not-utf8", words),))
    keys: dict[Loc, Spot] = {}
    values: dict[Loc, Spot] = {}
    for loc, key, value in _places(text):
        keys.setdefault(loc, key)
        values.setdefault(loc, value)
    return Document(shown, data, keys=keys, values=values)


def _places(text: str) -> Iterator[tuple[Loc, Spot, Spot]]:
    """Where each key and its value begin, line by line; values over several lines may hide a key, or seem to be one."""
    table: Loc = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header, entry = _TABLE.match(line), _ENTRY.match(line)
        if header:
            table = _steps(header[1])
            yield table, (number, header.start(1) + 1), (number, header.start(1) + 1)
        elif entry:
            yield (*table, *_steps(entry[1])), (number, entry.start(1) + 1), (number, entry.end() + 1)


def _steps(key: str) -> Loc:
    return (key[1:-1],) if key[0] in "\"'" else tuple(step.strip().strip("\"'") for step in key.split("."))
