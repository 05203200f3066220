"""The inline front by its keys, without a terminal; test_inline.py looks at the screen."""

from collections.abc import Iterator

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from simulator.chat.clocks import LiveClock
from simulator.chat.inline import play_inline
from simulator.errors import StoreError


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


@pytest.mark.parametrize(
    ("keys", "turns", "phase"),
    [
        ("Hello\r/quit\r", ["Hello"], "kept"),
        ("two\x1b\rlines\r\x04", ["two\nlines"], "kept"),
        ("\r  \r\x04", [], "kept"),
        ("draft\x03", [], "kept"),
        ("/stop\r", [], "stopped"),
        (
            "We have tea and bread.\rThe lamp is green tonight.\r",
            ["We have tea and bread.", "The lamp is green tonight."],
            "ended",
        ),
    ],
)
def test_what_is_typed_is_played(start, keyboard, keys, turns, phase):
    controller = start()
    keyboard.send_text(keys)
    play_inline(controller, pace=0.0)
    assert [turn.text for turn in controller.talk.recording.session.turns] == turns
    assert controller.talk.phase == phase


def test_a_silence_that_ends_the_talk_ends_the_prompt(start, keyboard):
    now = [0.0]
    controller = start(clock=LiveClock(lambda: now[0]))
    now[0] = 1000.0
    keyboard.send_text("half a dra")
    play_inline(controller, pace=0.0)
    assert controller.talk.phase == "ended"
    assert controller.talk.recording.session.turns == ()


def test_what_goes_wrong_in_the_background_is_told(start, keyboard, monkeypatch):
    def fail(until):
        raise StoreError("the disk is full")

    controller = start()
    monkeypatch.setattr(controller.talk.recording, "wait", fail)
    with pytest.raises(StoreError, match="the disk is full"):
        play_inline(controller, pace=0.0)
