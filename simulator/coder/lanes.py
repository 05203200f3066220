"""Many whole numbers side by side in one long number: to add two rows adds all their numbers at once."""

from collections.abc import Sequence
from struct import Struct

ZERO = 1 << 31
"""What a lane of 32 bits holds for nothing, so that numbers below nothing have room."""


class Lanes:
    """Rows of `count` numbers, each between -ZERO and ZERO, also when they are added up."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._form = Struct(f"<{count}I")
        self.zeros = self._whole([ZERO] * count)

    def row(self, numbers: Sequence[int]) -> int:
        """The numbers, and zeros behind them, as what is to be added to a row."""
        empty = [ZERO] * (self._count - len(numbers))
        return self._whole([*(ZERO + one for one in numbers), *empty]) - self.zeros

    def read(self, total: int) -> tuple[int, ...]:
        """The lanes of `zeros` and all rows added to it; each is ZERO above its number."""
        return self._form.unpack(total.to_bytes(self._form.size, "little"))

    def _whole(self, lanes: list[int]) -> int:
        return int.from_bytes(self._form.pack(*lanes), "little")
