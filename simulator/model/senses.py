"""What words mean, as numbers: words that may stand for each other have numbers alike."""

from collections.abc import Iterable
from typing import Literal

from simulator.model.letters import letter, steps_of
from simulator.model.noun import Noun


class Senses(Noun):
    """`words` holds per stem a letter for each of its numbers: by how many steps it is above or below nothing.

    How long a word's row of numbers is says how much the word decides; `fitted_on` is the hash of the examples.
    Format 1 (since 0.1.0).
    """

    format: Literal[1] = 1
    fitted_on: str
    words: dict[str, str]


def lettered(numbers: Iterable[int]) -> str:
    """A row of `words`."""
    return "".join(map(letter, numbers))


def numbered(letters: str) -> tuple[int, ...]:
    """What a row of `words` says."""
    return tuple(map(steps_of, letters))


def is_even(senses: Senses) -> bool:
    """Whether every word has as many numbers as the others."""
    return len({len(row) for row in senses.words.values()}) <= 1
