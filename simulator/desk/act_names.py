"""Acts by what people type: an id, a title, or the beginning of either."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple

from simulator.model.codebook import ActDefinition

LEAST_LETTERS = 2
WORDS_OF_A_NAME = 3


class Named(NamedTuple):
    """The act that was meant and the words after its name; else what to say."""

    act: str | None
    rest: str = ""
    wrong: str = ""


def act_named(text: str, acts: Mapping[str, ActDefinition]) -> Named:
    """The act that the text begins with; the longest name wins, so that words after it are left over."""
    words = text.split()
    for count in range(min(WORDS_OF_A_NAME, len(words)), 0, -1):
        found = _meant(" ".join(words[:count]), acts)
        if found is not None:
            return Named(found, text.split(maxsplit=count)[count] if len(words) > count else "")
    return Named(None, wrong=f"no act “{text}”: {_suggested(text, acts)}")


def acts_named(text: str, acts: Mapping[str, ActDefinition]) -> tuple[tuple[str, ...], str]:
    """The acts in a list with commas, and what is wrong with it (empty: nothing)."""
    found: list[str] = []
    for piece in filter(None, (part.strip() for part in text.split(","))):
        act = _meant(piece, acts)
        if act is None:
            return (), f"no act “{piece}”: {_suggested(piece, acts)}"
        found.append(act)
    return tuple(dict.fromkeys(found)), ""


def _meant(text: str, acts: Mapping[str, ActDefinition]) -> str | None:
    """The act by its whole name, or by a beginning that only one title has, else only one id."""
    wanted = _folded(text)
    titles = {act: _folded(one.title) for act, one in acts.items()}
    exact = {act for act, title in titles.items() if wanted in (title, _folded(act))}
    for found in (exact, *(_begun(wanted, names) for names in (titles, {act: _folded(act) for act in acts}))):
        if len(found) == 1:
            return next(iter(found))
    return None


def _begun(wanted: str, names: Mapping[str, str]) -> set[str]:
    return {act for act, name in names.items() if len(wanted) >= LEAST_LETTERS and name.startswith(wanted)}


def _suggested(text: str, acts: Mapping[str, ActDefinition]) -> str:
    wanted = _folded(text)
    titles = {_folded(name): one.title for act, one in acts.items() for name in (act, one.title)}
    begun = sorted({title for name, title in titles.items() if name.startswith(wanted)})
    near = begun or list(dict.fromkeys(titles[name] for name in get_close_matches(wanted, titles, n=3, cutoff=0.6)))
    return f"did you mean {' or '.join(near[:4])}?" if near else "w lists them all"


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
