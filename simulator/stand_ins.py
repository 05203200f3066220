"""Codes that stand for names in the words of a talk are read as the names they were, not as what they mean.

"Call me Client" is no request of a client. For reading, a code becomes letters that are no word in any language, as
many as it has itself, so that every offset stays; a name that nobody knows is read the same.
"""

import re
from collections.abc import Iterable

from simulator.model.transcript import Reading

_LETTERS = "zqxjk"


class StandIns:
    """Hides codes from the readers, and shows them again in what was read."""

    def __init__(self, codes: Iterable[str]) -> None:
        ordered = sorted(codes, key=lambda code: (-len(code), code))
        self._hidden = {code: _no_word(len(code), number) for number, code in enumerate(ordered)}
        self._codes = {hidden: code for code, hidden in self._hidden.items()}
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)") if ordered else None

    def hidden(self, text: str) -> str:
        """The text with no word in place of each code; just as long."""
        return self._pattern.sub(lambda found: self._hidden[found[0]], text) if self._pattern else text

    def shown(self, reading: Reading) -> Reading:
        """The reading with the codes in place of what hid them."""
        if not reading.measures.names:
            return reading
        names = tuple(self._codes.get(name, name) for name in reading.measures.names)
        return reading.model_copy(update={"measures": reading.measures.model_copy(update={"names": names})})


def _no_word(length: int, number: int) -> str:
    return "".join(_LETTERS[(at + number) % len(_LETTERS)] for at in range(length)).capitalize()
