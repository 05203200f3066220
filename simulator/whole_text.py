"""Half a character: JSON can name it, a pipe with a broken encoding hands it over, and nobody can save it."""


def whole(text: str) -> str:
    """The text with a replacement character for each half of one."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
