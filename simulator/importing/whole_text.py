"""JSON can name half of a character, which nobody can save."""


def whole(text: str) -> str:
    """The text with a replacement character for each half of one."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
