"""Exports in a ZIP file."""

import io
import zipfile

import pytest

from simulator.errors import ContentError
from simulator.importing.transcript_file import MOST_BYTES, Sought, parse_talk

ROWS = '[{"sender": "Counselor", "text": "hi"}, {"sender": "Ira", "text": "hello"}]'
TALK = "Counselor: hi\nIra: hello\n"


def packed(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize(
    "files",
    [
        {"_chat.txt": TALK, "00000001-PHOTO.jpg": "x"},
        {"WhatsApp Chat with Ira.txt": TALK},
        {"export/result.json": ROWS, "a.txt": "x"},
    ],
    ids=["iOS", "Android", "Telegram"],
)
def test_the_conversation_in_it_is_read(files):
    talk = parse_talk(packed(files), "x.zip", Sought())
    assert [(one.sender, one.text) for one in talk.bubbles] == [("Counselor", "hi"), ("Ira", "hello")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (packed({"a.jpg": "x"}), "there is no conversation"),
        (packed({"a.txt": TALK, "b.txt": TALK}), "2 files that may be one"),
        (packed({"_chat.txt": TALK})[:40], "the ZIP file cannot be read"),
        (packed({"_chat.txt": "x" * (MOST_BYTES + 1)}), "50 MB"),
    ],
    ids=["none", "two", "broken", "a bomb"],
)
def test_what_is_no_conversation_is_told(content, said):
    with pytest.raises(ContentError, match=r"^x\.zip: ") as wrong:
        parse_talk(content, "x.zip", Sought())
    assert said in str(wrong.value)
