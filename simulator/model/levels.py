"""The levels a criterion can be at, in words of the rubric; never decimals."""

from typing import Literal

LevelName = Literal["met", "partly", "not_yet", "not_applicable", "unsure"]
