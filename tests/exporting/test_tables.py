"""Rows of every table, and CSV that no spreadsheet runs."""

import csv
import io
import json
from typing import get_args

import pytest
from exported_debrief import NASTY, debrief

from simulator.exporting.tables import Table, columns, table_rows
from simulator.exporting.to_csv import FORMULA, to_csv
from simulator.exporting.to_jsonl import rows_to_jsonl, sessions_to_jsonl
from simulator.model.debrief import Debrief
from simulator.render.visible import visible

TABLES = get_args(Table)


def cells(table: Table, judged: Debrief) -> list[dict[str, str]]:
    text = to_csv(columns(table), table_rows(table, [judged]), visible)
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("turns", [{"turn": 1, "at": 61.5, "text": "hello", "acts": ("greeting",), "trust": -1, "client": ("hello",)}]),
        (
            "messages",
            [
                {"number": 1, "turn": 0, "role": "client", "sender": "Client", "shows": ("insult",)},
                {"number": 2, "turn": 1, "role": "counselor", "sender": "Counselor", "shows": ("greeting",)},
                {"number": 3, "turn": 1, "role": "client", "at": 2.5},
            ],
        ),
        (
            "criteria",
            [
                {"criterion": "open-questions", "level": "partly", "supervisor_level": "met", "turns": ("1",)},
                {"criterion": "stage-order", "level": "unsure", "supervisor_level": None, "quotes": ()},
            ],
        ),
        ("forms", [{"form": "contact", "field": "where", "answer": ("private",), "session": "k7mq-2xdr"}]),
    ],
)
def test_a_table_has_a_row_for_each(judged, table, wanted):
    rows = list(table_rows(table, [judged]))
    assert len(rows) == len(wanted)
    for row, some in zip(rows, wanted, strict=True):
        assert {key: row[key] for key in some} == some
        assert (row["session"], row["trainee"], row["scenario"]) == ("k7mq-2xdr", "K7", "ira")
        assert tuple(row) == columns(table)


def test_a_stopped_talk_is_not_judged():
    assert list(table_rows("criteria", [debrief(stopped=True)])) == []
    assert len(list(table_rows("turns", [debrief(stopped=True)]))) == 1


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_a_csv_is_a_formula_or_moves_the_cursor(table, words):
    rows = cells(table, debrief(words))
    assert rows
    for row in rows:
        for column, cell in row.items():
            number = column in ("trust", "trust_change", "at", "turn", "number")
            assert number or not cell.startswith(FORMULA), (column, cell)
            assert visible(cell) == cell


def test_numbers_stay_numbers():
    assert cells("turns", debrief())[0]["trust_change"] == "-1"


@pytest.mark.parametrize("words", ["=1", '=1","=2', "'=1", "plain", "a\nb, c"])
def test_a_csv_of_messages_is_read_in_again_as_it_was(words):
    from simulator.importing.transcript_file import Sought, parse_talk

    text = to_csv(columns("messages"), table_rows("messages", [debrief(words)]), visible)
    talk = parse_talk(text.encode(), "x.csv", Sought())
    own = words.removeprefix("'") if words.startswith("'=") else words
    assert [(one.role, one.text) for one in talk.bubbles] == [("client", own), ("counselor", own), ("client", own)]
    assert talk.began is not None


@pytest.mark.parametrize("words", NASTY)
def test_json_lines_lose_nothing(words):
    judged = debrief(words)
    (line,) = sessions_to_jsonl([judged]).splitlines()
    assert Debrief.model_validate_json(line) == judged
    assert line.isascii()
    rows = rows_to_jsonl(table_rows("turns", [judged])).splitlines()
    assert json.loads(rows[0])["text"] == words
