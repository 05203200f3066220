"""Writing a message: the keys and the words that Tab offers, the same in every front that has an editor."""

from collections.abc import Callable, Iterator

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from simulator.chat.controller import Controller
from simulator.chat.emoji import EMOJI, closed_name, with_emoji
from simulator.chat.happenings import Notice
from simulator.chat.suspending import CAN_STOP, stopped_seconds

Keys = tuple[tuple[str, str], ...]
"""What to press and what it does, in the order in which a trainee reads it."""

KEYS: Keys = (
    ("Enter", "send"),
    ("Alt+Enter", "begin a new line"),
    ("Up, Down", "what you wrote before"),
    ("Tab", "complete a command, or an emoji after a colon, such as :he"),
    ("Ctrl+C, Ctrl+D", "leave; the talk is kept"),
    *((("Ctrl+Z", "put the talk aside; the shell's fg brings it back"),) if CAN_STOP else ()),
    ("F1", "this list; /help names the commands"),
)


def writing_keys(controller: Controller, tell: Callable[[Notice], None], listed: Keys = KEYS) -> KeyBindings:
    """All but Enter, which is the front's own, and what the library binds by itself; `tell` shows the list of keys."""
    keys = KeyBindings()

    @keys.add("escape", "enter")
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @keys.add(":")
    def _emoji(event: KeyPressEvent) -> None:
        draft = event.current_buffer
        draft.insert_text(":")
        name = closed_name(draft.document.text_before_cursor)
        if name:
            draft.delete_before_cursor(len(name))
            draft.insert_text(with_emoji(name))

    @keys.add("f1")
    def _name_keys(event: KeyPressEvent) -> None:
        tell(keys_notice(listed))

    @keys.add("c-z")
    def _suspend(event: KeyPressEvent) -> None:
        put_aside(controller)

    return keys


def keys_notice(listed: Keys) -> Notice:
    """The list of keys as a trainee reads it."""
    widest = max(len(key) for key, _ in listed)
    return Notice("info", "\n".join(f"{key:{widest}}  {what}" for key, what in listed))


def put_aside(controller: Controller) -> None:
    """Give the terminal back to the shell and stop until it calls; the client does not wait meanwhile."""
    run_in_terminal(lambda: controller.away(stopped_seconds()))


class Offers(Completer):
    """What Tab offers for the word before the cursor: commands where the draft begins, names of emoji anywhere."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        before = document.text_before_cursor
        word = before.split(" ")[-1].split("\n")[-1]
        if word and word == before:
            commands = (name for name in self._controller.prompt.completions if name.startswith(word))
            yield from (Completion(name, -len(word)) for name in commands)
        if word.startswith(":"):
            names = (name for name in EMOJI if name.startswith(word[1:]))
            yield from (Completion(EMOJI[name], -len(word), f"{EMOJI[name]} :{name}:") for name in names)
