"""What each command does, when it does not, and what it says then."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.chat.happenings import Bubble, Cleared, Draft, Notice, Page
from simulator.chat.slash import SLASHES

TEA = "We have tea and bread."
END = "The lamp is green tonight."
SESSION = "k7mq-2xdr"


def text(happenings):
    return "\n".join(one.text for one in happenings if isinstance(one, Notice))


def bubbles(happenings):
    return [one.text for one in happenings if isinstance(one, Bubble)]


def play(controller, *lines):
    """What comes of the last line."""
    shown = controller.begin()
    for line in lines:
        shown = controller.take(line)
    return shown


def turns(controller):
    return [turn.text for turn in controller.talk.recording.session.turns]


def said_in(store):
    return [event.body["text"] for event in store.events(SESSION) if event.kind == "turn"]


REFUSED = {
    "a hint in an exam": ("exam", ["hi", "/hint"], "In an exam there is nothing"),
    "back in an exam": ("exam", ["hi", "/back"], "/back is there in practice"),
    "what-if in an exam": ("exam", ["hi", "/what-if hello"], "In an exam there is nothing"),
    "a check in an exam": ("exam", ["/check hello"], "In an exam there is nothing"),
    "feedback in an exam": ("exam", ["/feedback on"], "In an exam there is nothing"),
    "back after an exam": ("exam", [TEA, END, "/back"], "In an exam there is nothing"),
    "feedback beside a coach": ("coach", ["/feedback on"], "the margin says after each turn what /feedback would show"),
    "feedback perhaps": ("practice", ["/feedback perhaps"], "write /feedback on or /feedback off"),
    "back before the first turn": ("practice", ["/back"], "/back: you have not written a turn yet"),
    "back to a turn that is not there": ("practice", ["hi", "so", "/back 3"], "write a number from 1 to 2"),
    "back to turn nought": ("practice", ["hi", "/back 0"], "/back 0: there is no such turn; write a number 1"),
    "back to a word": ("practice", ["hi", "/back there"], "/back there: there is no such turn"),
    "back to a huge number": ("practice", ["hi", f"/back {'9' * 5000}"], "there is no such turn"),
    "back to a half": ("practice", ["hi", "/back ½"], "there is no such turn"),
    "what-if before the first turn": ("practice", ["/what-if hi"], "/what-if: you have not written a turn yet"),
    "what-if without words": ("practice", ["hi", "/what-if"], "/what-if: write the other words behind it"),
    "what-if with a number alone": ("practice", ["hi", "/what-if 1"], "write the other words behind it"),
    "what-if of a later turn": ("practice", ["hi", "/what-if 2 hello"], "/what-if 2: there is no such turn"),
    "rewrite while it goes on": ("practice", ["hi", "/rewrite 1"], "/rewrite is for after the end"),
    "skip while nothing is asked": ("practice", ["/skip"], "Nothing is asked now"),
    "check of nothing": ("practice", ["/check"], "/check: write your draft behind it"),
    "more of nothing": ("practice", ["/more"], "/more: write the bubble behind it"),
    "edit of nothing": ("practice", ["/edit"], "/edit: nothing is held back"),
}


@pytest.mark.parametrize(("manner", "lines", "part"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_is_said_and_changes_nothing(start, store, pen, manner, lines, part):
    controller = start(manner=manner, pen=pen)
    *before, last = lines
    play(controller, *before)
    events = store.events(SESSION)
    shown = controller.take(last)
    assert part in text(shown)
    assert [one.kind for one in shown] == ["wrong"]
    assert store.events(SESSION) == events


OFFERED = {
    "practice": "/check /more /edit /wait /hint /feedback /back /what-if /help /quit /stop",
    "coach": "/check /more /edit /wait /hint /back /what-if /help /quit /stop",
    "exam": "/more /edit /wait /help /quit /stop",
}


@pytest.mark.parametrize("manner", OFFERED)
def test_only_what_can_be_used_is_offered(start, manner):
    controller = start(manner=manner)
    controller.begin()
    assert list(controller.prompt.completions) == OFFERED[manner].split()
    named = text(controller.take("/help"))
    assert [slash.name for slash in SLASHES if f"  {slash.name} " in named] == OFFERED[manner].split()


def test_help_fits_a_small_terminal(start):
    rows = text(play(start("tiny-group"), "/help")).split("\n")
    assert len(rows) <= 20
    assert max(map(len, rows)) <= 59


# ---------------------------------------------------------------- taking back


def test_the_last_turn_is_taken_back_and_the_talk_shown_anew(start, store):
    controller = start()
    shown = play(controller, TEA, "so", "/back")
    assert isinstance(shown[0], Cleared)
    assert "Turn 2 is taken back" in shown[0].why
    assert bubbles(shown) == ["hey", TEA, "tea?", "nice"]
    assert turns(controller) == [TEA]
    assert said_in(store) == [TEA, "so"]


def test_it_goes_on_from_just_before_a_turn(start):
    controller = start()
    shown = play(controller, "one", "two", "three", "/back 2")
    assert "Turns 2 to 3 are taken back" in shown[0].why
    controller.take("other")
    assert turns(controller) == ["one", "other"]


def test_time_that_was_taken_back_has_not_passed(start):
    controller = start()
    shown = play(controller, "one", "/wait 50", "two", "/wait 50", "/back", "/wait 50")
    assert text(shown) == "50 seconds go by, and nobody writes."
    assert controller.talk.clock.now() == 50.0


def test_an_ended_talk_can_be_taken_back_and_ended_again(start, store, pen):
    controller = start(pen=pen)
    play(controller, TEA, END)
    assert store.sessions()[0].is_over
    shown = controller.take("/back")
    assert bubbles(shown)[-1] == "nice"
    assert controller.prompt.label == "you"
    assert not store.sessions()[0].is_over
    assert "The conversation is over." in text(controller.take(END))
    assert store.sessions()[0].is_over


def test_in_a_group_the_place_is_taken_back_too(start):
    controller = start("tiny-group")
    play(controller, TEA)
    assert controller.prompt.label == "you [private]"
    controller.take("/back")
    assert controller.prompt.label == "you [group]"


# ---------------------------------------------------------------- what if


def test_other_words_are_answered_and_the_talk_stays(start, store):
    controller = start()
    shown = play(controller, "hello", f"/what-if {TEA}")
    told = text(shown)
    for part in (f"What if turn 1 had been: “{TEA}”", "zero: tea?", "Trust goes up by 1 to 2.", "trust stays at 1"):
        assert part in told
    assert turns(controller) == ["hello"]
    assert said_in(store) == ["hello", TEA]
    [branch] = controller.talk.recording.debrief().branches
    assert [turn.text for turn in branch.turns] == [TEA]


def test_it_tells_of_an_end_that_would_have_come(start, store):
    controller = start()
    told = text(play(controller, TEA, "so", f"/what-if 2 {END}"))
    assert "The conversation would have been over. The client got what they came for." in told
    assert controller.prompt.is_open
    assert not store.sessions()[0].is_over


def test_after_the_end_it_leaves_the_end_as_it_is(start, store, pen):
    controller = start(pen=pen)
    told = text(play(controller, TEA, END, "/what-if 1 hello"))
    assert "zero: what?" in told
    assert controller.talk.phase == "ended"
    assert controller.prompt.label == "1-3"
    assert store.sessions()[0].is_over


def test_personal_data_is_replaced_there_too(start, store):
    controller = start()
    assert "[email]" in text(play(controller, "hello", "/what-if mail oleg@example.org"))
    assert "example" not in str(store.events(SESSION))


# ---------------------------------------------------------------- while one writes


def test_a_draft_is_read_and_not_sent(start, store):
    controller = start()
    told = text(play(controller, "/check Hello, my name is Oleg. May I ask?"))
    for part in ("Not sent", "greeting: “Hello”", "self_introduction: “my name is”", "Stage of these words: contact"):
        assert part in told
    assert turns(controller) == []
    assert store.events(SESSION) == ()


def test_a_draft_without_an_act_is_read_as_none(start):
    assert "no act of the codebook" in text(play(start(), "/check xyzzy"))


def test_held_bubbles_are_one_turn(start, store):
    controller = start()
    play(controller, "/more hello", "/more I am here")
    assert controller.prompt.label == "you +2"
    assert "greeting: “hello”" in text(controller.take("/check"))
    assert bubbles(controller.take("and listen"))[0] == "hello\nI am here\nand listen"
    assert controller.prompt.label == "you"
    assert said_in(store) == ["hello\nI am here\nand listen"]


def test_an_empty_line_sends_what_is_held(start):
    controller = start()
    play(controller, "/more hello", "")
    assert turns(controller) == ["hello"]


def test_held_bubbles_go_back_into_the_editor(start):
    controller = start()
    assert play(controller, "/more hello", "/more there", "/edit") == (Draft("hello\nthere"),)
    controller.take("so")
    assert turns(controller) == ["so"]


def test_what_is_held_on_leaving_is_shown(start, store):
    assert "Not sent, and not kept:\nhello" in text(play(start(), "/more hello", "/quit"))
    assert said_in(store) == []


def test_held_bubbles_go_where_one_writes(start):
    controller = start("tiny-group")
    shown = play(controller, "/more psst", "/dm it is me")
    assert next((one.place, one.text) for one in shown if isinstance(one, Bubble)) == ("dm", "psst\nit is me")


# ---------------------------------------------------------------- modes


def test_feedback_says_what_a_turn_did(start):
    controller = start()
    assert play(controller, "hi")[-1].text == "what?"
    assert "After each turn" in text(controller.take("/feedback on"))
    notice = controller.take(f"Hello. {TEA}")[-1]
    assert notice == Notice("margin", "Read: greeting. Trust goes up by 1 to 2.")
    assert "No more" in text(controller.take("/feedback"))
    assert isinstance(controller.take("so")[-1], Bubble)


def test_a_coach_reads_along_in_the_margin(start):
    controller = start(manner="coach")
    notice = play(controller, f"Hello. {TEA}")[-1]
    assert notice == Notice("margin", "greeting: “Hello”\nTrust goes up by 1 to 2.")
    # What the coach says comes before the word that it is over.
    assert [one.kind for one in controller.take(END) if isinstance(one, Notice)] == ["margin", "ending"]


def test_an_exam_shows_nothing_but_the_chat(start):
    controller = start(manner="exam")
    told = text(controller.begin())
    assert "Exam: nothing but the chat" in told
    assert "say hello" not in told
    status = controller.status
    assert (status.stage, status.trust, status.goals, status.hint) == (None, None, (), None)
    assert [type(one) for one in controller.take(TEA)] == [Bubble] * 3


def test_practice_shows_how_it_stands(start):
    controller = start()
    play(controller, TEA)
    hint = text(controller.take("/hint"))
    status = controller.status
    assert (status.manner, status.stage, status.trust, status.turns) == ("practice", "request", 2, 1)
    assert status.goals == ("say hello",)
    assert hint.startswith(status.hint)
    controller.take("so")
    assert controller.status.hint is None


def test_a_session_keeps_its_mode(start, store):
    start(manner="coach")
    assert store.head(SESSION).manner == "coach"


LINES = st.one_of(
    st.sampled_from([slash.name for slash in SLASHES]),
    st.builds(
        "{} {}".format,
        st.sampled_from([slash.name for slash in SLASHES]),
        st.sampled_from(["1", "2", "hello", "1 hello", "on", "0", "60", "99999", TEA]) | st.text(max_size=8),
    ),
    st.sampled_from([TEA, END, "hello", "", "1", "3", "y", "n", "//", "/"]),
    st.text(max_size=12),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, max_size=12), manner=st.sampled_from(["practice", "exam", "coach"]), group=st.booleans())
def test_no_row_of_lines_breaks_anything_and_every_turn_is_kept(start, store, pen, lines, manner, group):
    for summary in store.sessions():
        store.delete(summary.head.id)
    controller = start("tiny-group" if group else "tiny", manner=manner, pen=pen)
    controller.begin()
    seen = set()
    for line in lines:
        was_open = controller.prompt.is_open
        shown = (*controller.take(line), *controller.tick())
        assert was_open or not shown
        assert all(isinstance(one, Bubble | Notice | Page | Cleared | Draft) for one in shown)
        seen.update(turns(controller))
    controller.leave()
    assert not controller.prompt.is_open
    assert seen <= set(said_in(store))
