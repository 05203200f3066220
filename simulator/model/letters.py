"""Small whole numbers as letters, one each: rows that are mostly never looked at are read faster as text."""

MIDDLE, FARTHEST = ord("P"), 45
"""The letter for nothing, and the most steps that a letter away from it can say."""


def letter(steps: int) -> str:
    """The letter for so many steps, or for the most it can say."""
    return chr(MIDDLE + bounded(steps))


def steps_of(one: str) -> int:
    """How many steps a letter says."""
    return ord(one) - MIDDLE


def bounded(steps: int) -> int:
    """As many of these steps as one letter can say."""
    return max(-FARTHEST, min(FARTHEST, steps))
