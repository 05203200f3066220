"""A menu in the terminal: arrow keys or a few letters choose a row, Enter takes it, Esc leaves."""

from collections.abc import Sequence
from typing import NamedTuple

from prompt_toolkit import Application
from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import AnyFormattedText, StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import (
    BufferControl,
    FormattedTextControl,
    HSplit,
    Layout,
    ScrollOffsets,
    VerticalAlign,
    VSplit,
    Window,
)
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.output import Output

from simulator.chat.bubbles import rows_of
from simulator.render.visible import in_one_line

ASKED = "Which one? "
KEYS = "Up and Down choose, letters filter, Enter begins, Esc leaves."
ESCAPE_SECONDS = 0.05
"""How long to wait for what else a terminal sends after Esc when another key was pressed."""
PAGE = 5
FACTS_LINES = 2
"""So many lines below a title stay in sight."""


class MenuRow(NamedTuple):
    """One choice: its title, a line of facts, and what is worth knowing of the one that is marked, a line each."""

    id: str
    title: str
    facts: str
    notes: tuple[str, ...] = ()

    def matches(self, words: str) -> bool:
        """Whether every one of the words, or the beginning of one, is somewhere in the row."""
        text = " ".join((self.id, self.title, self.facts, *self.notes)).casefold()
        return all(word in text for word in words.casefold().split())


def choose(rows: Sequence[MenuRow], keyboard: Input | None = None, screen: Output | None = None) -> str | None:
    """The id of the row that is taken, None where somebody leaves; KeyboardInterrupt for Ctrl-C."""
    return _Menu(rows).application(keyboard, screen).run()


class _Menu:
    def __init__(self, rows: Sequence[MenuRow]) -> None:
        self._rows = rows
        self._mark = 0
        self._filter = Buffer(multiline=False, on_text_changed=lambda _: self._move(-len(rows)))

    def application(self, keyboard: Input | None, screen: Output | None) -> "Application[str | None]":
        """The menu over as many lines as it needs; when it is done, they are free again."""
        typed = BufferControl(self._filter)
        parts = [
            VSplit([_window([("bold", ASKED)]), Window(typed, height=1)]),
            Window(
                FormattedTextControl(self._list),
                dont_extend_height=True,
                height=Dimension(min=2),
                scroll_offsets=ScrollOffsets(bottom=FACTS_LINES),
            ),
            _window(self._notes),
            _window(lambda: _lines(KEYS, style="italic")),
        ]
        layout = Layout(HSplit(parts, align=VerticalAlign.TOP), focused_element=typed)
        app: Application[str | None] = Application(
            layout, key_bindings=self._keys(), erase_when_done=True, input=keyboard, output=screen
        )
        app.ttimeoutlen = ESCAPE_SECONDS
        # Some terminals do not say where their cursor is; that is no news for a trainee.
        app.renderer.cpr_not_supported_callback = None
        return app

    @property
    def _found(self) -> list[MenuRow]:
        return [row for row in self._rows if row.matches(self._filter.text)]

    def _move(self, steps: int) -> None:
        self._mark = max(0, min(self._mark + steps, len(self._found) - 1))

    def _list(self) -> StyleAndTextTuples:
        shown: StyleAndTextTuples = []
        for number, row in enumerate(self._found):
            is_marked = number == self._mark
            # The window scrolls to where the cursor is said to be.
            shown += [("[SetCursorPosition]", "")] if is_marked else []
            shown += _lines(row.title, "> " if is_marked else "  ", "bold" if is_marked else "")
            shown += _lines(row.facts, "    ")
        shown = shown or _lines("Nothing has these letters in it; take some away.", "  ")
        return [*shown[:-1], (shown[-1][0], shown[-1][1].rstrip("\n"))]

    def _notes(self) -> StyleAndTextTuples:
        notes = self._found[self._mark].notes if self._found else ()
        return [("", "\n"), *(line for note in notes for line in _lines(note))]

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        for key, steps in (("up", -1), ("down", 1), ("c-p", -1), ("c-n", 1), ("pageup", -PAGE), ("pagedown", PAGE)):
            keys.add(key)(lambda _, by=steps: self._move(by))

        @keys.add("enter")
        def _take(event: KeyPressEvent) -> None:
            if self._found:
                event.app.exit(result=self._found[self._mark].id)

        @keys.add("escape", eager=True)
        @keys.add("c-d")
        def _leave(event: KeyPressEvent) -> None:
            event.app.exit(result=None)

        @keys.add("c-c")
        def _interrupt(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt())

        @keys.add("c-z")
        def _suspend(event: KeyPressEvent) -> None:
            event.app.suspend_to_background()

        return keys


def _window(text: AnyFormattedText) -> Window:
    """A window as large as its text."""
    return Window(FormattedTextControl(text), dont_extend_height=True, dont_extend_width=True)


def _lines(text: str, before: str = "", style: str = "") -> StyleAndTextTuples:
    """The text, made harmless, in rows of the terminal's width with `before` in front of the first."""
    # The last column stays free: some terminals wrap a row that fills them.
    columns = get_app().output.get_size().columns - 1 - len(before)
    rows = rows_of(in_one_line(text), columns)
    return [(style, f"{before if not number else ' ' * len(before)}{row}\n") for number, row in enumerate(rows)]
