"""After the end: the own rating first, then the debrief, then the trainee, and what to try next."""

import pytest

from simulator.chat.happenings import Bubble, Notice, Page
from simulator.chat.help_lines import HelpLines
from simulator.model.notes import Rewrite, SelfRating, Wellbeing
from simulator.records.noting import notes_of
from simulator.render.palette import PLAIN
from simulator.render.to_terminal import printed

TEA = "We have tea and bread."
END = "The lamp is green tonight."
SESSION = "k7mq-2xdr"
ITEMS = ["contact", "listening", "information", "boundaries", "safety"]


def text(happenings):
    pages = (printed(list(one.blocks), 80, PLAIN) for one in happenings if isinstance(one, Page))
    return "\n".join([*(one.text for one in happenings if isinstance(one, Notice)), *pages])


@pytest.fixture
def ended(start, pen):
    controller = start(pen=pen, help_lines=HelpLines((("Supervisor", "room 7"),)))
    controller.begin()
    controller.take(TEA)
    return controller, controller.take(END)


def after(ended, *lines):
    controller, shown = ended
    for line in lines:
        shown = controller.take(line)
    return controller, shown


def notes(store):
    return notes_of(store.events(SESSION))


RATED = ["3", "", "1", "2", "3"]
ASKED = ["", "My evenings.", "", "A walk, then write to oleg@example.org"]


def test_the_rating_comes_before_the_debrief(ended, store):
    controller, shown = ended
    assert "The conversation is over" in text(shown)
    assert "1 of 5: I made contact" in text(shown)
    assert "Debrief" not in text(shown)
    assert controller.prompt.label == "1-3"
    controller, shown = after(ended, *RATED)
    assert "Debrief: A tiny talk" in text(shown)
    [note] = notes(store)
    assert isinstance(note, SelfRating)
    assert note.levels == {"contact": "met", "information": "not_yet", "boundaries": "partly", "safety": "met"}
    assert (note.by, note.role, note.at) == ("t-07", "trainee", "2026-01-02T04:00:00Z")
    assert [row.item for row in controller.talk.recording.debrief().self_rated] == [*ITEMS[:1], *ITEMS[2:]]


@pytest.mark.parametrize("answer", ["0", "4", "yes", "//3"])
def test_what_is_no_rating_is_asked_again(ended, store, answer):
    controller, shown = after(ended, answer)
    assert "is no answer here: 1 is not yet, 2 partly, 3 met" in text(shown)
    assert controller.prompt.label == "1-3"
    assert notes(store) == ()


def test_all_ratings_can_be_passed_over(ended, store):
    _, shown = after(ended, "/skip")
    assert "Debrief: A tiny talk" in text(shown)
    assert notes(store) == ()


def test_nothing_is_asked_below_the_debrief_until_it_was_read(ended):
    _, shown = after(ended, "/skip")
    assert shown[-1].text.endswith("Enter passes one over, /skip all of them.")
    _, shown = after(ended, "")
    assert [one.text[-1] for one in shown] == ["?"]


def test_answers_about_oneself_are_kept_only_if_wanted(ended, store):
    controller, shown = after(ended, "/skip", *ASKED)
    assert controller.prompt.label == "y/N"
    controller, shown = after(ended, "")
    assert "Nothing of it was kept." in text(shown)
    assert notes(store) == ()
    assert "My evenings" not in str(store.events(SESSION))


def test_answers_that_are_kept_have_no_personal_data_and_no_level(ended, store):
    _, shown = after(ended, "/skip", *ASKED, "perhaps", "Y")
    assert "Kept with the session." in text(shown)
    [note] = notes(store)
    assert isinstance(note, Wellbeing)
    assert note.answers == {"limits": "My evenings.", "saying-no": "A walk, then write to [email]"}


def test_nothing_is_asked_about_keeping_where_nothing_was_answered(ended):
    controller, shown = after(ended, "/skip", "/skip")
    assert controller.prompt.label == "next"
    assert "kept" not in text(shown)


def test_the_last_thing_on_the_screen_is_what_to_try(ended):
    controller, shown = after(ended, "/skip", "/skip")
    rows = text(shown).split("\n")
    assert rows[0] == "Take a break."
    told = "\n".join(rows)
    for part in ("What next?", "(turn 2): “", "/rewrite 2 to", "/back 2 to", f"rehearse debrief {SESSION}", "Enter l"):
        assert part in told
    assert len(rows) <= 24
    assert controller.take("") == ()
    assert not controller.prompt.is_open


def test_after_an_exam_there_is_no_way_back(start, pen):
    controller = start(pen=pen, manner="exam")
    controller.begin()
    for line in (TEA, END, "/skip"):
        shown = controller.take(line)
    assert "Debrief" in text(shown)
    told = text(controller.take("/skip"))
    assert "/rewrite 2" in told
    assert "/back" not in told


def test_words_after_the_end_reach_nobody(ended, store):
    _, shown = after(ended, "/skip", "/skip", "hello?")
    assert "nobody reads this" in text(shown)
    assert [event.kind for event in store.events(SESSION)].count("turn") == 2


