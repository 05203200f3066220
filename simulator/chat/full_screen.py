"""The full-screen front: chat, side pane and editor in a window of their own."""

import asyncio
from asyncio import Task
from collections.abc import Callable

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import InMemoryHistory

from simulator.chat.bubbles import Paper, clipped, texts_of
from simulator.chat.controller import Controller
from simulator.chat.delivery import Delivery
from simulator.chat.editing import Offers, put_aside
from simulator.chat.full_screen_keys import full_screen_keys
from simulator.chat.full_screen_layout import Parts, layout_of
from simulator.chat.full_screen_roll import Roll
from simulator.chat.full_screen_side import has_side, head, rule, side
from simulator.chat.happenings import Draft, Happening, Notice
from simulator.chat.inline import print_rows
from simulator.chat.suspending import told_to_stop

FOOT = "Enter sends · Alt+Enter new line · PgUp PgDn read back · F1 keys · F2 mouse {}"


def play_full_screen(controller: Controller, pace: float) -> None:
    """Play in a window of its own, and leave its last words in the scrollback; `pace` as for the inline front."""
    chat = FullScreen(controller, pace)
    asyncio.run(chat.run())
    chat.print_last_words()


class FullScreen:
    """Sees the delivery's happenings on their way into the roll, and hands over what is typed."""

    def __init__(self, controller: Controller, pace: float) -> None:
        self.roll = Roll()
        self.takes_mouse = True
        self._controller = controller
        self._delivery = Delivery(controller, pace, self)
        self._last_words: list[Happening] = []
        self._listening: Task[None] | None = None
        self.draft = Buffer(
            # In memory only, as in the inline front.
            history=InMemoryHistory(),
            completer=Offers(controller),
            complete_while_typing=False,
            read_only=Condition(lambda: not controller.prompt.is_open),
        )
        self._app: Application[None] = Application(
            layout=layout_of(self._parts(), self.draft),
            key_bindings=full_screen_keys(controller, self),
            mouse_support=Condition(lambda: self.takes_mouse),
            enable_page_navigation_bindings=False,
            erase_when_done=True,
            full_screen=True,
        )

    async def run(self) -> None:
        """Play to the end; a keyboard that is gone means leaving."""
        loop = asyncio.get_running_loop()
        texts = texts_of(self._delivery.begin())
        for text in texts:
            self.draft.history.append_string(text)
        if texts:
            self.roll.to_last()
        with told_to_stop(lambda: loop.call_soon_threadsafe(put_aside, self._controller)):
            try:
                await self._app.run_async(pre_run=lambda: self._after(lambda: None))
            except EOFError:
                self._delivery.leave()

    def print_last_words(self) -> None:
        """The ending and what came after it, or what came of the last line: the window takes all else with it."""
        paper = Paper()
        for happening in self._last_words:
            print_rows(paper.lay_out(happening, self._app.output.get_size().columns - 1))

    def show(self, happening: Happening) -> None:
        if isinstance(happening, Draft):
            self.draft.text = happening.text
            self.draft.cursor_position = len(happening.text)
            return
        self._last_words.append(happening)
        self.add(happening)

    def add(self, happening: Happening) -> None:
        """Put into the window what is no part of the talk, or what is."""
        self.roll.add(happening)
        self.redraw()

    def redraw(self) -> None:
        self._app.invalidate()

    def send(self) -> None:
        """Take what is in the editor; after the talk, show the rest of it, then leave."""
        if self._delivery.is_done:
            self._app.exit()
        elif not self._controller.prompt.is_open:
            self._delivery.hurry()
        else:
            line = self.draft.text
            self.draft.append_to_history()
            self.draft.reset()
            self.roll.to_last()
            self._after(lambda: self._delivery.take(line))

    def leave(self) -> None:
        """Keep the talk where it is not over, and close the window."""
        if self._delivery.is_done:
            self._app.exit()
        else:
            self._after(self._delivery.leave)

    def _after(self, act: Callable[[], None]) -> None:
        """Act while nobody types, then go on listening."""
        if self._listening:
            self._listening.cancel()
        if not any(_is_ending(happening) for happening in self._last_words):
            self._last_words.clear()
        try:
            act()
        except Exception as wrong:
            self._exit_with(wrong)
        else:
            self._listening = self._app.create_background_task(self._listen())

    async def _listen(self) -> None:
        try:
            await self._delivery.listen()
        except Exception as wrong:
            self._exit_with(wrong)
            return
        # How a talk ended is read in the window; whoever left it has read enough.
        if self._last_words and _is_ending(self._last_words[-1]):
            self.redraw()
        elif not self._app.is_done:
            self._app.exit()

    def _exit_with(self, wrong: Exception) -> None:
        if not self._app.is_done:
            self._app.exit(exception=wrong)

    def _parts(self) -> Parts:
        return Parts(
            head=lambda width: head(self._controller.status, width),
            # A column stays free between words and whatever is beside them.
            chat=lambda width, height: self.roll.page(width - 1, height),
            side=lambda width, height: side(self._controller.status, width, height),
            has_side=lambda: has_side(self._controller.status, self._app.output.get_size().columns),
            rule=lambda width: rule(self._delivery.writer, self.roll, width),
            label=lambda: self._controller.prompt.label if self._controller.prompt.is_open else "Enter leaves",
            foot=lambda width: ("", clipped(FOOT.format("on" if self.takes_mouse else "off"), width)),
            scroll=self.roll.move,
        )


def _is_ending(happening: Happening) -> bool:
    return isinstance(happening, Notice) and happening.kind == "ending"
