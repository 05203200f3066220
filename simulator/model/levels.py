"""The levels a criterion can be at, in words of the rubric; never decimals."""

from typing import Literal, get_args

LevelName = Literal["met", "partly", "not_yet", "not_applicable", "unsure"]
Judged = Literal["met", "partly", "not_yet"]

LEVELS: tuple[LevelName, ...] = get_args(LevelName)
SCALE: tuple[Judged, ...] = ("not_yet", "partly", "met")
"""What a talk can be seen to have reached, from the lowest."""
