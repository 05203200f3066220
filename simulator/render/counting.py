"""Numbers of things, as messages and pages write them."""


def counted(number: float, what: str) -> str:
    """A number with its noun, such as `1 turn` and `2 turns`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
