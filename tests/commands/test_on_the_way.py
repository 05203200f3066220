"""One line of progress where somebody looks, nothing where nobody does."""

import io

import pytest

from simulator.commands.on_the_way import on_the_way


class Screen(io.StringIO):
    """Standard error as a terminal, or as a pipe."""

    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


def test_a_terminal_shows_one_line_that_is_gone_in_the_end(monkeypatch):
    monkeypatch.setattr("sys.stderr", screen := Screen(True))
    monkeypatch.setenv("COLUMNS", "21")
    assert list(on_the_way("abc", "session")) == ["a", "b", "c"]
    lines = screen.getvalue().split("\r")
    assert lines == ["session 1 of 3 ...  ", "session 2 of 3 ...  ", "session 3 of 3 ...  ", " " * 20, ""]


def test_the_line_is_gone_too_when_the_work_fails(monkeypatch):
    monkeypatch.setattr("sys.stderr", screen := Screen(True))
    with pytest.raises(ZeroDivisionError):
        [1 / number for number in on_the_way((1, 0), "a title that is longer than any window " * 9)]
    first, *_, last, end = screen.getvalue().split("\r")
    assert len(first) == len(last) < 200
    assert (last.strip(), end) == ("", "")


def test_a_pipe_gets_nothing(monkeypatch):
    monkeypatch.setattr("sys.stderr", screen := Screen(False))
    assert list(on_the_way("abc", "session")) == ["a", "b", "c"]
    assert screen.getvalue() == ""
