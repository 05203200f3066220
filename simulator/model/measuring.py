"""What a rubric counts in a conversation, and the bounds it reads the counts against."""

from typing import Literal

from pydantic import Field

from simulator.model.names import Acts, Cues
from simulator.model.noun import Noun


class Moment(Noun):
    """A point of the talk: the `nth` time one of these acts is said or cues heard, or a named event happens.

    `unasked` acts are only those that tell the client nothing they had asked for.
    """

    acts: Acts = ()
    cues: Cues = ()
    event: Literal["personal_question", "request_agreed", "first_substance"] | None = None
    nth: int = Field(default=1, ge=1)
    unasked: bool = False


class Tally(Noun):
    """Something counted over turns: spans that show one of these acts (`@name`: a group), or a measure of the turns.

    What stands in a sentence with one of `unless` is left out: whoever asks about danger may ask closed questions.
    """

    acts: Acts = ()
    unless: Acts = ()
    measure: Literal["words", "questions", "statements", "client_words", "all_words"] | None = None


class Range(Noun):
    """Values from `at_least` to `at_most`, both included."""

    at_least: float = 0.0
    at_most: float | None = None

    def __contains__(self, value: float) -> bool:
        return value >= self.at_least and (self.at_most is None or value <= self.at_most)


class ReadingEase(Noun):
    """Flesch's formula with a language's own weights; it is taken from `words_from` words on, being noise below."""

    at_least: float
    partly_at_least: float
    base: float = 206.835
    per_sentence: float = 1.015
    per_syllable: float = 84.6
    words_from: int = Field(default=30, ge=1)


class FigureDefinition(Noun):
    """A number every debrief shows, whatever the levels: one tally over another.

    The ranges `met` and `partly` draw what `benchmark` says; they decide on no level. A `unit` that begins with `%` is
    told in percent.
    """

    name: str
    count: Tally
    of: Tally
    unit: str = ""
    benchmark: str = ""
    met: Range | None = None
    partly: Range | None = None
