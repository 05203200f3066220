"""The one way JSON is written before it is hashed or saved."""

import hashlib
import json
from typing import Any

from simulator.errors import StoreError


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces and only the escapes it needs; StoreError where JSON cannot hold it."""
    try:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
        text.encode()
    except UnicodeEncodeError as error:
        raise _half_a_character(error) from error
    except (TypeError, ValueError, RecursionError) as error:
        raise StoreError(f"a value cannot be saved: {error}; it has to be JSON without NaN or Infinity") from error
    return text


def plain(value: Any) -> Any:
    """The value as a reader will get it back (tuples as lists, keys as strings); StoreError as in `canonical`."""
    return json.loads(canonical(value))


def sha256_of(text: str) -> str:
    """SHA-256 of the text in UTF-8, 64 hexadecimal digits; StoreError where the text holds half a character."""
    try:
        return hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise _half_a_character(error) from error


def _half_a_character(error: UnicodeEncodeError) -> StoreError:
    half = f"U+{ord(error.object[error.start]):04X}"
    return StoreError(f"a text cannot be saved: {half} is half a character; put U+FFFD in its place")
