"""What keys do on the full screen: writing as in the inline front, and reading back."""

from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition, is_searching
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from simulator.chat.controller import Controller
from simulator.chat.editing import KEYS, Keys, writing_keys

if TYPE_CHECKING:
    from simulator.chat.full_screen import FullScreen

FULL_SCREEN_KEYS: Keys = (
    *KEYS,
    ("PgUp, PgDn", "read back and forth, like the wheel; Ctrl+Up, Ctrl+Down by rows"),
    ("Home, End", "the first message, the last (in a draft: pressed twice)"),
    ("F2", "mouse: let it mark and copy, or scroll; Shift+drag always marks"),
)


def full_screen_keys(controller: Controller, front: "FullScreen") -> KeyBindings:
    """Every key but those the library binds by itself."""
    keys = writing_keys(controller, front.add, FULL_SCREEN_KEYS)
    _add_sending(keys, front)
    _add_reading(keys, front)

    @keys.add("f2")
    def _mouse(event: KeyPressEvent) -> None:
        front.takes_mouse = not front.takes_mouse

    return keys


def _add_sending(keys: KeyBindings, front: "FullScreen") -> None:
    @keys.add("enter", filter=~is_searching)
    def _send(event: KeyPressEvent) -> None:
        front.send()

    @keys.add("c-c")
    @keys.add("<sigint>")
    @keys.add("c-d", filter=Condition(lambda: not front.draft.text))
    def _leave(event: KeyPressEvent) -> None:
        front.leave()


def _add_reading(keys: KeyBindings, front: "FullScreen") -> None:
    roll, draft = front.roll, front.draft
    at_start = Condition(lambda: not draft.document.get_start_of_line_position())
    at_end = Condition(lambda: not draft.document.get_end_of_line_position())

    for name, pages in (("pageup", -1), ("pagedown", 1)):
        keys.add(name)(lambda event, pages=pages: roll.move_pages(pages))
    for name, rows in (("c-up", -1), ("c-down", 1)):
        keys.add(name)(lambda event, rows=rows: roll.move(rows))

    @keys.add("c-home")
    @keys.add("home", filter=at_start)
    def _to_first(event: KeyPressEvent) -> None:
        roll.to_first()

    @keys.add("c-end")
    @keys.add("end", filter=at_end)
    def _to_last(event: KeyPressEvent) -> None:
        roll.to_last()
