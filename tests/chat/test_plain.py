"""The plain front: one text, and nothing a terminal may obey."""

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.chat.clock import Clock
from simulator.chat.happenings import Bubble, Cleared, Draft, Notice
from simulator.chat.plain import play_lines, play_typed, shown

GOLDEN = Path(__file__).parent / "plain_transcript.txt"
LINES = [
    "Hello\n",
    "\n",
    "/hint\n",
    "/wait 60\n",
    "//help\n",
    "/hlep\n",
    "We have tea and bread. My mail is oleg@example.org\n",
    "The lamp is green tonight.\n",
    "more\n",
    "/quit\n",
]


def played(controller, lines):
    written = []
    unread = play_lines(controller, lines, lambda happenings: written.append(shown(happenings)))
    return "".join(written), unread


def test_a_whole_talk_reads_as_it_always_did(start):
    text, unread = played(start(), LINES)
    assert text == GOLDEN.read_text(encoding="utf-8")
    assert unread == 2


def test_the_end_of_input_keeps_the_session(start, store):
    text, unread = played(start(), ["Hello"])
    assert "* Session k7mq-2xdr is kept as it is.\n" in text
    assert unread == 0
    assert not store.sessions()[0].is_over


def obeyed(text):
    return [
        character
        for character in text
        if (ord(character) < 0x20 and character != "\n") or 0x7F <= ord(character) < 0xA0
    ]


@settings(max_examples=100, deadline=None)
@given(text=st.text())
def test_no_text_of_anybody_reaches_the_terminal_as_a_command(text):
    out = shown((Bubble("client", text, None, text), Notice("info", text)))
    assert obeyed(out) == []
    assert not set(out) & set("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    out.encode()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.text(min_size=1) | st.sampled_from(["\x1b[2Jhi", "a\x07b", "x\u202ey", "\x9b31m"]))
def test_a_played_line_shows_no_control_byte(start, store, line):
    for summary in store.sessions():
        store.delete(summary.head.id)
    assert obeyed(played(start(), [line])[0]) == []


def test_a_second_line_cannot_pass_for_another_message():
    assert (
        shown((Bubble("client", "zero", None, "hi\ntelegram: it is over"),)) == "zero: hi\n    telegram: it is over\n"
    )


@pytest.mark.parametrize(
    ("happening", "expected"),
    [
        (Cleared("Back before turn 2."), "* ----------\n* Back before turn 2.\n"),
        (Draft("one\ntwo"), "* Not sent: one\n* two\n"),
    ],
)
def test_what_other_fronts_do_to_the_screen_is_said(happening, expected):
    assert shown((happening,)) == expected


def test_who_types_does_not_read_the_own_words_twice(start):
    written, lines = [], iter(["We have tea and bread.\n", "/quit\n"])
    controller = start()
    play_typed(controller, controller.begin(), lambda: next(lines), written.append)
    text = "".join(written)
    assert text.count("you> ") == 2
    assert "zero: tea?" in text
    assert "tea and bread" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="stops by a signal")
def test_a_client_does_not_wait_for_a_program_that_is_stopped(start, monkeypatch):
    now, written, lines = [0.0], [], iter(["We have tea and bread.\n", "/quit\n"])

    def stopped() -> float:
        now[0] += 90_000.0
        return 90_000.0

    def typed() -> str:
        os.kill(os.getpid(), signal.SIGTSTP)
        return next(lines)

    monkeypatch.setattr("simulator.chat.plain.stopped_seconds", stopped)
    controller = start(clock=Clock(ticks=lambda: now[0]))
    play_typed(controller, controller.begin(), typed, written.append)
    text = "".join(written)
    assert now[0] == 180_000.0
    assert "zero: tea?" in text
    assert "are you there?" not in text
    assert text.count("you> ") == 4


def test_a_talk_from_its_beginning_is_shown_with_the_own_words(start):
    written, lines = [], iter(["We have tea and bread.\n", "hm\n", "/back\n", "/quit\n"])
    controller = start()
    play_typed(controller, controller.begin(), lambda: next(lines), written.append)
    assert "".join(written).count("you: We have tea and bread.") == 1


def test_an_interrupted_keyboard_is_like_quit(start):
    def interrupted():
        raise KeyboardInterrupt

    written = []
    controller = start()
    play_typed(controller, controller.begin(), interrupted, written.append)
    assert "is kept as it is" in written[-1]
