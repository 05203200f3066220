"""The fronts with an editor by their keys, without a terminal; test_fronts.py looks at screens."""

from collections.abc import Iterator

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from simulator.chat.clock import Clock
from simulator.chat.controller import PromptState, Status
from simulator.chat.editing import KEYS, Offers
from simulator.chat.full_screen import play_full_screen
from simulator.chat.full_screen_keys import FULL_SCREEN_KEYS
from simulator.chat.happenings import Draft, Notice
from simulator.chat.inline import play_inline
from simulator.errors import StoreError

TEA, END = "We have tea and bread.", "The lamp is green tonight."
READ_TO_THE_END = "\r" * 3
"""Enter shows what is still being typed, and leaves the window; other fronts have gone by then."""


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


@pytest.fixture(params=[play_inline, play_full_screen])
def play(request):
    return request.param


@pytest.mark.parametrize(
    ("keys", "turns", "phase"),
    [
        ("Hello\r/quit\r", ["Hello"], "open"),
        ("two\x1b\rlines\r\x04", ["two\nlines"], "open"),
        ("\r  \r\x04", [], "open"),
        ("draft\x03", [], "open"),
        ("/stop\r", [], "stopped"),
        (f"{TEA}\r{END}\r", [TEA, END], "ended"),
        ("thanks :heart: at 12:30:45\r\x04", ["thanks ❤️ at 12:30:45"], "open"),
        ("\x1b[5~\x1b[6~\x1b[H\x1b[F\x1bOPHello\r\x04", ["Hello"], "open"),
    ],
)
def test_what_is_typed_is_played(start, keyboard, play, keys, turns, phase):
    controller = start()
    keyboard.send_text(keys + READ_TO_THE_END)
    play(controller, pace=0.0)
    assert [turn.text for turn in controller.talk.recording.session.turns] == turns
    assert controller.talk.phase == phase
    assert not controller.prompt.is_open


def test_a_keyboard_that_is_gone_keeps_the_talk(start, play):
    controller = start()
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.close()
        play(controller, pace=0.0)
    assert controller.talk.phase == "open"
    assert not controller.prompt.is_open


def test_a_silence_that_ends_the_talk_ends_the_prompt(start, keyboard, play):
    now = [0.0]
    controller = start(clock=Clock(ticks=lambda: now[0]))
    taken = controller.tick

    def tick_and_leave():
        keyboard.send_text(READ_TO_THE_END)
        return taken()

    controller.tick = tick_and_leave
    now[0] = 1000.0
    keyboard.send_text("half a dra")
    play(controller, pace=0.0)
    assert controller.talk.phase == "ended"
    assert controller.talk.recording.session.turns == ()


@pytest.mark.parametrize(("doing", "keys"), [("wait", ""), ("say", "Hello\r")])
def test_what_goes_wrong_is_told_wherever_it_happens(start, keyboard, play, monkeypatch, doing, keys):
    def fail(*arguments):
        raise StoreError("the disk is full")

    controller = start()
    monkeypatch.setattr(controller.talk.recording, doing, fail)
    keyboard.send_text(keys)
    with pytest.raises(StoreError, match="the disk is full"):
        play(controller, pace=0.0)


def test_a_draft_that_comes_back_can_be_sent(start, keyboard, play):
    controller = start()
    taken = controller.take
    controller.take = lambda line: (Draft("one\ntwo"),) if line == "/edit" else taken(line)
    keyboard.send_text("/edit\r")
    told = controller.tick

    def tick_and_send():
        # The editor has the draft by now.
        keyboard.send_text(" three\r\x04")
        controller.tick = told
        return told()

    controller.tick = tick_and_send
    play(controller, pace=0.0)
    assert [turn.text for turn in controller.talk.recording.session.turns] == ["one\ntwo three"]


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        ("/hel", {"/help"}),
        ("/h", {"/help", "/hint"}),
        ("ask /h", set()),
        ("", set()),
        ("ask", set()),
        ("ok :heart", {"❤️", "🥰", "😍"}),
        ("ok\n:heart_", {"😍"}),
        (":nobody", set()),
        ("a:heart", set()),
    ],
)
def test_tab_offers_what_the_word_can_become(start, before, offered):
    completions = Offers(start()).get_completions(Document(before), CompleteEvent(completion_requested=True))
    assert {completion.text for completion in completions} == offered


@pytest.mark.parametrize("keys", [KEYS, FULL_SCREEN_KEYS])
def test_the_list_of_keys_fits_a_usual_window(keys):
    widest = max(len(key) for key, _ in keys)
    assert max(widest + 2 + len(what) for _, what in keys) < 80


@pytest.mark.parametrize(
    ("keys", "left", "gone"),
    [
        ("Hello\r/stop\r", "Take a break.", "  Hello"),
        (f"{TEA}\r{END}\r", "  zero is offline.", f"  {TEA}"),
        ("Hello\r/help\r/quit\r", "Session k7mq-2xdr is kept as it is.", "  Hello"),
        ("Hello\r\x04", "Session k7mq-2xdr is kept as it is.", "  Hello"),
    ],
)
def test_the_window_leaves_its_last_words_in_the_scrollback(start, keyboard, monkeypatch, keys, left, gone):
    rows = []
    monkeypatch.setattr("simulator.chat.full_screen.print_rows", rows.extend)
    keyboard.send_text(keys + READ_TO_THE_END)
    play_full_screen(start(), pace=0.0)
    text = [row for _, row in rows]
    assert left in text
    assert gone not in text


class Asking:
    """A controller whose talk ends with the first line, and which asks something after it."""

    status = Status("", "practice", 0)

    def __init__(self) -> None:
        self._told = [Notice("ending", "It is over."), Notice("info", "How was it?"), Notice("info", "Thanks.")]

    @property
    def prompt(self) -> PromptState:
        return PromptState("you", bool(self._told), ())

    def begin(self):
        return (Notice("title", "A talk"),)

    def take(self, line):
        return (self._told.pop(0),)

    def tick(self):
        return ()


def test_what_comes_after_the_ending_is_left_too(keyboard, monkeypatch):
    rows = []
    monkeypatch.setattr("simulator.chat.full_screen.print_rows", rows.extend)
    keyboard.send_text("one\rtwo\rthree\r")
    play_full_screen(Asking(), pace=0.0)
    assert [row for _, row in rows if row] == ["It is over.", "How was it?", "Thanks."]
