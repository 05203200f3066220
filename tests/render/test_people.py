"""What people said stands beside what the program said, where it belongs, and takes nothing away."""

import pytest
from fixed_debrief import AT, DEBRIEF

from simulator.model.debrief import Debrief, SelfRated
from simulator.model.notes import Adjustment, Agreement, Comment, ContactForm, Wellbeing
from simulator.render.blocks import Bubble, Heading, Item, Table
from simulator.render.detail import shown_to
from simulator.render.page import page
from simulator.render.people import about, adjustments
from simulator.render.sections.gaps import gaps
from simulator.render.sections.otherwise import otherwise
from simulator.render.to_markdown import to_markdown


def words(line) -> str:
    return "".join(span.text for span in line)


def noted(*notes) -> Debrief:
    return DEBRIEF.model_copy(update={"notes": notes})


def written(kind, number: int, **more):
    return kind(id=f"n{number}", by=f"S{number}", role="supervisor", at=AT, **more)


@pytest.mark.parametrize(
    ("of", "place"),
    [
        ({"turn": 2}, 2),
        ({"turn": 2, "criterion": "reflects"}, 2),
        ({"criterion": "reflects"}, "reflects"),
        ({}, None),
        ({"turn": 9}, None),
        ({"turn": 9, "criterion": "reflects"}, "reflects"),
        ({"criterion": "gone"}, None),
    ],
    ids=str,
)
def test_a_comment_stands_at_one_place(of, place):
    debrief = noted(written(Comment, 1, text="So.", **of))
    places = [turn for turn in (1, 2, 3) if list(about(debrief, turn))]
    places += [score.id for score in debrief.criteria if list(about(debrief, score.id))]
    places += [None for _ in about(debrief, None)]
    assert places == [place]


def test_both_levels_stay_with_the_reason():
    (item,) = (one for one in page(DEBRIEF) if isinstance(one, Item) and one.name == "criterion-says-confidential")
    assert words(item.line) == "Says what stays private: ○ not yet, ◐ partly by supervisor S1, ● met by supervisor S2"
    below = [words(one) for one in item.below]
    assert "supervisor S1, 2026-01-06 18:00 UTC: ◐ partly – She did say it in her own way." in below[2]
    assert below[-1] == "trainee T-07, 2026-01-06 18:00 UTC: sees it differently: I meant it."


def test_the_latest_level_of_each_person_counts():
    rows = ((1, "partly"), (2, "met"), (1, "not_yet"))
    notes = [written(Adjustment, n, criterion="reflects", level=level, reason="r") for n, level in rows]
    assert [(one.by, one.level) for one in adjustments(noted(*notes), "reflects")] == [("S1", "not_yet"), ("S2", "met")]


def test_who_agrees_in_the_end_has_adjusted_nothing():
    adjusted = written(Adjustment, 1, criterion="reflects", level="met", reason="r")
    agreed = written(Agreement, 1, criterion="reflects", level="partly")
    assert adjustments(noted(adjusted, agreed), "reflects") == ()
    assert adjustments(noted(agreed, adjusted), "reflects") == (adjusted,)


def test_a_person_s_answer_to_a_doubt_stands_under_it():
    items = [one for one in page(DEBRIEF) if isinstance(one, Item) and "or not?" in words(one.line)]
    assert ["It calms her" in words(one) for one in items[0].below] == [True]


def test_comments_come_under_their_turn_after_what_the_program_says():
    bubbles = {one.name: one for one in page(DEBRIEF) if isinstance(one, Bubble)}
    assert [words(one).partition(": ")[2] for one in bubbles["turn-2"].remarks[-2:]] == [
        "Here she went quiet.",
        "so we have time is support – It calms her.",
    ]


@pytest.mark.parametrize(
    ("own", "engine", "supervisor", "gap"),
    [
        ("met", "partly", None, "you saw it higher"),
        ("not_yet", "partly", None, "you saw it lower"),
        ("partly", "partly", None, "none"),
        ("met", "not_yet", "met", "none"),
        ("partly", "met", "not_yet", "you saw it higher"),
        ("unsure", "met", None, "–"),
        ("met", "unsure", None, "–"),
        ("met", "unsure", "partly", "you saw it higher"),
    ],
)
def test_a_gap_is_named_by_its_direction(own, engine, supervisor, gap):
    rated = SelfRated(item="a", asks="I did.", own=own, engine=engine, supervisor=supervisor)
    (table,) = (one for one in gaps(Debrief(self_rated=(rated,))) if isinstance(one, Table))
    assert words(table.rows[0][-1]) == gap


def test_other_ways_stand_beside_how_it_went():
    blocks = list(otherwise(DEBRIEF))
    assert [one.text for one in blocks if isinstance(one, Heading)] == [
        "Tried otherwise", "Another way from turn 2 on", "Another way from turn 4 on", "Turn 2, written again",
    ]  # fmt: skip
    first, second, again = ([tuple(map(words, row)) for row in one.rows] for one in blocks if isinstance(one, Table))
    assert ("the client", "ok", "yes. very") in first
    assert ("after it", "as above", "counselor: Bye.") in first
    assert ("ending", "goes with friend (reached in part)", "stays (broken off)") in first
    assert ("Reflects", "◐ partly", "● met") in first
    assert [row[0] for row in second] == ["ending", "what that means"]
    assert again[0][1:] == (DEBRIEF.transcript.turns[1].text, "Two days? There is time.")


@pytest.mark.parametrize("who", ["trainee", "supervisor", "trainer"])
def test_people_s_words_are_for_everybody(who):
    assert shown_to(DEBRIEF, who).notes == DEBRIEF.notes


def test_how_somebody_feels_is_printed_nowhere():
    notes = (
        Wellbeing(id="w", role="trainee", at=AT, answers={"sleep": "badly"}),
        ContactForm(id="c", role="trainee", at=AT, form="short", fields={"need": ("a test",)}),
    )
    assert to_markdown(noted(*notes)) == to_markdown(noted())


def test_a_talk_nobody_spoke_about_has_no_such_sections():
    told = to_markdown(Debrief())
    assert not [head for head in ("Tried otherwise", "How you saw", "What people say") if head in told]
