"""Which lines a talk was left on that was taken back."""

import pytest

from simulator.errors import StoreError
from simulator.store.events import StoredEvent
from simulator.store.lines import current_line, other_lines

TURN, BACK = "turn", "back"
# Each event by its kind and its parent; numbers count from 1.
TALKS = {
    "nothing was taken back": ([(TURN, None), (TURN, 1)], []),
    "a turn is taken back": ([(TURN, None), (BACK, None)], [[1]]),
    "a line is left, another taken": ([(TURN, None), (BACK, None), (TURN, 2)], [[1]]),
    "other words beside the last turn": ([(TURN, None), (BACK, None), (TURN, 2), (BACK, 1)], [[3]]),
    "other words, then the talk is left too": (
        [(TURN, None), (BACK, None), (TURN, 2), (BACK, 1), (BACK, None), (TURN, 5)],
        [[3], [1]],
    ),
    "a line that another goes on from": ([(TURN, None), (TURN, 1), (BACK, 1), (BACK, None), (TURN, 4)], [[1, 2]]),
    "a line left early that is gone on from later": (
        [(TURN, None), (BACK, 1), (TURN, 1), (BACK, None), (TURN, 4)],
        [[1, 3]],
    ),
    "left twice in the same place": ([(TURN, None), (BACK, 1), (BACK, 1), (BACK, None), (TURN, 4)], [[1]]),
    "back and forth without a word": ([(TURN, None), (BACK, None), (BACK, 1)], []),
}


def stored(events):
    return [
        StoredEvent(session="s-1", number=number, parent=parent, kind=kind, at=0.0, sha256="0" * 64)
        for number, (kind, parent) in enumerate(events, start=1)
    ]


@pytest.mark.parametrize(("events", "turns"), TALKS.values(), ids=TALKS)
def test_lines_that_were_left_are_found_once(events, turns):
    found = [[event.number for event in line if event.kind == TURN] for line in other_lines(stored(events))]
    assert sorted(found) == sorted(turns)


def test_a_line_with_a_gap_in_it_is_told():
    first, _, last = stored([(TURN, None), (TURN, 1), (TURN, 2)])
    with pytest.raises(StoreError, match="event 2 is missing; `rehearse verify`"):
        current_line([first, last])
