"""The plain front: for pipes, dumb terminals and screen readers; not one escape code."""

from collections.abc import Callable, Iterable

from simulator.chat.controller import Controller
from simulator.chat.happenings import PLACES, Bubble, Cleared, Draft, Happening, Happenings, Page
from simulator.chat.suspending import stopped_seconds, told_to_stop
from simulator.render.visible import visible

Write = Callable[[str], None]
Show = Callable[[Happenings], None]

RULE = "----------"
PAGE_WIDTH = 80


def play_lines(controller: Controller, lines: Iterable[str], show: Show) -> int:
    """Play line after line, the trainee's own shown too; returns how many were left unread after the end."""
    show(controller.begin())
    unread = 0
    for line in lines:
        if not line.strip():
            continue
        if not controller.prompt.is_open:
            unread += 1
            continue
        show(controller.take(line))
    show(controller.leave())
    return unread


def play_typed(controller: Controller, begun: Happenings, read_line: Callable[[], str], write: Write) -> None:
    """Show what has begun, and play with a person at a terminal without any control of it.

    `read_line` gives "" at the end of input.
    """

    def put_aside() -> None:
        controller.away(stopped_seconds())
        # The shell has written meanwhile.
        write(_label(controller))

    write(shown(begun))
    with told_to_stop(put_aside):
        while controller.prompt.is_open:
            write(_label(controller))
            try:
                line = read_line()
            except KeyboardInterrupt:
                line = ""
            if not line:
                write("\n" + shown(controller.leave()))
                return
            write(shown(_not_typed_just_now(controller.take(line))))


def _label(controller: Controller) -> str:
    return f"{controller.prompt.label}> "


def shown(happenings: Happenings) -> str:
    """Lines of text; every line of a message but its first is indented, so that none can pass for another's."""
    return "".join(f"{_block(happening)}\n" for happening in happenings)


def _block(happening: Happening) -> str:
    if isinstance(happening, Bubble):
        place = f" [{PLACES[happening.place]}]" if happening.place else ""
        text = visible(happening.text).replace("\n", "\n    ")
        return f"{visible(happening.sender)}{place}: {text}"
    if isinstance(happening, Page):
        return _printed(happening)
    if isinstance(happening, Cleared):
        return f"* {RULE}\n* {visible(happening.why)}"
    # Nothing can be put into the line that a bare terminal reads: the words are there to be typed again.
    text = f"Not sent: {happening.text}" if isinstance(happening, Draft) else happening.text
    return "\n".join(f"* {line}" for line in visible(text).split("\n"))


def _printed(page: Page) -> str:
    from simulator.render.palette import PLAIN
    from simulator.render.to_terminal import printed

    return f"\n{printed(page.blocks, PAGE_WIDTH, PLAIN)}"


def _not_typed_just_now(happenings: Happenings) -> Happenings:
    """Without the own message, which the terminal has shown; a talk from its beginning is shown with all of them."""
    if any(isinstance(happening, Cleared) for happening in happenings):
        return happenings
    return tuple(one for one in happenings if not (isinstance(one, Bubble) and one.role == "counselor"))
