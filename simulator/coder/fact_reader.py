"""Facts given, right or wrong: by the words that make out a fact, its examples, and what the turn does there."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from re import split
from typing import Any, NamedTuple, TypeVar

from simulator.coder.likeness import ALIKE, EVENLY, Likeness
from simulator.coder.own_words import OwnWords
from simulator.coder.piece import Examples, Piece
from simulator.coder.piece_maker import PieceMaker
from simulator.model.known_ids import GIVEN_BACK, TELLING
from simulator.model.scenario import Fact
from simulator.model.transcript import Act, Given, OpenFact

_Found = TypeVar("_Found", Given, OpenFact)

TOLD, MENTIONED = 0.45, 0.75
"""Likeness (0 to 1) from which a fact is given: where the turn tells something, and where it only gives back."""

BY_EXAMPLE = 0.3
"""Share of the likeness that goes to the best example; the rest goes to the fact's own words."""

BEHIND = 0.2
"""How far another fact may stay behind the likeliest one of the same words."""
RIGHT, WRONG = "right", "wrong"
BLAMED, WORD_FOR_WORD = 0.45, 0.8
"""Likeness to a wrong example from which a fact may be told wrong: if its words say as much, and whatever they say."""
LEAST_SAID = 2
"""Words of content below which a fact is told, right or wrong, only word for word: "you decide" names no doctor."""
PLAINLY_RIGHT, PLAINLY_WRONG = 0.1, 0.3
"""How much more a telling has to speak for this side than for the other; else it stays open which it is."""
ABOUT_AS_LIKE = 0.05
"""How much more like the best wrong example than the best right one a right telling may be."""


class Known(NamedTuple):
    """A fact with its examples, and the words, denied or not, that make out its right and its wrong side."""

    fact: Fact
    right: Examples
    wrong: Examples
    no: Examples
    sides: OwnWords


class Guess(NamedTuple):
    """How likely a piece is about a fact, and how like it is to the best of the right, wrong and counter-examples.

    `about` weighs examples and the fact's own words together; `likeness` may be more, where an example is alike enough.
    """

    row: Known
    likeness: float
    about: float
    right: float
    wrong: float
    no: float = 0.0


class Told(NamedTuple):
    """A piece as a telling: a guess for each fact, how likely a fact has to be here, and how likely the likeliest is.

    Nobody is blamed for a telling `over_two` sentences, nor for a fact while another fact is likelier.
    """

    piece: Piece
    needed: float
    most: float
    over_two: bool
    guesses: tuple[Guess, ...]

    def side(self, guess: Guess) -> bool | None:
        """Whether it is told right; None where that stays open, or nobody is to be blamed for it."""
        right = _is_right(self.piece, guess)
        blames = not self.over_two and guess.likeness == self.most
        return right or (right if blames else None)

    @property
    def beside(self) -> float:
        """How likely a fact has to be beside the likeliest one."""
        return min(self.most - BEHIND, ALIKE)

    def given(self) -> Iterator[Given]:
        """The likeliest fact of the piece, and others not far behind."""
        for guess in self._about():
            right = self.side(guess)
            if right is not None:
                yield Given(right=right, **self._evidence(guess))

    def left_open(self) -> Iterator[OpenFact]:
        """The fact that one sentence is most likely about, where it may be told right or wrong."""
        for guess in self._about():
            if guess.likeness == self.most and not self.over_two and self.side(guess) is None:
                yield OpenFact(**self._evidence(guess))

    def _about(self) -> Iterator[Guess]:
        return (guess for guess in self.guesses if guess.likeness >= max(self.needed, self.beside))

    def _evidence(self, guess: Guess) -> dict[str, Any]:
        fact = guess.row.fact.id
        return {"fact": fact, **self.piece.evidence(f"fact:{fact}", guess.likeness)}


