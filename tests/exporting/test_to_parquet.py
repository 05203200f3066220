"""Parquet, where pyarrow is installed, and what is said where it is not."""

import io
import sys
from typing import get_args

import pytest
from exported_debrief import NASTY, debrief

from simulator.errors import SimulatorError
from simulator.exporting.tables import Table, columns, table_rows
from simulator.exporting.to_parquet import to_parquet


@pytest.mark.parametrize("table", get_args(Table))
def test_every_table_is_read_back_as_it_was(table):
    parquet = pytest.importorskip("pyarrow.parquet")
    debriefs = [debrief(words) for words in NASTY]
    content = to_parquet(columns(table), table_rows(table, debriefs))
    back = parquet.read_table(io.BytesIO(content)).to_pylist()
    wanted = [
        {key: list(cell) if isinstance(cell, tuple) else cell for key, cell in row.items()}
        for row in table_rows(table, debriefs)
    ]
    assert back == wanted


def test_a_table_without_rows_has_its_columns():
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_table(io.BytesIO(to_parquet(columns("forms"), []))).column_names == list(columns("forms"))


def test_without_pyarrow_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SimulatorError, match=r"pip install 'rehearse\[export\]'"):
        to_parquet(columns("turns"), [])
