"""Exports that come as a ZIP file: phones send WhatsApp's text so, with or without the pictures beside it."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from simulator.errors import ContentError

_TALKS = ("_chat.txt", "result.json")
_ENDINGS = (".txt", ".json", ".csv", ".jsonl")


def unzipped(content: bytes, most: int) -> bytes:
    """The conversation in a ZIP file, read up to one byte more than `most`; anything else as it is.

    ContentError where it is not clear which file that is.
    """
    if not content.startswith(b"PK\x03\x04"):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(_talk(archive.namelist())) as file:
            return file.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, ValueError) as wrong:
        raise ContentError(f"the ZIP file cannot be read ({wrong}); unpack it, and give the file in it") from None


def _talk(names: list[str]) -> str:
    """The one file with a conversation in it, by the messengers' own names first."""
    plain = {name: PurePosixPath(name).name.lower() for name in names}
    known = [name for name in names if plain[name] in _TALKS]
    found = known or [name for name in names if plain[name].endswith(_ENDINGS)]
    if len(found) != 1:
        what = "no conversation" if not found else f"{len(found)} files that may be one"
        raise ContentError(f"in the ZIP file there is {what}; unpack it, and give the file itself")
    return found[0]