class FactReader:
    """Reads which facts of a scenario a turn gives."""

    def __init__(self, facts: Sequence[Fact], maker: PieceMaker, likeness: Likeness) -> None:
        self._maker = maker
        self._likeness = likeness
        self.facts = {fact.id: self._known(fact) for fact in facts}
        tellings = {name: self._tellings(row) for name, row in self.facts.items()}
        self._words = OwnWords({name: [piece.content for piece in told] for name, told in tellings.items()})

    def _known(self, fact: Fact) -> Known:
        right, wrong, no = map(self._maker.examples, (fact.given_as, fact.wrong_as, fact.not_as))
        self._likeness.weigh(right)
        sides = {side: [piece.sided for piece in pieces] for side, pieces in ((RIGHT, right), (WRONG, wrong))}
        return Known(fact, right, wrong, no, OwnWords(sides))

    def _tellings(self, row: Known) -> list[Piece]:
        """All ways of telling a fact, its own sentences included."""
        sentences = (text for text in split("[.;:]", row.fact.fact) if text.strip())
        return [*self._maker.examples(sentences), *row.right, *row.wrong]

    def listen(self, pieces: Sequence[Piece], acts: Sequence[Act]) -> list[Told]:
        """All that a turn may tell. What asks tells nothing. A fact may be told over two sentences."""
        told = [piece for piece in pieces if piece.tells]
        over_two = (one.and_then(other) for one, other in pairwise(told))
        return [
            *(self._told(piece, acts, over_two=False) for piece in told),
            *(self._told(piece, acts, over_two=True) for piece in over_two),
        ]

    def given(self, told: Iterable[Told]) -> Iterator[Given]:
        """The facts of a turn in the order of the file, each where it is told most plainly."""
        return self._plainest(chain.from_iterable(one.given() for one in told))

    def left_open(self, told: Iterable[Told], given: Iterable[Given]) -> Iterator[OpenFact]:
        """The facts that a turn is about and nowhere gives, right or wrong; in the same order."""
        known = {one.fact for one in given}
        opened = chain.from_iterable(one.left_open() for one in told)
        return self._plainest(one for one in opened if one.fact not in known)

    def _plainest(self, found: Iterable[_Found]) -> Iterator[_Found]:
        best: dict[str, _Found] = {}
        for one in found:
            if one.fact not in best or one.strength > best[one.fact].strength:
                best[one.fact] = one
        return (best[name] for name in self.facts if name in best)

    def _told(self, piece: Piece, acts: Sequence[Act], *, over_two: bool) -> Told:
        guesses = tuple(self._guess(piece, row) for row in self.facts.values())
        most = max((guess.likeness for guess in guesses), default=0.0)
        return Told(piece, _needed(piece, acts), most, over_two, guesses)

    def _guess(self, piece: Piece, row: Known) -> Guess:
        """By examples and own words; nothing where a counter-example is as like as the best example."""
        right, wrong = (self._likeness.best(piece, examples) for examples in (row.right, row.wrong))
        alike = max(right, wrong)
        if self._likeness.best(piece, row.no, EVENLY) >= alike:
            return Guess(row, 0.0, 0.0, right, wrong)
        no = self._likeness.best(piece, row.no) if wrong >= BLAMED else 0.0
        said = self._words.said(row.fact.id, piece.content)
        both = BY_EXAMPLE * min(1.0, alike) + (1 - BY_EXAMPLE) * said
        return Guess(row, max(both, alike) if alike >= ALIKE else both, both, right, wrong, no)


def _is_right(piece: Piece, guess: Guess) -> bool | None:
    """Which side the piece is more like; None where that stays open."""
    sides = guess.row.sides
    words = sides.said(RIGHT, piece.sided) - sides.said(WRONG, piece.sided)
    speaks = guess.right - guess.wrong + words / 2
    says_as_much = len(piece.content) >= LEAST_SAID and min(guess.wrong, guess.about) >= BLAMED
    blamed = guess.wrong > guess.no and (guess.wrong >= WORD_FOR_WORD or says_as_much)
    if blamed and speaks <= -PLAINLY_WRONG:
        return False
    enough = len(piece.content) >= LEAST_SAID or guess.right >= WORD_FOR_WORD
    return True if enough and speaks >= PLAINLY_RIGHT and guess.right >= guess.wrong - ABOUT_AS_LIKE else None


def _needed(piece: Piece, acts: Sequence[Act]) -> float:
    here = {act.act for act in acts if piece.meets(act)}
    if here & TELLING:
        return TOLD
    return MENTIONED if here and here <= GIVEN_BACK else ALIKE
