"""A review line by line: what is shown, and what is written beside the talk."""

from functools import partial

import pytest

from simulator.desk.archive import Archive
from simulator.desk.desk import Desk
from simulator.desk.review import Review
from simulator.model.notes import NOTE, Comment, Note
from simulator.records.noting import add_note
from simulator.render.palette import PLAIN
from simulator.render.to_terminal import printed

WRITTEN = {"id", "by", "role", "at"}


def reviewed(desk: Desk, *lines: str) -> tuple[Review, str]:
    """The review after these lines, and what the last of them showed."""
    review = Review(desk)
    shown = review.begin()
    for typed in lines:
        shown = review.take(typed)
    return review, printed(list(shown), 200, PLAIN)


def saved(store, session: str = "k1") -> list[Note]:
    return list(Archive(store).notes(session))


def plain(notes: list[Note]) -> list[dict[str, object]]:
    return [{"kind": note.kind, **note.model_dump(exclude={*WRITTEN, "kind"}, exclude_defaults=True)} for note in notes]


FIRST = {"engine": ("greeting", "self_introduction", "address_request", "closed_question")}
TO_THIRD = ("turn 3",)


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        (["c you said who you are at once"], [{"kind": "comment", "turn": 1, "text": "you said who you are at once"}]),
        (["c", "well begun"], [{"kind": "comment", "turn": 1, "text": "well begun"}]),
        (["c", "", "b"], []),
        (["a"], [{"kind": "coding", "turn": 1, "acts": FIRST["engine"], **FIRST}]),
        (
            ["n 4 it is part of the other", "a"],
            [
                {"kind": "act_verdict", "turn": 1, "act": "closed_question", "start": 33, "end": 52, "present": False}
                | {"reason": "it is part of the other"},
                {"kind": "coding", "turn": 1, "acts": FIRST["engine"][:3], **FIRST},
            ],
        ),
        (
            ['m permission "What can i" she asks leave'],
            [
                {"kind": "act_verdict", "turn": 1, "act": "permission", "start": 33, "end": 43, "present": True}
                | {"reason": "she asks leave"}
            ],
        ),
        (
            ["m farew", ""],
            [{"kind": "act_verdict", "turn": 1, "act": "farewell", "end": 53, "present": True}],
        ),
        (["turn 3", "a"], []),
        (["turn 3", "n 9", "n", "m", "m nothing like it", 'm permission "not there"', "z", "w", "?"], []),
        (
            ["turn 3", "y referral yes", "a"],
            [
                {"kind": "act_verdict", "turn": 3, "act": "referral", "start": 19, "end": 32, "present": True}
                | {"reason": "yes"},
                {"kind": "coding", "turn": 3, "acts": ("role_boundary", "information", "referral")}
                | {"engine": ("role_boundary", "information"), "unsure": ("referral",)},
            ],
        ),
        (["turn 5"], []),
        (["levels", "a"], []),
        (
            ["levels", "n", "", "no place was named"],
            [
                {"kind": "adjustment", "criterion": "refers", "level": "not_yet"}
                | {"engine": "unsure", "reason": "no place was named"}
            ],
        ),
        (
            ["levels", "", "p it came in between"],
            [
                {"kind": "adjustment", "criterion": "says-private", "level": "partly"}
                | {"engine": "not_yet", "reason": "it came in between"}
            ],
        ),
        (["levels", "", "n"], [{"kind": "agreement", "criterion": "says-private", "level": "not_yet"}]),
        (["levels", "", "a"], [{"kind": "agreement", "criterion": "says-private", "level": "not_yet"}]),
        (["levels", "", "p", "b"], []),
        (["levels", "c think of it"], [{"kind": "comment", "criterion": "refers", "text": "think of it"}]),
        (
            ["doubts", "n", ""],
            [{"kind": "act_verdict", "turn": 3, "act": "referral", "start": 19, "end": 32, "present": False}],
        ),
        (["end", "c a good talk"], [{"kind": "comment", "text": "a good talk"}]),
        (["end", "s", "go on so"], [{"kind": "sign_off", "text": "go on so"}]),
        (["end", "s thank you"], [{"kind": "sign_off", "text": "thank you"}]),
        (["turn 2", "q"], [{"kind": "bookmark", "place": "turn:2"}]),
    ],
    ids=[
        "a comment on a turn",
        "a comment is asked for",
        "a comment has words, or there is none",
        "all right codes the turn as the program read it",
        "an act that is not there is left out of the coding",
        "an act that was missed, with its words and the reason",
        "a few letters name an act, and no reason is needed",
        "all right has to say something about what the program left open",
        "what means nothing writes nothing",
        "what was left open is answered, and then the turn is coded",
        "there is no such turn",
        "there is no level to agree with where the program left it open",
        "a level needs a reason",
        "a reason may be typed along",
        "the program's own level is an agreement",
        "agreeing",
        "going back from the reason",
        "a comment on a criterion",
        "a doubt is answered",
        "a comment on the talk",
        "signing off asks for words",
        "signing off with words",
        "leaving keeps the place",
    ],
)
def test_what_is_typed_is_written_beside_the_talk(desk, store, lines, notes):
    reviewed(desk(), *lines)
    assert plain(saved(store)) == notes


def test_words_that_were_missed_are_found_as_they_were_written(store, play, pen):
    play("k2", ("Großer Gott.\nSee  you\nTOMORROW then.", "bye"))
    review = Review(Desk(Archive(store).talk("k2"), pen("S1"), partial(add_note, store, "k2")))
    review.take("m farewell “see you tomorrow”")
    review.take("")
    (note,) = saved(store, "k2")
    turn = Archive(store).debrief("k2").transcript.turns[0]
    assert turn.text[note.start : note.end] == "See  you\nTOMORROW"


