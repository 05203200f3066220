"""Where help is, as the people who run the training wrote it down; no number is ever made up."""

from typing import NamedTuple

from simulator.configuration.values import Configuration

FALLBACK = "If you or somebody else is in danger: your local emergency number."
_EXAMPLE = 'write [help_lines] and below it lines such as "Supervisor" = "ask for Ann at the desk"'


class HelpLines(NamedTuple):
    """Rows of name and number (or words); `problem` says why there are none although there is a file."""

    rows: tuple[tuple[str, str], ...] = ()
    problem: str = ""

    def shown(self) -> str:
        """What a trainee reads who stops, whatever is in the file."""
        found = "\n".join(f"{name}: {words}" for name, words in self.rows)
        return found or "\n".join(filter(None, (FALLBACK, self.problem)))


def configured_help_lines(configuration: Configuration) -> HelpLines:
    """The help lines that can be used; a mistake in another key is not what somebody who stops should read."""
    wrong = next((mistake for mistake in configuration.mistakes if mistake.key in ("", "help_lines")), None)
    rows = tuple(configuration.preferences.help_lines.items())
    return HelpLines(rows, f"({wrong}; {_EXAMPLE})" if wrong else "")
