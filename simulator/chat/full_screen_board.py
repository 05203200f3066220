"""A rectangle of the screen drawn row by row, letter clusters kept whole."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from prompt_toolkit.key_binding import KeyBindingsBase
from prompt_toolkit.layout import Container, Dimension
from prompt_toolkit.layout.mouse_handlers import MouseHandlers
from prompt_toolkit.layout.screen import Char, Screen, WritePosition
from prompt_toolkit.mouse_events import MouseEvent, MouseEventType
from wcwidth import iter_graphemes

from simulator.chat.bubbles import Row
from simulator.render.wrapping import columns

Draw = Callable[[int, int], Sequence[Row]]
"""From a width and a height, in columns and rows, to what stands there."""

WHEEL_ROWS = 3
_COVERED = Char("", "")
_CACHED = 4096


class Board(Container):
    """Draws what `draw` gives for its size; the mouse wheel calls `scroll` with rows, less than none being up."""

    def __init__(self, draw: Draw, size: tuple[Dimension, Dimension], scroll: Callable[[int], None]) -> None:
        self._draw = draw
        self._width, self._height = size
        self._scroll = scroll

    def reset(self) -> None:
        """Nothing is remembered from one drawing to the next."""

    def preferred_width(self, max_available_width: int) -> Dimension:
        return self._width

    def preferred_height(self, width: int, max_available_height: int) -> Dimension:
        return self._height

    def write_to_screen(
        self,
        screen: Screen,
        mouse_handlers: MouseHandlers,
        write_position: WritePosition,
        *style_and_layer: Any,
        **by_name: Any,
    ) -> None:
        left, top = write_position.xpos, write_position.ypos
        width, height = write_position.width, write_position.height
        screen.width, screen.height = max(screen.width, left + width), max(screen.height, top + height)
        mouse_handlers.set_mouse_handler_for_range(left, left + width, top, top + height, self._on_mouse)
        for y, row in enumerate(self._draw(width, height)[:height], start=top):
            _write(screen, (left, y), row, width)

    def get_children(self) -> list[Container]:
        return []

    def get_key_bindings(self) -> KeyBindingsBase | None:
        return None

    def _on_mouse(self, event: MouseEvent) -> object:
        if event.event_type == MouseEventType.SCROLL_UP:
            self._scroll(-WHEEL_ROWS)
        elif event.event_type == MouseEventType.SCROLL_DOWN:
            self._scroll(WHEEL_ROWS)
        else:
            return NotImplemented
        return None


def _write(screen: Screen, place: tuple[int, int], row: Row, width: int) -> None:
    x, y = place
    end = x + width
    style, text = row
    cells = screen.data_buffer[y]
    for cluster in _clusters(text):
        cell = _cell(cluster, style)
        if x + cell.width > end:
            return
        cells[x] = cell
        for covered in range(x + 1, x + cell.width):
            cells[covered] = _COVERED
        if len(cluster) > 1:
            # Terminals do not agree on how wide a flag or a family is: empty the room for it first, and then go on
            # from where it ends here, so that nothing is left in it and what stands beside it does not move.
            screen.zero_width_escapes[y][x] += f"\x1b[{cell.width}X"
            screen.zero_width_escapes[y][x + cell.width] += f"\x1b[{x + cell.width + 1}G"
        x += cell.width


@lru_cache(_CACHED)
def _clusters(text: str) -> tuple[str, ...]:
    """What a reader takes for one letter, be it one or several characters."""
    return tuple(text) if text.isascii() else tuple(iter_graphemes(text))


@lru_cache(_CACHED)
def _cell(cluster: str, style: str) -> Char:
    cell = Char(cluster, style)
    # The library adds up the widths of the characters, which for a cluster is too much.
    cell.width = max(columns(cluster), 1)
    return cell
