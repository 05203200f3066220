"""Where everything stands on the full screen."""

from collections.abc import Callable
from typing import NamedTuple

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import (
    AnyContainer,
    BufferControl,
    CompletionsMenu,
    ConditionalContainer,
    Dimension,
    Float,
    FloatContainer,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.widgets import SearchToolbar

from simulator.chat.bubbles import Row, clipped
from simulator.chat.draft_letters import SimplerLetters
from simulator.chat.full_screen_board import Board, Draw
from simulator.chat.full_screen_side import SIDE_COLUMNS
from simulator.render.wrapping import columns

SHARE_OF_EDITOR = 3
"""The editor grows to one row in so many."""
MENU_ROWS = 8
_ANY = Dimension(min=1)
_ONE = Dimension.exact(1)


class Parts(NamedTuple):
    """What fills the layout; `label` stands before the draft, `has_side` is asked at every drawing."""

    head: Callable[[int], Row]
    chat: Draw
    side: Draw
    has_side: Callable[[], bool]
    rule: Callable[[int], Row]
    label: Callable[[], str]
    foot: Callable[[int], Row]
    scroll: Callable[[int], None]


def layout_of(parts: Parts, draft: Buffer) -> Layout:
    """The whole window, its keyboard focus in the editor."""
    search = SearchToolbar()
    editor = Window(
        BufferControl(draft, [SimplerLetters()], search_buffer_control=search.control),
        height=_height_of_editor,
        dont_extend_height=True,
        wrap_lines=True,
        get_line_prefix=lambda line, wraps: _before(parts.label(), line or wraps),
    )
    side = Board(parts.side, (Dimension.exact(SIDE_COLUMNS), _ANY), parts.scroll)
    chat = Board(parts.chat, (_ANY, _ANY), parts.scroll)
    rows: list[AnyContainer] = [
        _row(parts.head, parts.scroll),
        VSplit([chat, ConditionalContainer(side, Condition(parts.has_side))]),
        _row(parts.rule, parts.scroll),
        editor,
        search,
        _row(parts.foot, parts.scroll),
    ]
    menu = Float(CompletionsMenu(max_height=MENU_ROWS), xcursor=True, ycursor=True)
    return Layout(FloatContainer(HSplit(rows), [menu]), focused_element=editor)


def _row(draw: Callable[[int], Row], scroll: Callable[[int], None]) -> Board:
    return Board(lambda width, height: [draw(width)], (_ANY, _ONE), scroll)


def _height_of_editor() -> Dimension:
    return Dimension(min=1, max=max(get_app().output.get_size().rows // SHARE_OF_EDITOR, 1))


def _before(label: str, number: int) -> StyleAndTextTuples:
    """The label before the first row of the draft, as much space before the others."""
    shown = clipped(f"{label}>", get_app().output.get_size().columns // 2) + " "
    return [("bold", " " * columns(shown) if number else shown)]
