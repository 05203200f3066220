"""Where something stands in an author's file, and what is wrong with it."""

from simulator.model.noun import Noun


class Location(Noun):
    """A place in a file; line and column are counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(Noun):
    """A mistake in an author's file, as a value: where, what, what would be right, and a stable code."""

    location: Location
    where: str
    what: str
    remedy: str
    code: str

    def __str__(self) -> str:
        place = f"{self.location}: {self.where}: " if self.where else f"{self.location}: "
        return f"{place}{self.what}; {self.remedy} [{self.code}]"
