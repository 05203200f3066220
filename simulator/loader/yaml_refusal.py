"""What a parser of YAML refused, as the rules look at it that tell an author what is wrong."""

from typing import Any, NamedTuple

Mistake = tuple[Any, str, str] | None
"""The mark of the place, what is wrong and what would be right; None where a rule does not know."""


class Refusal(NamedTuple):
    """What a parser of YAML refused: its error, the text, and the last scalar (None: none) that it had read."""

    error: Any
    text: str
    last: Any

    @property
    def said(self) -> str:
        return self.error.problem or self.error.context or ""

    @property
    def begin(self) -> Any:
        """Where what the parser was at begins."""
        return self.error.context_mark

    @property
    def mark(self) -> Any:
        """Where the parser could not go on."""
        return self.error.problem_mark or self.begin

    @property
    def ahead(self) -> str:
        """The two characters from there on, or what is left of them."""
        return self.text[self.mark.index : self.mark.index + 2]

    @property
    def line(self) -> str:
        """The line of the mark, as far as the mark."""
        return self.text[self.mark.index - self.mark.column : self.mark.index]

    def after_last(self, styles: str) -> bool:
        """Whether a scalar in one of these quotes (or in none) ends right before the mark, on the same line."""
        if self.last is None or (self.last.style or "plain") not in styles.split():
            return False
        between = self.text[self.last.end_mark.index : self.mark.index]
        return self.last.end_mark.line == self.mark.line and not between.strip()
