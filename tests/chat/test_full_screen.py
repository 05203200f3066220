"""The parts of the full screen: what is laid out, what is read, and what stands around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.layout import Dimension
from prompt_toolkit.layout.mouse_handlers import MouseHandlers
from prompt_toolkit.layout.screen import Screen, WritePosition
from wcwidth import iter_graphemes

from simulator.chat import full_screen_roll
from simulator.chat.bubbles import Paper
from simulator.chat.controller import Status
from simulator.chat.full_screen_board import Board
from simulator.chat.full_screen_roll import Roll
from simulator.chat.full_screen_side import FOLDED_BELOW, has_side, head, rule, side
from simulator.chat.happenings import Bubble, Cleared, Notice
from simulator.render.wrapping import columns

WIDTH, HEIGHT = 40, 6
PRACTICE = Status("A tiny talk", "practice", 3, "request", 2, ("say hello", "listen " * 20), "Ask openly.")
EXAM = Status("A tiny talk", "exam", 3)


def said(number: int, words: str = "") -> Notice:
    """Two rows in a window wide enough: an empty one, and this."""
    return Notice("info", f"number {number} {words}".strip())


def rolled(count: int) -> Roll:
    roll = Roll()
    for number in range(count):
        roll.add(said(number))
    roll.to_last()
    return roll


def read(roll: Roll, width: int = WIDTH, height: int = HEIGHT) -> list[str]:
    return [text for _, text in roll.page(width, height)]


def numbers(roll: Roll, width: int = WIDTH, height: int = HEIGHT) -> list[int]:
    return [int(text.split()[1]) for text in read(roll, width, height) if text.startswith("number")]


def test_few_rows_stand_right_above_the_editor():
    assert read(rolled(1)) == ["", "", "", "", "", "number 0"]


def test_the_end_is_followed():
    roll = rolled(10)
    assert numbers(roll) == [7, 8, 9]
    roll.add(said(10))
    assert numbers(roll) == [8, 9, 10]
    assert (roll.follows, roll.below) == (True, 0)


@pytest.mark.parametrize(
    ("moves", "expected"),
    [([-2], [6, 7, 8]), ([-2, 2], [7, 8, 9]), ([-100], [0, 1, 2]), ([-100, 2], [1, 2, 3]), ([-100, 100], [7, 8, 9])],
)
def test_the_reader_moves_within_what_there_is(moves, expected):
    roll = rolled(10)
    for rows in moves:
        read(roll)
        roll.move(rows)
    assert numbers(roll) == expected
    assert roll.follows == (expected[-1] == 9)


def test_a_page_leaves_a_row_of_the_last_one():
    roll = rolled(10)
    before = read(roll)
    roll.move_pages(-1)
    assert read(roll)[-1] == before[0]


def test_what_comes_while_somebody_reads_back_moves_nothing_and_is_counted():
    roll = rolled(10)
    read(roll)
    roll.move(-4)
    before = numbers(roll)
    for number in (10, 11, 12):
        roll.add(said(number))
    assert numbers(roll) == before
    assert (roll.follows, roll.below) == (False, 3)
    roll.move(6)
    assert numbers(roll)[-1] == 11 - 1
    assert roll.below == 2
    roll.to_last()
    assert (numbers(roll), roll.below, roll.follows) == ([10, 11, 12], 0, True)


def test_what_does_not_fit_at_once_is_read_from_its_first_row():
    roll = Roll()
    for number in range(5):
        roll.add(said(number))
    assert (numbers(roll), roll.follows, roll.below) == ([0, 1, 2], False, 2)
    roll.to_last()
    assert (numbers(roll), roll.follows, roll.below) == ([2, 3, 4], True, 0)
    roll.add(Notice("info", "\n".join(f"number {number}" for number in range(20))))
    assert (numbers(roll), roll.below) == ([0, 1, 2, 3, 4], 1)
    roll.to_first()
    assert numbers(roll) == [0, 1, 2]


@pytest.mark.parametrize("width", [20, 100])
def test_the_reader_stays_at_the_message_when_the_window_changes(width):
    roll = Roll()
    for number in range(30):
        roll.add(said(number, "many more words " * 4))
    read(roll)
    roll.move(-60)
    before = numbers(roll)[0]
    assert abs(numbers(roll, width)[0] - before) <= 1
    assert numbers(roll)[0] == before


def test_a_message_read_at_its_end_stays_on_top_when_it_becomes_shorter():
    roll = Roll()
    for number in range(9):
        roll.add(Notice("info", f"{number} " * 20))
    roll.to_last()
    read(roll, 10)
    roll.to_first()
    roll.move(4)
    assert read(roll, 10)[0] == "0 0 0 0 0"
    assert set(read(roll, 50)[0].split()) == {"0"}


def test_a_message_is_not_seen_before_its_last_row_is():
    roll = rolled(10)
    read(roll)
    roll.move(-1)
    roll.add(said(10))
    read(roll)
    roll.move(2)
    assert numbers(roll)[-1] == 9
    assert roll.below == 1
    roll.move(1)
    assert numbers(roll)[-1] == 10
    assert roll.below == 0


def test_a_talk_that_begins_anew_replaces_what_was_there():
    roll = rolled(10)
    read(roll)
    roll.move(-100)
    roll.add(Cleared("Back before turn 1."))
    roll.add(said(11))
    assert [row for row in read(roll) if row] == ["─" * WIDTH, "Back before turn 1.", "number 11"]
    assert (roll.follows, roll.below) == (True, 0)


def test_a_message_is_laid_out_once_for_a_width_and_only_visible_rows_are_handed_out(monkeypatch):
    laid_out = []

    class Counting(Paper):
        def lay_out(self, happening, width):
            laid_out.append(happening)
            return super().lay_out(happening, width)

    monkeypatch.setattr(full_screen_roll, "Paper", Counting)
    roll = rolled(1000)
    assert laid_out == []
    for _ in range(5):
        assert len(roll.page(WIDTH, HEIGHT)) == HEIGHT
    assert len(laid_out) == 1000
    roll.add(said(1000))
    read(roll)
    assert len(laid_out) == 1001
    read(roll, WIDTH + 1)
    assert len(laid_out) == 2002


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.integers(-9, 9).map(lambda rows: ("move", rows))
        | st.text(max_size=30).map(lambda text: ("add", text))
        | st.tuples(st.integers(5, 60), st.integers(1, 12)).map(lambda size: ("page", size))
        | st.sampled_from([("first", 0), ("last", 0), ("clear", 0)]),
        max_size=30,
    )
)
def test_whatever_a_reader_does_a_page_is_full_and_part_of_the_roll(steps):
    roll, size = Roll(), (WIDTH, HEIGHT)
    for step, value in steps:
        if step == "move":
            roll.move(value)
        elif step == "add":
            roll.add(Bubble("client", "zero", None, value))
        elif step == "clear":
            roll.add(Cleared("Back before turn 1."))
        elif step == "page":
            size = value
        elif step == "first":
            roll.to_first()
        else:
            roll.to_last()
        page = roll.page(*size)
        assert len(page) == size[1]
        assert all(columns(text) <= max(size[0], 2) for _, text in page)
        assert roll.below >= 0
        assert not (roll.follows and roll.below)


def drawn(text: str, width: int = 20) -> Screen:
    screen = Screen()
    board = Board(lambda columns, rows: [("", text)], (Dimension(), Dimension()), lambda rows: None)
    board.write_to_screen(screen, MouseHandlers(), WritePosition(2, 1, width, 1), "", False, None)
    return screen


@pytest.mark.parametrize(
    "text",
    ["plain", "Слава", "日本語", "e\u0301e\u0301", "👍🏽!", "🇺🇦!", "👨‍👩‍👧‍👦!", "❤️!", "שלום עולם", "مرحبا", "क्षि!"],
)
def test_a_cluster_of_letters_takes_one_cell_and_its_neighbours_do_not_move(text):
    screen = drawn(text)
    x = 2
    for cluster in iter_graphemes(text):
        cell = screen.data_buffer[1][x]
        assert cell.char == cluster
        assert cell.width == max(columns(cluster), 1)
        x += cell.width
        if len(cluster) > 1:
            # Wherever the terminal believes to be now, the next cell is written to its own column.
            assert f"\x1b[{x + 1}G" in screen.zero_width_escapes[1][x]
    assert screen.data_buffer[1][x].char == " "


def test_what_is_wider_than_a_board_is_cut_off_between_letters():
    row = drawn("日本語日本語", width=5).data_buffer[1]
    assert [row[x].char for x in (2, 4, 6)] == ["日", "本", " "]


@pytest.mark.parametrize("width", [40, FOLDED_BELOW - 1, FOLDED_BELOW, 200])
@pytest.mark.parametrize("status", [PRACTICE, EXAM, PRACTICE._replace(title="日本語" * 30, hint="עברית " * 30)])
def test_what_stands_around_fills_its_rows_exactly(status, width):
    assert columns(head(status, width)[1]) == width
    for writer in ("", "zero", "日本語" * 40):
        for roll in (rolled(1), read_back()):
            assert columns(rule(writer, roll, width)[1]) == width
    rows = side(status, 34, 12)
    assert len(rows) == 12
    assert all(columns(text) <= 34 for _, text in rows)


def read_back(new: int = 2) -> Roll:
    roll = rolled(10)
    read(roll)
    roll.move(-6)
    for number in range(new):
        roll.add(said(number))
    read(roll)
    return roll


@pytest.mark.parametrize(
    ("writer", "roll", "expected"),
    [
        ("", rolled(1), "─" * 40),
        ("zero", rolled(1), "── zero is typing ... " + "─" * 18),
        ("", read_back(), "─" * 20 + " 2 new below: End ──"),
        ("", read_back(0), "─" * 21 + " more below: End ──"),
        ("zero", read_back(), "── zero is ... ───── 2 new below: End ──"),
    ],
)
def test_the_rule_says_what_cannot_be_seen(writer, roll, expected):
    assert rule(writer, roll, 40)[1] == expected


def test_the_side_pane_shows_what_the_mode_lets_it():
    text = "\n".join(row.removeprefix("│ ") for _, row in side(PRACTICE, 34, 30))
    for part in ("  contact\n▸ request\n", "Trust 2", "Hint\nAsk openly.", "Goals\n- say hello\n- listen"):
        assert part in text
    assert {row for _, row in side(EXAM, 34, 5)} == {"│ "}


@pytest.mark.parametrize(
    ("status", "width", "has"),
    [(PRACTICE, FOLDED_BELOW, True), (PRACTICE, FOLDED_BELOW - 1, False), (EXAM, 200, False)],
)
def test_the_side_pane_is_folded_where_there_is_no_room_or_nothing_to_show(status, width, has):
    assert has_side(status, width) is has
    assert ("request · trust 2" in head(status, width)[1]) is (not has and status is PRACTICE)