def test_every_note_has_its_author_and_time(desk, store):
    reviewed(desk(by="s-9"), "c one", "c two")
    assert [(note.by, note.role, note.at) for note in saved(store)] == [
        ("s-9", "supervisor", "2026-02-01T10:00:01Z"),
        ("s-9", "supervisor", "2026-02-01T10:00:02Z"),
    ]


@pytest.mark.parametrize(
    ("lines", "seen", "unseen"),
    [
        ([], "hi, who is this?", "Maybe i can advise"),
        ([], "1 Greeting".casefold(), "perhaps"),
        ([""], "Maybe i can advise", "What can i call you"),
        (["", "b"], "What can i call you", "Maybe i can advise"),
        (["turn 3"], "or not? The program is not sure", ""),
        (["n 1", ""], "greeting is not in it", ""),
        (["n 1", "", "turn 1"], "you: no, it is not", ""),
        (["m farewell", "", "turn 1"], "the program missed it", ""),
        (["w 1"], "greeting: greeting", ""),
        (["levels"], "the program leaves it to you", ""),
        (["doubts"], "“The van comes”", ""),
        (["turn 3", "y referral yes", "levels", "", "", "", "", ""], "The whole talk", "or not?"),
        (["end"], "You wrote: nothing yet", ""),
        (["end", ""], "s signs off", ""),
        (["b"], "This is the first turn", ""),
        (["xyzzy"], "means nothing here", ""),
        (["doubts", "c remember", "end"], "comments: 1", ""),
    ],
    ids=str,
)
def test_what_is_shown(desk, lines, seen, unseen):
    review, shown = reviewed(desk(), *lines)
    assert seen in shown or seen in review.prompt.label
    assert not unseen or unseen not in shown


def test_a_review_goes_on_where_it_was_left_even_if_it_was_killed(desk, store):
    reviewed(desk(), "", "", "c third")
    assert "Turn 3 of 4" in reviewed(desk())[1]
    reviewed(desk(), "levels", "", "a")
    assert "Says private" in reviewed(desk())[1]
    reviewed(desk(), "turn 2", "q")
    assert "Turn 2 of 4" in reviewed(desk())[1]
    assert "Turn 1 of 4" in reviewed(desk(by="s-2"))[1], "another supervisor begins at the beginning"
    reviewed(desk(), "end", "s")
    reviewed(desk(), "end", "s done")
    assert "Turn 1 of 4" in reviewed(desk())[1], "signed off is gone through"


def test_signing_off_ends_the_review(desk):
    review, shown = reviewed(desk(), "end", "s done")
    assert not review.prompt.is_open
    assert "Signed off" in shown
    assert review.take("c more") == ()


def test_others_notes_stand_at_their_turn(desk, store):
    reviewed(desk(by="s-2"), "c slower here", "levels", "", "p it is said later")
    first = reviewed(desk())[1]
    assert "supervisor s-2" in first
    assert "slower here" in first
    assert "it is said later" in reviewed(desk(), "levels", "")[1]


class TestBlind:
    def test_the_programs_reading_comes_after_ones_own(self, desk, store):
        review, shown = reviewed(desk("blind"))
        assert "Introducing" not in shown
        assert "greeting" not in shown
        shown = printed(list(review.take("greet, permis")), 200, PLAIN)
        assert "both of you: greeting" in shown
        assert "only you: permission" in shown
        assert "only the program: self_introduction" in shown
        assert "1 greeting" in shown, "and now it is open"
        [note] = saved(store)
        assert (note.kind, note.acts, note.blind) == ("coding", ("greeting", "permission"), True)
        assert note.engine == FIRST["engine"]

    def test_a_turn_may_have_none_of_the_acts(self, desk, store):
        reviewed(desk("blind"), "-")
        assert saved(store)[0].acts == ()

    @pytest.mark.parametrize("typed", ["gree, xx", "e", "1", "y 1", "a"], ids=str)
    def test_what_names_no_act_codes_nothing(self, desk, store, typed):
        reviewed(desk("blind"), typed)
        assert saved(store) == []

    def test_what_was_seen_once_is_not_blind_again(self, desk, store):
        reviewed(desk(), "a")
        assert "1 greeting" in reviewed(desk("blind"), "turn 1")[1]

    def test_a_comment_alone_keeps_a_turn_hidden(self, desk, store):
        assert "1 greeting" not in reviewed(desk("blind"), "c hm", "", "b")[1]

    @pytest.mark.parametrize(("key", "kind", "level"), [("m", "agreement", "met"), ("p", "adjustment", "partly")])
    def test_a_level_is_saved_before_the_programs_is_shown(self, desk, store, key, kind, level):
        review, shown = reviewed(desk("blind"), "levels")
        assert "Says who" in shown, "in the rubric's order"
        assert "The program" not in shown
        shown = printed(list(review.take(key)), 200, PLAIN)
        assert "The program: ● met" in shown
        [note] = saved(store)
        assert (note.kind, note.level, note.blind) == (kind, level, True)

    def test_agreeing_is_for_those_who_see(self, desk, store):
        reviewed(desk("blind"), "levels", "a")
        assert saved(store) == []


def test_every_note_a_review_can_write_can_be_read_again(desk, store):
    reviewed(desk(), "a", "c x", "levels", "n", "why", "m", "end", "s")
    for note in saved(store):
        assert NOTE.validate_python(note.model_dump(mode="json")) == note
    assert any(isinstance(note, Comment) for note in saved(store))
