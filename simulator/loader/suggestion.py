"""What an author probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_NAMED = 12
"""So many choices are worth listing in a message."""
LISTS = {
    "act": "rehearse list acts",
    "cue": "rehearse list cues",
    "criterion": "rehearse list criteria RUBRIC",
    "skill": "rehearse list",
}
"""The commands that tell all names of a kind, where there are too many for a message."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`, None where nothing does."""
    folded = {name.casefold().replace("_", "-"): name for name in sorted(known)}
    found = get_close_matches(word.casefold().replace("_", "-"), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def suggestion(word: str, known: Iterable[str], kind: str = "") -> str:
    """The remedy of a message about an unknown name; of some kinds a command tells them all."""
    names = sorted(known)
    words = word.split()
    if words[1:] and set(words) <= set(names):
        return f"a comma is missing; write {', '.join(words)}"
    meant = nearest(word, names)
    told = f"`{LISTS[kind]}` names them all" if kind in LISTS and len(names) > MOST_NAMED else ""
    if meant is not None:
        return f'did you mean "{meant}"?' + (f" ({told})" if told else "")
    if not names:
        return "none is defined; define it, or leave it out"
    if len(names) > MOST_NAMED:
        return f"write one of the {len(names)} there are" + (f"; {told}" if told else "")
    return f"write {'one of ' if names[1:] else ''}{', '.join(names)}"
