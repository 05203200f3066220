"""A comparison in every format: what is told, and nothing written by people or packs gets out of its place."""

import json

import pytest
from parsed_page import Page
from test_escaping import DANGEROUS, HOSTILE, READER
from wcwidth import wcswidth

from simulator.model.comparison import Comparison, ContentPair, Reread, ScorePair
from simulator.model.debrief import Figure, Quote, Score
from simulator.render.comparison import comparison_page, to_json, to_line
from simulator.render.palette import PLAIN
from simulator.render.to_html import printed as html
from simulator.render.to_markdown import printed as markdown
from simulator.render.to_terminal import printed as terminal


def made(text: str) -> Comparison:
    """Every way in which words and levels may differ, with the text in the place of all that people write."""
    quote = Quote(turn=2, speaker="client", start=0, end=len(text), quote=text, by="phrase:x#1")
    then = Score(id="one", area="a", title=text, level="met", note=text, critical=True)
    now = then.model_copy(update={"level": "not_yet", "note": f"{text}!", "figures": (Figure(name=text, value=0.5),)})
    whens = (("then", True), ("now", True), ("now", False), ("both", True))
    words = tuple(Reread(when=when, quote=quote, read_as=text or "x", sure=sure) for when, sure in whens)
    return Comparison(
        session="s1", scenario=text, title=text, date="2026-01-05T20:00:00Z", program="0.1.0",
        content=(
            ContentPair(kind="scenario", state="kept", id_then=text, id_now=text, sha256_then="a", sha256_now="a"),
            ContentPair(kind="rubric", state="other", id_then=text, id_now="x", sha256_then="a", sha256_now="b"),
        ),
        criteria=(ScorePair(then=then, now=now, words=words), ScorePair(then=then, now=then)),
        only_then=(then,), only_now=(now,),
    )  # fmt: skip


SAMPLE = made("a b")


def test_each_kind_of_difference_is_told():
    told = terminal(list(comparison_page(SAMPLE)), 200, PLAIN)
    for row in (
        "  • scenario: no longer there, so the session's own was used again",
        "  • rubric: another one (a b → x)",
        "  • a b: ● met → ○ not yet, critical",
        "      now: a b: 0.5",
        "      turn 2, client: “a b” – then read as “a b”, no longer so",
        "      turn 2, client: “a b” – now perhaps “a b”",
        "Levels as they were",
        "Only then",
        "Only now",
    ):
        assert row in told.splitlines()


def test_a_line_names_what_changed_and_the_levels():
    line = "s1  2026-01-05 20:00 UTC  a b: rubric changed; 1 of 2 levels differs: one met → not yet"
    assert to_line(SAMPLE) == f"{line}; only then: one; only now: one\n"


def test_json_gives_the_comparison_back_and_says_what_differs():
    document = json.loads(to_json(SAMPLE))
    assert document.pop("differs") is True
    assert [row.pop("differs") for row in document["criteria"]] == [True, False]
    assert Comparison.model_validate(document) == SAMPLE
    assert to_json(SAMPLE).count("\n") == 1


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\ud83d" not in text])
def test_hostile_text_stays_text(text):
    comparison = made(text)
    blocks = list(comparison_page(comparison))
    for width in (40, 100):
        for row in terminal(blocks, width, PLAIN).splitlines():
            assert 0 <= wcswidth(row) <= width
    assert to_line(comparison).count("\n") == 1
    assert "\x1b" not in to_line(comparison)
    page = Page(html(blocks))
    kinds = {one.tag for one in page.elements} - {"sup", "mark"}
    assert kinds == {one.tag for one in Page(html(list(comparison_page(SAMPLE)))).elements}
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for token in READER.parse(markdown(blocks)):
        assert token.type not in DANGEROUS
        assert not {child.type for child in token.children or ()} & (DANGEROUS - {"em_open"})
