"""Many sessions opened by their own content, and what is kept of them."""

from simulator.desk.archive import Archive
from simulator.desk.desk import Desk
from simulator.desk.review import Review
from simulator.model.notes import Contest, SelfRating, SignOff
from simulator.records.noting import add_note
from simulator.records.recording import resume
from simulator.store.events import SessionSummary
from simulator.store.protocol import Store

STAMP = {"by": "t-07", "role": "trainee", "at": "2026-01-05T11:00:00Z"}


def gist(store: Store, archive: Archive | None = None):
    [summary] = store.sessions()
    return (archive or Archive(store)).gist(summary)


def test_a_gist_says_what_a_debrief_says(play, store):
    recording = play()
    found = gist(store)
    assert (found.session, found.trainee, found.state, found.turns, found.seconds) == ("k1", "t-07", "ended", 4, 80.0)
    assert {one.id: one.level for one in found.criteria} == {one.id: one.level for one in recording.debrief().criteria}
    assert [one.id for one in found.criteria if one.critical] == ["refers"]
    assert found.live
    assert not found.signed_off


def test_what_a_supervisor_set_otherwise_counts(desk, store):
    review = Review(desk())
    for typed in ("levels", "", "p late", "end", "s done"):
        review.take(typed)
    found = {one.id: one for one in gist(store).criteria}
    assert (found["says-private"].level, found["says-private"].adjusted, found["says-private"].now) == (
        "not_yet",
        "partly",
        "partly",
    )
    assert found["says-who"].now == "met"
    assert gist(store).signed_off
    assert gist(store).judged == ("says-private",)


def test_contests_count_until_the_next_sign_off(desk, store):
    add_note(store, "k1", Contest(id="c1", criterion="says-private", text="i did", **STAMP))
    add_note(store, "k1", Contest(id="c2", turn=3, text="no", **STAMP))
    assert gist(store).contested == ("Says private", "turn 3")
    review = Review(desk())
    review.take("end")
    review.take("s seen")
    assert gist(store).contested == ()


def test_a_talk_that_went_on_after_the_sign_off_is_signed_off_no_more(play, store):
    play(texts=("Hi, i am Oleg",))
    add_note(store, "k1", SignOff(id="s1", by="s-1", role="supervisor", at=STAMP["at"]))
    assert gist(store).signed_off
    resume(store, "k1").say("bye", "dm", 90.0)
    assert not gist(store).signed_off


def test_the_self_rating_is_there(play, store):
    play()
    add_note(store, "k1", SelfRating(id="r1", levels={"contact": "partly"}, **STAMP))
    assert [(one.item, one.own) for one in gist(store).self_rated] == [("contact", "partly")]


def test_it_is_worked_out_once_and_again_after_a_note(play, store, monkeypatch):
    play()
    judged: list[str] = []
    whole = Archive.debrief
    monkeypatch.setattr(Archive, "debrief", lambda self, session: judged.append(session) or whole(self, session))
    first = gist(store)
    assert gist(store) == first
    assert judged == ["k1"]
    add_note(store, "k1", Contest(id="c1", turn=3, text="no", **STAMP))
    assert gist(store).contested == ("turn 3",)
    assert judged == ["k1", "k1"]


def test_what_is_kept_and_damaged_is_made_again(play, store):
    play()
    first, [summary] = gist(store), store.sessions()
    made_from = store._connection.execute("SELECT made_from FROM derived").fetchone()[0]
    store.keep_derived("k1", made_from, "{")
    assert Archive(store).gist(summary) == first


def test_half_of_an_import_does_not_wait_and_a_stopped_talk_is_not_judged(play, store):
    play(texts=("Hi",)).stop()
    stopped = gist(store)
    assert (stopped.state, stopped.criteria) == ("stopped", ())
    [summary] = store.sessions()
    head = summary.head.model_copy(update={"mode": "imported"})
    assert SessionSummary(head=head, turns=1, last="turn").state == "open"
    assert SessionSummary(head=head, turns=1, last="end").state == "ended"


def test_opening_a_session_changes_nothing_in_the_store(play, store):
    play()
    before = store.events("k1")
    Archive(store).debrief("k1")
    assert store.events("k1") == before


def test_content_is_made_ready_once_for_all_sessions(play, store, monkeypatch):
    import simulator.records.own_content

    made: list[str] = []
    ready = simulator.records.own_content.kept_readers
    monkeypatch.setattr(simulator.records.own_content, "kept_readers", lambda *given: made.append("x") or ready(*given))
    play("k1")
    play("k2")
    archive = Archive(store)
    debriefs = [archive.debrief(name) for name in ("k1", "k2")]
    assert debriefs[0].criteria == debriefs[1].criteria
    assert made == ["x"]


def test_a_desk_is_laid_without_touching_the_store(desk, store):
    before = store.events("k1")
    assert isinstance(desk(), Desk)
    assert store.events("k1") == before
