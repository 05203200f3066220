"""Tables as Parquet; the only import of pyarrow, which comes with an extra."""

import io
from collections.abc import Iterable
from typing import Any

from simulator.errors import SimulatorError
from simulator.exporting.tables import Row

_LISTS = {"acts", "unsure", "client", "shows", "quotes", "answer"}
_NUMBERS = {"turn": "int64", "number": "int64", "trust": "int64", "trust_change": "int64", "at": "float64"}


def to_parquet(columns: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    """The bytes of a file. SimulatorError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        remedy = "install it with `pip install 'rehearse[export]'`, or choose --format csv or jsonl"
        raise SimulatorError(f"Parquet needs pyarrow, which is not installed; {remedy}") from None
    schema = pyarrow.schema([(column, _type(pyarrow, column, columns)) for column in columns])
    table = pyarrow.Table.from_pylist([_plain(row) for row in rows], schema=schema)
    file = io.BytesIO()
    parquet.write_table(table, file)
    return file.getvalue()


def _type(pyarrow: Any, column: str, columns: tuple[str, ...]) -> Any:
    """`turns` is a list of numbers written as text, beside the quotes of a criterion."""
    if column in _LISTS or (column == "turns" and "quotes" in columns):
        return pyarrow.list_(pyarrow.string())
    if column == "critical":
        return pyarrow.bool_()
    return getattr(pyarrow, _NUMBERS.get(column, "string"))()


def _plain(row: Row) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in row.items()}
