"""What is kept between runs: found by what it was made from, whole or not at all, and never too much of it."""

import os
import threading
from pathlib import Path

import pytest

import simulator.loader.cache as cache_module
from simulator.loader.cache import find, fingerprint, keep
from simulator.loader.content import kept_content
from simulator.loader.document import Loaded
from simulator.model.coded import CodedMessage
from simulator.model.source import Location, Problem


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache_module, "folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def text_of(kind: str, made_from: str) -> str | None:
    kept = find(kind, made_from)
    return kept.text() if kept else None


def test_a_text_is_found_by_its_kind_and_by_what_it_was_made_from() -> None:
    keep("scenario", "one", "first\nsecond — zwei")
    assert text_of("scenario", "one") == "first\nsecond — zwei"
    assert text_of("scenario", "two") is None
    assert text_of("rubric", "one") is None


DAMAGES = {
    "emptied": lambda raw: b"",
    "cut in its first line": lambda raw: raw[:30],
    "cut behind it": lambda raw: raw[:70],
    "one letter changed": lambda raw: raw[:-1] + b"?",
    "another text under the old hash": lambda raw: raw[:65] + b"other",
    "not UTF-8": lambda raw: raw[:65] + b"\xff",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_text_is_none_and_can_be_kept_anew(damage, folder: Path) -> None:
    keep("scenario", "one", "some text that is longer than seventy letters" * 3)
    (path,) = folder.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert text_of("scenario", "one") is None
    keep("scenario", "one", "again")
    assert text_of("scenario", "one") == "again"


def test_what_no_file_can_hold_is_not_kept() -> None:
    keep("scenario", "one", "half \ud800 a character")
    assert find("scenario", "one") is None


def test_the_oldest_make_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cache_module.MOST_KEPT, "coder", 2)
    keep("scenario", "s", "another kind")
    for number in range(4):
        keep("coder", str(number), f"text {number}")
        for path in folder.glob("coder-*"):
            # As if each had been written a second after the one before, whatever the clock of the file system.
            stat = path.stat()
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns - 10**9))
    assert [text_of("coder", str(number)) for number in range(4)] == [None, None, "text 2", "text 3"]
    assert text_of("scenario", "s") == "another kind"


def test_many_who_write_and_read_at_once_never_see_half_a_text(folder: Path) -> None:
    text = "x" * 200_000
    seen: list[str | None] = []

    def work() -> None:
        for _ in range(20):
            keep("coder", "one", text)
            seen.append(text_of("coder", "one"))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(seen) == {text}
    assert len(list(folder.iterdir())) == 1


def test_a_fingerprint_covers_names_and_contents_and_bears_what_cannot_be_read(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("a", encoding="utf-8")
    first = fingerprint((one,))
    one.write_text("b", encoding="utf-8")
    changed = fingerprint((one,))
    two.write_text("b", encoding="utf-8")
    assert len({first, changed, fingerprint((two,)), fingerprint((one, two)), fingerprint((tmp_path / "gone",))}) == 5


WORDS = CodedMessage(text="hi", cues=())


def test_content_is_loaded_once_and_the_same_from_the_cache() -> None:
    loads: list[str] = []

    def load() -> Loaded[CodedMessage]:
        loads.append("load")
        return Loaded(WORDS)

    first = kept_content("scenario", "one", lambda: CodedMessage, load).needed()
    again = kept_content("scenario", "one", lambda: CodedMessage, load).needed()
    assert loads == ["load"]
    assert (again.noun, again.text, again.sha256) == (first.noun, first.text, first.sha256)
    assert loads == ["load"]


def test_content_damaged_after_it_was_found_is_loaded(folder: Path) -> None:
    kept_content("scenario", "one", lambda: CodedMessage, lambda: Loaded(WORDS))
    found = kept_content("scenario", "one", lambda: CodedMessage, lambda: Loaded(WORDS)).needed()
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes()[:80])
    assert found.noun == WORDS
    assert found.text == WORDS.model_dump_json(by_alias=True)


def test_what_has_problems_is_never_kept(folder: Path) -> None:
    problem = Problem(location=Location(path="x.yaml"), where="", what="w", remedy="r", code="c")
    told = kept_content("scenario", "one", lambda: CodedMessage, lambda: Loaded(None, (problem,)))
    assert told.problems == (problem,)
    assert not folder.exists()
