"""How a talk is practised; what a trainee chooses and reads of as its mode."""

from typing import Literal, get_args

Manner = Literal["practice", "exam", "coach"]
MANNERS: tuple[Manner, ...] = get_args(Manner)
