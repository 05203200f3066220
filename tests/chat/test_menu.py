"""The menu: which keys lead to which row."""

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from simulator.chat.menu import MenuRow, choose

ROWS = (
    MenuRow("tea", "A cup of tea", "beginner, you write first", ("Content note: hot water.",)),
    MenuRow("lamp", "The green lamp", "advanced, the client writes first"),
    MenuRow("bread", "Bread and \u202etea", "advanced, you write first"),
)
UP, DOWN, ENTER, ESC, CTRL_C, CTRL_D, BACKSPACE = "\x1b[A", "\x1b[B", "\r", "\x1b", "\x03", "\x04", "\x7f"
PAGE_UP, PAGE_DOWN = "\x1b[5~", "\x1b[6~"


def chosen(keys: str) -> str | None:
    with create_pipe_input() as keyboard, create_app_session(keyboard, DummyOutput()):
        keyboard.send_text(keys)
        return choose(ROWS, keyboard, DummyOutput())


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        pytest.param(ENTER, "tea", id="Enter takes the first"),
        pytest.param(DOWN + ENTER, "lamp", id="Down"),
        pytest.param(DOWN + DOWN + UP + ENTER, "lamp", id="Down and Up"),
        pytest.param(UP + ENTER, "tea", id="no row above the first"),
        pytest.param(DOWN * 9 + ENTER, "bread", id="no row below the last"),
        pytest.param(PAGE_DOWN + ENTER, "bread", id="a page down"),
        pytest.param(DOWN + PAGE_UP + ENTER, "tea", id="a page up"),
        pytest.param("lamp" + ENTER, "lamp", id="letters of an id"),
        pytest.param("ADV you" + ENTER, "bread", id="words anywhere in a row"),
        pytest.param("adv" + DOWN + ENTER, "bread", id="letters and Down"),
        pytest.param("hot" + ENTER, "tea", id="letters of a note"),
        pytest.param(DOWN + DOWN + "gre" + ENTER, "lamp", id="new letters mark the first"),
        pytest.param("zz" + ENTER + BACKSPACE + BACKSPACE + DOWN + ENTER, "lamp", id="nothing found is not taken"),
        pytest.param(ESC, None, id="Esc leaves"),
        pytest.param(CTRL_D, None, id="Ctrl-D leaves"),
    ],
)
def test_keys_choose(keys, row):
    assert chosen(keys) == row


def test_ctrl_c_interrupts():
    with pytest.raises(KeyboardInterrupt):
        chosen(CTRL_C)
