"""Tables of messages, whatever parts their columns and whatever these are called."""

import pytest

from simulator.errors import ContentError
from simulator.importing.transcript_file import Sought, parse_talk

ROWS = [("Ira", "hi"), ("Counselor", 'Hello; "you"\nthere, dear'), ("Ira", "=ok")]


def table(delimiter: str, names: tuple[str, str] = ("sender", "text")) -> str:
    quoted = (tuple(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in ROWS)
    return "\n".join(delimiter.join(row) for row in (names, *quoted)) + "\n"


def parsed(content: str | bytes):
    return parse_talk(content if isinstance(content, bytes) else content.encode(), "talk.csv", Sought())


@pytest.mark.parametrize(
    "content",
    [
        table(","),
        table(";"),
        table("\t"),
        table("|"),
        "\ufeff" + table(";"),
        table(",").replace("\n", "\r\n"),
        "sep=;\n" + table(";"),
        ("\ufeff" + table("\t")).encode("utf-16-le"),
        table(",", ("From", "Message")),
        table(";", ("Автор", "Текст")),
        table(",", ("role", "content")),
        table(",").replace('"=ok"', '"\'=ok"'),
    ],
    ids=[
        *("comma", "semicolon", "tab", "bar", "BOM", "CRLF", "sep", "UTF-16"),
        *("synonyms", "Cyrillic", "role", "a quoted formula"),
    ],
)
def test_every_dialect_tells_the_same_talk(content):
    talk = parsed(content)
    assert talk.form == "CSV"
    assert [(one.sender, one.text.replace("\r", "")) for one in talk.bubbles] == ROWS


@pytest.mark.parametrize(
    ("head", "cells", "wanted"),
    [
        ("date,sender,text", "2024-05-12T22:15:00Z,Ira,hi", ("2024-05-12T22:15:00Z", 0.0)),
        ("date,time,sender,text", "2024-05-12,22:15,Ira,hi", ("2024-05-12T22:15:00Z", 0.0)),
        ("timestamp,sender,text", "1715552100,Ira,hi", ("2024-05-12T22:15:00Z", 0.0)),
        ("timestamp,sender,text", "1715552100000,Ira,hi", ("2024-05-12T22:15:00Z", 0.0)),
        ("date,sender,text", "12.05.2024 22:15,Ira,hi", ("2024-05-12T22:15:00Z", 0.0)),
        ("at,sender,text", "12.5,Ira,hi", (None, 12.5)),
        ("when,sender,text", "yesterday,Ira,hi", (None, 0.0)),
    ],
    ids=["ISO", "day and clock", "seconds", "milliseconds", "dots", "seconds from the beginning", "nonsense"],
)
def test_times_are_read_where_there_are_any(head, cells, wanted):
    talk = parsed(f"{head}\n{cells}\n")
    assert (talk.began, talk.bubbles[0].at) == wanted


def test_a_role_is_a_role_and_a_place_a_place():
    one = parsed("role,sender,where,text\nclient,Ira,group,hi\n").bubbles[0]
    assert (one.role, one.sender, one.where) == ("client", "Ira", "group")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("text,date\nhi,2024", "no column says who speaks; name one of them"),
        ("sender,text\n,hi", "row 2: it is not said who speaks"),
        ("sender,text\nIra," + "x" * 200_000, "the table cannot be read"),
    ],
    ids=["no speaker", "an empty speaker", "a giant cell"],
)
def test_what_is_no_table_of_messages_is_told(text, said):
    with pytest.raises(ContentError, match=r"^talk\.csv: ") as wrong:
        parsed(text)
    assert said in str(wrong.value)


def test_a_talk_with_commas_is_no_table():
    assert parsed("Counselor: hello, text, words\nIra: hi\n").form == "text"
