"""A session in one file: the same on the other side, and refused where anything in it was changed."""

import gzip
import json

import pytest

from simulator.errors import ContentError
from simulator.store.bundle_file import Bundle, bundled, is_locked, locked, to_bundle, to_bytes, unlocked
from simulator.store.events import Event, SessionHead
from simulator.store.merging import merged
from simulator.store.protocol import Store
from simulator.store.sqlite_store import open_in_memory


def event(number: int, kind: str, parent: int | None, **body: object) -> Event:
    return Event(session="k7", number=number, parent=parent, kind=kind, at=number, body=body)


@pytest.fixture
def there() -> Store:
    """The store of a trainee: two turns, one of them taken back, and a note."""
    store = open_in_memory()
    sha256 = store.put_content('{"id":"ira"}')
    store.create(
        SessionHead(
            id="k7",
            trainee="t-07",
            scenario="ira",
            seed=7,
            started_at="2026-01-01T10:00:00Z",
            program="0.1.0",
            hashes={"scenario": sha256},
            manner="exam",
        )
    )
    store.append(event(1, "turn", None, text="Привет 👋"))
    store.append(event(2, "reply", 1, messages=[]))
    store.append(event(3, "note", 2, id="n1", text="fine"))
    store.append(event(4, "back", None))
    store.append(event(5, "turn", 4, text="other"))
    return store


@pytest.fixture
def bundle(there: Store) -> Bundle:
    return bundled(there, "k7")


def test_the_other_side_has_the_same(bundle: Bundle, there: Store, store: Store) -> None:
    came = merged(store, to_bundle(to_bytes(bundle)))
    assert (came.new, came.events, came.notes) == (True, 4, 1)
    assert store.head("k7") == there.head("k7")
    assert store.events("k7") == there.events("k7")
    assert store.content(bundle.head.hashes["scenario"]) == '{"id":"ira"}'


def test_the_same_session_gives_the_same_bytes(bundle: Bundle, there: Store) -> None:
    assert to_bytes(bundle) == to_bytes(bundled(there, "k7"))


def changed(bundle: Bundle, change: str) -> bytes:
    document = json.loads(gzip.decompress(to_bytes(bundle)))
    if change == "a word":
        document["events"][0]["body"]["text"] = "Hello"
    elif change == "the trainee":
        document["head"]["trainee"] = "t-08"
    elif change == "the content":
        document["content"] = dict.fromkeys(document["content"], "{}")
    elif change == "content taken away":
        document["content"] = {}
    else:
        document["format"] = 2
    return gzip.compress(json.dumps(document).encode())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("a word", "event 1 or what it follows was changed"),
        ("the trainee", "event 1 or what it follows was changed"),
        ("the content", "content of another hash"),
        ("content taken away", "content is missing in it"),
        ("the format", "no bundle of this version"),
    ],
)
def test_what_was_changed_is_refused(bundle: Bundle, change: str, message: str) -> None:
    with pytest.raises(ContentError, match=message):
        to_bundle(changed(bundle, change))


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", gzip.compress(b"[]"), gzip.compress(b"{"), gzip.compress(b"{}")[:-9]],
    ids=["nothing", "no gzip", "a list", "no JSON", "cut off"],
)
def test_what_is_no_bundle_is_refused(data: bytes) -> None:
    with pytest.raises(ContentError, match="no bundle of this version; make one"):
        to_bundle(data)


def test_a_file_made_to_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch, bundle: Bundle) -> None:
    monkeypatch.setattr("simulator.store.bundle_file.MOST_BYTES", 100)
    with pytest.raises(ContentError, match="no bundle"):
        to_bundle(to_bytes(bundle))


@pytest.mark.slow
def test_locked_it_opens_with_its_passphrase_only(bundle: Bundle) -> None:
    data = locked(to_bytes(bundle), "tea and bread")
    assert is_locked(data)
    assert not is_locked(to_bytes(bundle))
    assert "Привет".encode() not in data
    assert to_bundle(unlocked(data, "tea and bread")) == bundle
    with pytest.raises(ContentError, match="this passphrase does not open it"):
        unlocked(data, "tea")
