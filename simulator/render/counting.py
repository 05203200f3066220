"""Numbers of things, as messages and pages write them and people type them."""


def counted(number: float, what: str) -> str:
    """A number with its noun, such as `1 turn` and `2 turns`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def number_in(text: str, most: int) -> int | None:
    """The whole number from 1 to `most` that somebody typed; None where it is no such number, however long."""
    digits = text.lstrip("0")
    if not digits.isdecimal() or len(digits) > len(str(most)) or int(digits) > most:
        return None
    return int(digits)
