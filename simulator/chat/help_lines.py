"""Where help is, as the people who run the training wrote it down; no number is ever made up."""

import tomllib
from pathlib import Path
from typing import NamedTuple

FALLBACK = "If you or somebody else is in danger: your local emergency number."


class HelpLines(NamedTuple):
    """Rows of name and number (or words); `problem` says why there are none although there is a file."""

    rows: tuple[tuple[str, str], ...] = ()
    problem: str = ""

    def shown(self) -> str:
        """What a trainee reads who stops, whatever is in the file."""
        found = "\n".join(f"{name}: {words}" for name, words in self.rows)
        return found or "\n".join(filter(None, (FALLBACK, self.problem)))


def read_help_lines(path: Path) -> HelpLines:
    """The table `help_lines` of a TOML file; a file that cannot be used is a problem to show, never an exception."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("help_lines", {})
    except FileNotFoundError:
        return HelpLines()
    except (OSError, ValueError) as wrong:
        return HelpLines(problem=f"({path}: it cannot be read: {wrong}; {_EXAMPLE})")
    if not isinstance(table, dict) or not all(isinstance(words, str) and words for words in table.values()):
        return HelpLines(problem=f"({path}: help_lines: it is not a table of texts; {_EXAMPLE})")
    return HelpLines(tuple(table.items()))


_EXAMPLE = 'write [help_lines] and below it lines such as "Supervisor" = "ask for Ann at the desk"'
