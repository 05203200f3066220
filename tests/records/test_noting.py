"""Notes on a turn go with its words: taken back, they stand beside nothing."""

from simulator.model.notes import Comment, Note
from simulator.records.noting import all_notes, notes_of, standing_notes
from simulator.store.events import Event, SessionHead, StoredEvent
from simulator.store.sqlite_store import open_in_memory


def events(*rows: tuple[str, int | None, dict[str, object]]) -> list[StoredEvent]:
    """Events of kind, parent and body; what only the store knows does not matter here."""
    return [
        StoredEvent(
            **Event(session="s", number=n, parent=parent, kind=kind, at=0, body=body).model_dump(), sha256="0" * 64
        )
        for n, (kind, parent, body) in enumerate(rows, start=1)
    ]


def comment(name: str, **about: object) -> dict[str, object]:
    at = "2026-01-01T10:00:00Z"
    return Comment(id=name, by="s-1", role="supervisor", at=at, text=name, **about).model_dump(mode="json")


def named(notes: tuple[Note, ...]) -> list[str]:
    return [note.id for note in notes]


TALK = (("turn", None, {}), ("reply", 1, {}), ("turn", 2, {}), ("reply", 3, {}))
NOTED = (
    ("note", 4, comment("first", turn=1)),
    ("note", 4, comment("second", turn=2)),
    ("note", 4, comment("level", criterion="x")),
    ("note", 4, comment("whole")),
)


def test_all_stand_while_nothing_is_taken_back():
    row = events(*TALK, *NOTED)
    assert named(standing_notes(row)) == named(notes_of(row)) == ["first", "second", "level", "whole"]


def test_what_is_about_a_turn_taken_back_stands_no_more():
    row = events(*TALK, *NOTED, ("back", 2, {}))
    assert named(standing_notes(row)) == ["first", "level", "whole"]
    assert "second" in named(notes_of(row))


def test_another_turn_in_its_place_is_another_turn():
    row = events(
        *TALK, *NOTED, ("back", 2, {}), ("turn", 9, {}), ("reply", 10, {}), ("note", 11, comment("new", turn=2))
    )
    assert named(standing_notes(row)) == ["first", "level", "whole", "new"]


def test_what_was_taken_back_and_returned_to_stands_again():
    row = events(*TALK, *NOTED, ("back", 2, {}), ("turn", 9, {}), ("back", 4, {}))
    assert named(standing_notes(row)) == ["first", "second", "level", "whole"]


def test_a_note_of_a_newer_version_hides_no_other():
    store = open_in_memory()
    for session, body in (("old", comment("known")), ("new", {"kind": "hologram"})):
        store.create(SessionHead(id=session, scenario="x", seed=1, started_at="2026-01-01T10:00:00Z", program="1"))
        store.append(Event(session=session, number=1, kind="note", at=0, body=body))
    notes, unreadable = all_notes(store)
    assert {session: named(row) for session, row in notes.items()} == {"old": ["known"]}
    assert [words.partition(";")[0] for words in unreadable] == [
        "session new: note 1 is of a kind this version does not know"
    ]
