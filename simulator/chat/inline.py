"""The inline front: the chat flows into the terminal's own scrollback, above the message being written."""

import asyncio
import contextlib
from typing import Any

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.filters import is_searching
from prompt_toolkit.formatted_text import FormattedText, StyleAndTextTuples
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.patch_stdout import patch_stdout

from simulator.chat.bubbles import Paper, Row, clipped, texts_of
from simulator.chat.controller import Controller
from simulator.chat.delivery import Delivery
from simulator.chat.draft_letters import SimplerLetters
from simulator.chat.editing import Offers, put_aside, writing_keys
from simulator.chat.happenings import Draft, Happening
from simulator.chat.suspending import told_to_stop

PLACEHOLDER = "Enter sends, F1 names the keys"


def play_inline(controller: Controller, pace: float) -> None:
    """Play in this terminal; `pace` stretches the client's typing times (1: the scenario's, 0: none)."""
    with patch_stdout(raw=True):
        asyncio.run(_Chat(controller, pace).run())


class _Chat:
    """Sees the delivery's happenings on their way into the scrollback."""

    def __init__(self, controller: Controller, pace: float) -> None:
        self._controller = controller
        self._delivery = Delivery(controller, pace, self)
        self._paper = Paper()
        self._unsent = ""
        self._prompt: PromptSession[str] = PromptSession(
            self._before_draft,
            # In memory only: what a trainee writes is on disk in the store alone, personal data replaced.
            history=InMemoryHistory(),
            multiline=True,
            completer=Offers(controller),
            complete_while_typing=False,
            key_bindings=self._keys(),
            input_processors=[SimplerLetters()],
            placeholder=[("italic", PLACEHOLDER)],
            prompt_continuation=lambda width, number, wraps: " " * width,
            erase_when_done=True,
        )
        # Some terminals do not say where their cursor is; that is no news for a trainee.
        self._prompt.app.renderer.cpr_not_supported_callback = None

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        with told_to_stop(lambda: loop.call_soon_threadsafe(put_aside, self._controller)):
            for text in texts_of(self._delivery.begin()):
                self._prompt.history.append_string(text)
            while self._controller.prompt.is_open:
                line = await self._typed()
                if line is None:
                    self._delivery.leave()
                else:
                    self._delivery.take(line)
                    self._prompt.placeholder = None
            await self._delivery.listen()

    def show(self, happening: Happening) -> None:
        if isinstance(happening, Draft):
            self._unsent = happening.text
        print_rows(self._paper.lay_out(happening, self._columns()))

    def redraw(self) -> None:
        self._prompt.app.invalidate()

    async def _typed(self) -> str | None:
        """The next message, while the client goes on writing; None where the trainee leaves."""
        client = asyncio.create_task(self._let_client_write())
        unsent, self._unsent = self._unsent, ""
        try:
            return await self._prompt.prompt_async(default=unsent)
        except (EOFError, KeyboardInterrupt):
            return None
        finally:
            client.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await client

    async def _let_client_write(self) -> None:
        """Ends the prompt where the talk ends or fails."""
        try:
            await self._delivery.listen()
            self._leave_prompt(result="")
        except Exception as wrong:
            # Raised where the message is awaited: nobody awaits this task while somebody types.
            self._leave_prompt(exception=wrong)

    def _leave_prompt(self, **outcome: Any) -> None:
        if self._prompt.app.is_running and not self._prompt.app.is_done:
            self._prompt.app.exit(**outcome)

    def _columns(self) -> int:
        # The last column stays free: some terminals wrap a row that fills them.
        return max(self._prompt.app.output.get_size().columns - 1, 2)

    def _before_draft(self) -> StyleAndTextTuples:
        label: StyleAndTextTuples = [("bold", f"{self._controller.prompt.label}> ")]
        if not self._delivery.writer:
            return label
        typing = clipped(f"{self._delivery.writer} is typing ...", self._columns())
        return [("italic", f"{typing}\n"), *label]

    def _keys(self) -> KeyBindings:
        keys = writing_keys(self._controller, self.show)

        @keys.add("enter", filter=~is_searching)
        def _send(event: KeyPressEvent) -> None:
            event.current_buffer.validate_and_handle()

        return keys


def print_rows(rows: list[Row]) -> None:
    """Put rows into the terminal's scrollback, above a line that is being written."""
    print_formatted_text(FormattedText([part for row in rows for part in (row, ("", "\n"))]), end="")
