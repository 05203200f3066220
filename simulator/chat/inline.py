"""The inline front: the chat flows into the terminal's own scrollback, above the message being written."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.formatted_text import FormattedText, StyleAndTextTuples
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.patch_stdout import patch_stdout

from simulator.chat.bubbles import Paper, delay_of, rows_of, texts_of
from simulator.chat.controller import Controller
from simulator.chat.happenings import Bubble, Happening, Happenings

TICK_SECONDS = 0.25
"""How often the client may notice a silence."""


def play_inline(controller: Controller, pace: float) -> None:
    """Play in this terminal; `pace` stretches the client's typing times (1: the scenario's, 0: none)."""
    with patch_stdout(raw=True):
        asyncio.run(_Chat(controller, pace).run())


class _Chat:
    def __init__(self, controller: Controller, pace: float) -> None:
        self._controller = controller
        self._pace = pace
        self._paper = Paper()
        self._waiting: deque[Happening] = deque()
        self._writer = ""
        # In memory only: what a trainee writes is on disk in the store alone, personal data replaced.
        self._prompt: PromptSession[str] = PromptSession(
            self._before_draft,
            history=InMemoryHistory(),
            multiline=True,
            key_bindings=_keys(),
            prompt_continuation=lambda width, number, wraps: " " * width,
            erase_when_done=True,
            enable_suspend=True,
        )
        # Some terminals do not say where their cursor is; that is no news for a trainee.
        self._prompt.app.renderer.cpr_not_supported_callback = None

    async def run(self) -> None:
        begun = self._controller.begin()
        for text in texts_of(begun):
            self._prompt.history.append_string(text)
        self._show_up_to_first_delay(begun)
        while self._controller.prompt.is_open:
            line = await self._typed()
            self._show_all_waiting()
            if line is None:
                self._show(self._controller.leave())
            else:
                # The own message at once; the client's reply when it has been typed.
                self._show_up_to_first_delay(self._controller.take(line))
        await self._deliver_waiting()

    async def _typed(self) -> str | None:
        """The next message, while the client goes on writing; None where the trainee leaves."""
        client = asyncio.create_task(self._let_client_write())
        try:
            return await self._prompt.prompt_async()
        except (EOFError, KeyboardInterrupt):
            return None
        finally:
            client.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await client
            self._writer = ""

    async def _let_client_write(self) -> None:
        """Deliver what waits, then listen to the silence; ends the prompt where the talk ends or fails."""
        try:
            while self._controller.prompt.is_open:
                await self._deliver_waiting()
                await asyncio.sleep(TICK_SECONDS)
                self._waiting.extend(self._controller.tick())
            await self._deliver_waiting()
            self._leave_prompt(lambda: self._prompt.app.exit(result=""))
        except Exception as wrong:
            # Raised where the message is awaited: nobody awaits this task while somebody types.
            failure = wrong
            self._leave_prompt(lambda: self._prompt.app.exit(exception=failure))

    def _leave_prompt(self, leave: Callable[[], None]) -> None:
        if self._prompt.app.is_running and not self._prompt.app.is_done:
            leave()

    async def _deliver_waiting(self) -> None:
        while self._waiting:
            await self._pause_before(self._waiting[0])
            self._show((self._waiting.popleft(),))

    async def _pause_before(self, happening: Happening) -> None:
        seconds = delay_of(happening) * self._pace
        if seconds <= 0 or not isinstance(happening, Bubble):
            return
        self._writer = happening.sender
        self._prompt.app.invalidate()
        await asyncio.sleep(seconds)
        self._writer = ""
        self._prompt.app.invalidate()

    def _show_up_to_first_delay(self, happenings: Happenings) -> None:
        self._waiting.extend(happenings)
        while self._waiting and not delay_of(self._waiting[0]):
            self._show((self._waiting.popleft(),))

    def _show_all_waiting(self) -> None:
        self._show(tuple(self._waiting))
        self._waiting.clear()

    def _show(self, happenings: Happenings) -> None:
        for happening in happenings:
            rows: StyleAndTextTuples = list(self._paper.lay_out(happening, self._columns()))
            print_formatted_text(FormattedText(rows), end="")

    def _columns(self) -> int:
        # The last column stays free: some terminals wrap a row that fills them.
        return max(self._prompt.app.output.get_size().columns - 1, 2)

    def _before_draft(self) -> StyleAndTextTuples:
        label: StyleAndTextTuples = [("bold", f"{self._controller.prompt.label}> ")]
        if not self._writer:
            return label
        typing = rows_of(f"{self._writer} is typing ...", self._columns())[0]
        return [("italic", f"{typing}\n"), *label]


def _keys() -> KeyBindings:
    """Enter sends, Alt+Enter begins a new line."""
    keys = KeyBindings()

    @keys.add("enter")
    def _send(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("escape", "enter")
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys
