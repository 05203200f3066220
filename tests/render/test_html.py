"""A debrief as a page: complete in itself, sound, and as good to use without a mouse or a screen as with them."""

import re
import time
from itertools import pairwise

import pytest
from fixed_debrief import DEBRIEF, quote
from parsed_page import Page

from simulator.model.debrief import Debrief, StagePoint
from simulator.model.measuring import Range
from simulator.model.transcript import Message, Transcript
from simulator.render.bar_picture import Reach, scale
from simulator.render.blocks import Bar, Bubble, Heading, Item, Mark, Paragraph, Timeline, line
from simulator.render.detail import shown_to
from simulator.render.highlight import stretches
from simulator.render.outline import outlined
from simulator.render.timeline_picture import ABREAST, description, strips
from simulator.render.to_html import printed, to_html

STOPPED = DEBRIEF.model_copy(update={"transcript": DEBRIEF.transcript.model_copy(update={"stopped": True})})
BARE = Debrief(transcript=Transcript(opening=(Message(role="client", sender="a", text="hi"),)))
PAGES = {
    "whole": to_html(DEBRIEF),
    "trainee": to_html(shown_to(DEBRIEF, "trainee")),
    "stopped": to_html(STOPPED),
    "bare": to_html(BARE),
    "empty": to_html(Debrief()),
}
each_page = pytest.mark.parametrize("html", PAGES.values(), ids=PAGES)


@each_page
def test_a_page_needs_nothing_but_itself(html):
    page = Page(html)
    assert page.comments == []
    assert not page.all("script", "link", "img", "iframe", "object", "form", "base")
    for element in page.elements:
        assert not [name for name in element.attributes if name.startswith("on") or name in ("src", "style", "srcset")]
        assert element.attributes.get("href", "#").startswith("#")
    style = page.one("style").text
    assert not re.search(r"url\(|@import|expression|https?:", style)
    assert "default-src 'none'" in [one.attributes.get("content", "") for one in page.all("meta")][-1]


@each_page
def test_every_link_leads_somewhere_and_no_id_is_there_twice(html):
    page = Page(html)
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    assert not [one for one in ids if re.search(r"\s", one)]
    assert [one for one in page.all("a") if one.attributes["href"][1:] not in ids] == []
    named = [one.attributes[key] for one in page.elements for key in one.attributes if key == "aria-labelledby"]
    assert [one for names in named for one in names.split() if one not in ids] == []


@each_page
def test_headings_come_in_steps(html):
    ranks = [int(one.tag[1]) for one in Page(html).all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))


@each_page
def test_a_page_can_be_found_one_s_way_in(html):
    page = Page(html)
    assert page.one("html").attributes["lang"] == "en"
    assert page.all("title")[0].text == page.one("h1").text
    skip = page.all("a")[0]
    assert skip.attributes["href"] == "#" + page.one("main").attributes["id"]
    assert page.one("header").inside == ("html", "body")
    for one in page.all("nav", "section"):
        assert one.attributes.get("aria-label") or one.attributes.get("aria-labelledby"), one
    sections = [one.attributes["href"] for one in page.all("a") if "nav" in one.inside]
    heads = [f"#{one.attributes['id'].removesuffix('-title')}" for one in page.all("h2")]
    assert sections in (heads, [])


def test_pictures_have_a_name_and_the_same_in_words():
    page = Page(PAGES["whole"])
    for svg in page.all("svg"):
        if svg.attributes.get("aria-hidden") != "true":
            assert (svg.attributes["role"], len(svg.attributes["aria-labelledby"].split())) == ("img", 2)
    assert "turn 1 contact; turn 2 information; turn 3 no stage." in page.one("desc").text
    table = page.all("table")[0]
    assert [one.inside[-1] for one in page.all("caption")] == ["table"] * len(page.all("table"))
    assert all(one.text for one in page.all("caption", "th"))
    assert all(one.attributes.get("scope") in ("col", "row") for one in page.all("th"))
    assert "".join(table.text.split()).endswith("turnstagetrust1contact32information-23––")


def test_evidence_leads_to_its_turn_and_areas_to_their_criteria():
    links = {(one.text, one.attributes["href"]) for one in Page(PAGES["whole"]).all("a")}
    assert {("turn 2", "#turn-2"), ("the opening", "#turn-0"), ("Making contact", "#area-contact")} <= links


def test_what_was_read_is_marked_in_the_words_themselves():
    marks = [(one.text, one.attributes["class"]) for one in Page(PAGES["whole"]).all("mark")]
    assert marks[0] == ("Hi1", "sure")
    assert ("I promise4", "sure") in marks


def test_rules_are_folded_away_and_absent_where_nobody_asks_for_them():
    rules = Page(PAGES["whole"]).all("details")[1:]
    assert len(rules) == 2
    assert "near:support#2 at 0.62" in rules[1].text
    assert "#x" not in PAGES["trainee"]
    assert len(Page(PAGES["trainee"]).all("details")) == 1


def test_a_stopped_talk_shows_no_level_and_no_word_of_it():
    words = Page(PAGES["stopped"]).one("body").text
    assert "not yet" not in words
    assert "I promise" not in words
    assert "Take a walk" in words


def test_three_hundred_turns_are_shown_at_once_and_in_less_than_a_megabyte():
    first = DEBRIEF.transcript.turns
    turns = tuple(first[number % 3].model_copy(update={"number": number + 1}) for number in range(300))
    points = tuple(StagePoint(turn=turn.number, stage=turn.stage, trust=turn.trust) for turn in turns)
    scores = tuple(
        score.model_copy(update={"id": f"{score.id}-{number}", "evidence": (quote(2, turns[1].text, "I promise"),) * 6})
        for number in range(8)
        for score in DEBRIEF.criteria
    )
    talk = DEBRIEF.transcript.model_copy(update={"turns": turns})
    long = DEBRIEF.model_copy(update={"transcript": talk, "timeline": points, "criteria": scores})
    to_html(DEBRIEF)  # the template is compiled once
    began = time.process_time()
    made = to_html(shown_to(long, "supervisor"))
    assert time.process_time() - began < 1
    assert len(made.encode()) < 1_000_000
    assert len(Page(made).all("mark")) > 600


@pytest.mark.parametrize(
    ("notes", "cut"),
    [
        ((), [("abcdef", 0, ())]),
        (((1, 3),), [("a", 0, ()), ("bc", 1, (1,)), ("def", 0, ())]),
        (((0, 4), (2, 6)), [("ab", 1, ()), ("cd", 2, (1,)), ("ef", 1, (2,))]),
        (((0, 6), (1, 2), (1, 2)), [("a", 1, ()), ("b", 3, (2, 3)), ("cdef", 1, (1,))]),
        (((0, 2), (2, 4)), [("ab", 1, (1,)), ("cd", 1, (2,)), ("ef", 0, ())]),
    ],
    ids=["no note", "one note", "two that overlap", "two within one", "two that touch"],
)
def test_words_are_cut_where_notes_begin_and_end(notes, cut):
    bubble = Bubble("a", "abcdef", "counselor", tuple(Mark(start, end, ("x",)) for start, end in notes))
    assert [(one.text, one.marks, one.ending) for one in stretches(bubble)] == cut


def test_words_that_are_only_perhaps_something_are_told_from_the_rest():
    notes = (Mark(0, 2, ("x",), sure=False), Mark(1, 3, ("y",)))
    assert [one.sure for one in stretches(Bubble("a", "abcd", "counselor", notes))] == [False, True, True, False]


def test_a_long_talk_goes_on_in_another_strip_of_the_same_scale():
    points = tuple(StagePoint(turn=turn, stage="request", trust=turn % 7 - 2) for turn in range(1, 61))
    made = strips(Timeline(("contact", "request"), points))
    assert [len(strip.turns) for strip in made] == [ABREAST, ABREAST, 60 - 2 * ABREAST]
    assert {(dot.text, dot.y) for strip in made for dot in strip.trust} == {(str(n), y) for n, y in _heights(made[0])}
    assert all(0 < dot.x < strip.width and 0 < dot.y < strip.height for strip in made for dot in strip.trust)


def _heights(strip):
    return {(int(dot.text), dot.y) for dot in strip.trust}


def test_more_trust_stands_higher():
    points = tuple(StagePoint(turn=turn, trust=trust) for turn, trust in ((1, -3), (2, 0), (3, 9)))
    (made,) = strips(Timeline((), points))
    assert made.trust[0].y > made.trust[1].y > made.trust[2].y
    assert made.zero == made.trust[1].y


def test_a_timeline_without_trust_has_no_curve():
    timeline = Timeline(("contact",), (StagePoint(turn=1, stage="contact"),))
    (made,) = strips(timeline)
    assert (made.trust, made.zero) == ((), None)
    assert description(timeline) == "turn 1 contact."


@pytest.mark.parametrize(
    ("bar", "value", "good", "fair"),
    [
        (Bar((), 0.5, Range(at_least=0.7), Range(at_least=0.5)), 50, Reach(70, 30), Reach(50, 50)),
        (Bar((), 0.5, Range(at_most=0.5)), 50, Reach(0, 50), None),
        (Bar((), 2.0, Range(at_least=1.0)), 80, Reach(40, 60), None),
        (Bar((), 0.0), 0, None, None),
    ],
    ids=["a share", "less is better", "beyond one", "nothing to read it against"],
)
def test_bars_reach_as_far_as_their_numbers(bar, value, good, fair):
    made = scale(bar)
    assert made.value == pytest.approx(value)
    for found, wanted in ((made.good, good), (made.fair, fair)):
        assert (found is None) == (wanted is None)
        assert found is None or found == pytest.approx(wanted)


def test_points_make_lists_and_lower_headings_lie_in_higher_ones():
    point = Item(line("x"))
    blocks = [Heading("a", 1), point, point, Heading("b"), Paragraph(line("p"), "lead"), point, Heading("c", 3), point]
    whole = outlined([*blocks, Heading("d")])
    assert [len(one.members) for one in whole.body] == [2]
    assert [part.heading.text for part in whole.parts] == ["b", "d"]
    assert [part.heading.text for part in whole.parts[0].parts] == ["c"]
    assert whole.parts[0].body[1].name == "lead"


def test_a_name_is_an_id_whatever_is_in_it():
    blocks = [Heading("a", 1), Heading("b", name='x y"<'), Heading("c", name="x%20y%22%3C")]
    ids = [one.attributes["id"] for one in Page(printed(blocks)).all("section")]
    assert len(set(ids)) == 2
    assert not re.search(r'[\s"<]', "".join(ids))