@pytest.mark.parametrize("before", [[], ["3"], ["/skip", "words"], ["/skip", "/skip"]], ids=str)
@pytest.mark.parametrize("way", ["/quit", "leave"])
def test_leaving_ends_all_questions_and_loses_no_rating(ended, store, before, way):
    controller, _ = after(ended, *before)
    shown = controller.leave() if way == "leave" else controller.take("/quit")
    assert f"rehearse debrief {SESSION}" in text(shown)
    assert (f"rehearse rate {SESSION}" in text(shown)) is (before != ["3"])
    assert not controller.prompt.is_open
    assert controller.tick() == controller.take("3") == ()
    assert [note.levels for note in notes(store)] == ([{"contact": "met"}] if before == ["3"] else [])
    assert store.sessions()[0].is_over


@pytest.mark.parametrize("before", [[], ["3"], ["/skip", "words"], ["/skip", "/skip"]], ids=str)
def test_stopping_after_the_end_shows_help_and_unjudges_nothing(ended, store, before):
    controller, _ = after(ended, *before)
    shown = controller.take("/stop")
    assert text(shown).split("\n") == [
        "You stopped. That is fine: nothing more is asked.",
        "Take a break.",
        "Supervisor: room 7",
    ]
    assert not controller.prompt.is_open
    assert store.sessions()[0].last == "end"
    assert controller.talk.recording.debrief().transcript.ending is not None


def test_what_belongs_to_the_talk_is_not_there_after_it(ended):
    controller, shown = after(ended, "/hint")
    assert "The talk is over; /hint belongs to it." in text(shown)
    assert controller.prompt.completions == ("/back", "/what-if", "/help", "/skip", "/quit", "/stop")
    controller, shown = after(ended, "/rewrite 1")
    assert "/rewrite comes after these questions" in text(shown)
    controller, _ = after(ended, "/skip", "/skip")
    assert controller.prompt.completions == ("/back", "/what-if", "/rewrite", "/help", "/quit", "/stop")


def test_a_talk_that_ends_again_is_rated_once(ended, store):
    controller, _ = after(ended, *RATED, "/back")
    shown = controller.take(END)
    assert "Debrief: A tiny talk" in text(shown)
    assert len(notes(store)) == 1


def test_a_silence_that_ends_the_talk_leads_to_the_questions_too(start, pen):
    controller = start(pen=pen)
    controller.begin()
    controller.talk.clock.skip(1000)
    assert "1 of 5" in text(controller.tick())
    assert controller.tick() == ()


def test_without_anybody_to_ask_the_end_is_the_end(start):
    controller = start()
    controller.begin()
    controller.take(TEA)
    assert "1 of 5" not in text(controller.take(END))
    assert not controller.prompt.is_open


# ---------------------------------------------------------------- writing again

OVER = ("/skip", "/skip")


def test_a_turn_is_written_again_and_kept(ended, store):
    controller, shown = after(ended, *OVER, "/rewrite 1")
    for part in ("Turn 1 was:", "zero: hey", f"you: {TEA}"):
        assert part in text(shown)
    assert controller.prompt.label == "turn 1 again"
    controller, shown = after(ended, "Hello, my name is Oleg.")
    told = text(shown)
    for part in (
        "greeting: “Hello”",
        "Before it was read as:",
        "zero: what?",
        "Says who is writing: ○ not yet -> ● met",
    ):
        assert part in told
    assert controller.prompt.label == "keep? y/N"
    _, shown = after(ended, "y")
    assert "the talk stays as it was" in text(shown)
    [note] = notes(store)
    assert isinstance(note, Rewrite)
    assert (note.turn, note.text) == (1, "Hello, my name is Oleg.")
    assert [turn.text for turn in controller.talk.recording.session.turns] == [TEA, END]
    assert controller.prompt.label == "next"


def test_other_words_are_a_new_try_and_none_need_be_kept(ended, store):
    controller, _ = after(ended, *OVER, "/rewrite", "one")
    controller, shown = after(ended, "my mail is oleg@example.org")
    assert controller.prompt.label == "keep? y/N"
    _, shown = after(ended, "n")
    assert "Not kept" in text(shown)
    assert notes(store) == ()


def test_words_that_are_kept_hold_no_personal_data(ended, store):
    after(ended, *OVER, "/rewrite 1 my mail is oleg@example.org", "y")
    assert [note.text for note in notes(store)] == ["my mail is [email]"]


def test_words_may_stand_behind_the_number(ended):
    _, shown = after(ended, *OVER, "/rewrite 1 hello")
    assert "greeting: “hello”" in text(shown)


def test_nothing_written_leaves_the_turn(ended):
    controller, shown = after(ended, *OVER, "/rewrite 2", "")
    assert "stays as it was" in text(shown)
    assert controller.prompt.label == "next"


@pytest.mark.parametrize("line", ["/rewrite 3", "/rewrite 0", "/rewrite 3 hello"])
def test_only_a_turn_that_is_there_is_written_again(ended, line):
    _, shown = after(ended, *OVER, line)
    assert "there is no such turn; write a number from 1 to 2" in text(shown)


def test_answers_are_shown_where_a_front_forgets_what_was_typed(ended):
    _, shown = after(ended, "3")
    assert shown[0] == Bubble("counselor", "you", None, "3")
