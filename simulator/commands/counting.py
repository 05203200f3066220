"""Numbers of things in messages."""


def counted(number: float, what: str) -> str:
    """A number with its noun, such as `1 turn` and `2 turns`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
