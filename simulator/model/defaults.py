"""What holds for a file that names no language or no rubric, and where a command is given none."""

DEFAULT_LANGUAGE = "en"
DEFAULT_RUBRIC = "peer-counseling"
