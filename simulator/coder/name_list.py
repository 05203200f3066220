"""Names of people in the words of a conversation, and what stands there instead."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

NAME = "[name]"
"""What stands for a name of which nothing else is known."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]{2,}")
_SHORT = 2
_LATIN_ENDINGS = ("'s", "’s", "s'", "s’", "s")
_VOWELS = "аеєиіїйоуюяьыё"
_CASES = re.compile(
    "[аеєиіїуюяы]|[оеє]ю|[оеё]й|[еєёо]м|[ая]м|[ая]ми|[ая]х|[оеі]в|[ое]ві|ева|еву|ин[ау]|к[ауеи]",
)
"""Endings that a Slavic name takes."""


class NameList:
    """Finds names as whole words, in capitals or not, with the ending of a genitive, a plural or a Slavic case.

    A name that is also an everyday word (in `words`) counts only with a capital letter inside a sentence, or at its
    beginning where it is an address. Time grows with the length of the text, not with that of the list.
    """

    def __init__(self, codes: Mapping[str, str], words: Collection[str] = ()) -> None:
        self._codes: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        for name, code in codes.items():
            for part in _parts(name):
                if part not in _parts(code):
                    self._codes.setdefault(part, code)
        for part, code in self._codes.items():
            stem = part.rstrip(_VOWELS)
            if len(stem) >= 2 and not part.isascii():
                self._stems.setdefault(stem, code)
        self.ambiguous = frozenset(part for part in self._codes if part in words)

    def replace(self, text: str) -> tuple[str, int]:
        """The text with what stands for each name, and how many there were; first and family name in a row are one."""
        pieces: list[str] = []
        count, end, last = 0, 0, ""
        for word in _WORD.finditer(text) if self._codes else ():
            code = self._code(word, text)
            between = text[end : word.start()]
            if code is None:
                last = ""
                continue
            if code == last and between.strip(". ") == "" and between:
                end = word.end()
                continue
            pieces += [between, code + _genitive(word[0])]
            count, end, last = count + 1, word.end(), code
        return "".join((*pieces, text[end:])), count

    def _code(self, word: re.Match[str], text: str) -> str | None:
        plain = word[0].casefold()
        if text[word.start() - 1 : word.start()] == "[":
            return None
        for form in _forms(plain):
            if form in self._codes:
                return self._codes[form] if form not in self.ambiguous or _is_named(word, text) else None
        endings = (plain[:at] for at in range(max(2, len(plain) - 3), len(plain)) if _CASES.fullmatch(plain, at))
        return next((self._stems[stem] for stem in endings if stem in self._stems), None)


def names_in(lines: Iterable[str]) -> Iterator[str]:
    """The names of a list: one a line, empty lines and what follows `#` left out."""
    for line in lines:
        name = line.partition("#")[0].strip()
        if name:
            yield name


def _parts(name: str) -> list[str]:
    """The words of a name; short ones such as "de la" only where there are no others."""
    found = [part.casefold() for part in _PART.findall(name)]
    whole = [name.casefold()] if "-" in name else []
    return [part for part in found if len(part) > _SHORT] + whole or found


def _forms(plain: str) -> Iterator[str]:
    yield plain
    for ending in _LATIN_ENDINGS:
        if plain.endswith(ending):
            yield plain[: -len(ending)]


def _genitive(word: str) -> str:
    return word[-2:] if word[-2:] in ("'s", "’s") else ""


def _is_named(word: re.Match[str], text: str) -> bool:
    """Whether an everyday word is meant as a name here."""
    if not word[0][0].isupper():
        return False
    before = text[: word.start()].rstrip()
    begins = not before or before[-1] in ".!?…:" or "\n" in text[len(before) : word.start()]
    return not begins or text[word.end() : word.end() + 1] in (",", "!", ".", "?", ":", "") or bool(_genitive(word[0]))


NO_NAMES = NameList({})
