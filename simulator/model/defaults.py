"""What holds for a file that names no language, rubric or counselor, and where a command is given none."""

DEFAULT_LANGUAGE = "en"
DEFAULT_RUBRIC = "peer-counseling"
DEFAULT_COUNSELOR = "Counselor"
