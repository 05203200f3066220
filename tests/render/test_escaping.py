"""Whatever a trainee or an author writes is shown as text: no control reaches a terminal, no markup a reader."""

import json
import unicodedata
from typing import Any

import pytest
from fixed_debrief import DEBRIEF
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from parsed_page import Page, seen
from wcwidth import wcswidth

from simulator.model.debrief import Debrief
from simulator.render.to_html import to_html
from simulator.render.to_json import to_json
from simulator.render.to_markdown import to_markdown
from simulator.render.to_terminal import to_terminal
from simulator.render.visible import in_one_line, visible

HOSTILE = (
    "<script>alert(1)</script>",
    "[click](http://evil.example) ![x](y) <http://a.b> https://a.b www.a.b a@b.c",
    "\x1b[31mred\x1b[0m \x9b2J \x07 \r gone",
    "\u202eevil\u2066 \u200bzero",
    "# h\n## h\n---\n===\n- a\n+ b\n* c\n1. d\n2) e\n> f\n    code\n```\nfence\n~~~",
    "javascript:alert(1) data:text/html,x",
    "\" onmouseover=alert(1) x='</style></title></svg><script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %} {# no #} ${x} &amp;",
    "- a",
    "+ a",
    "1) a",
    "12. a",
    "===",
    ": a",
    "| a | b |\n|---|---|\n| c | d |",
    "**bold** _it_ ~~no~~ `code` $x$ &lt; &#60; \\",
    "[a]: http://b.c\n[^1]: note\n: def",
    "\ttab\n\n\n<!-- x -->\n<details>",
    "漢字かな交じり文" * 30,
    "x" * 500,
    "e" + "\u0301" * 50,
    "\ud83d half \x00 nul",
)
DANGEROUS = {
    "link_open", "image", "html_inline", "html_block", "code_inline", "code_block", "table_open", "hr", "s_open",
    "em_open", "ordered_list_open",
}  # fmt: skip
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

texts = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.text(alphabet="ab 1.)(-+*_#>|`~[]!<&;\\=:$^@/{}\n\t\x1b\u202e“", max_size=30),
    st.sampled_from([text for text in HOSTILE if "\ud83d" not in text]),
)


def filled(text: str) -> Debrief:
    """The fixed debrief with the text in the place of every text that a person or a pack writes."""
    document = json.loads(to_json(DEBRIEF))
    _fill(document, text)
    talk = document["transcript"]
    for bubble in talk["opening"]:
        bubble.update({"from": text, "text": text})
    branched = [turn for branch in document["branches"] for turn in branch["turns"]]
    for turn in (*talk["turns"], *branched, *(one["turn"] for one in document["rewritten"])):
        _fill_turn(turn, text)
    for note in document["notes"]:
        note.update({key: text for key in ("text", "reason") if key in note})
    return Debrief.model_validate(document)


FREE = {
    "quote", "title", "anchor", "note", "reason", "wording", "fact", "technique", "name", "unit", "benchmark", "by",
    "asks", "listen_for", "source", "ending_meaning", "epilogue",
    "aftercare", "practise_next", "trainee", "session", "date", "program",
}  # fmt: skip


def _fill(value: Any, text: str) -> None:
    if isinstance(value, list):
        for one in value:
            _fill(one, text)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in FREE and isinstance(inner, str):
                value[key] = text
            elif key == "questions" and isinstance(inner, list):
                value[key] = [text]
            elif key == "hashes":
                value[key] = {text: text}
            elif key not in ("transcript", "notes"):
                _fill(inner, text)


def _fill_turn(turn: dict[str, Any], text: str) -> None:
    turn.update({"text": text, "why": [text]})
    for bubble in turn["client"]:
        bubble.update({"from": text, "text": text})
    for act in turn["reading"]["acts"]:
        act.update({"act": text, "marks": [text], "by": text})


def moves_something(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(letter) in (
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    )  # fmt: skip


def moving(shown: str) -> set[str]:
    """What moves something in a text of many rows."""
    return {letter for letter in set(shown) - {"\n"} if moves_something(letter)}


def kinds(tokens: list[Token]) -> list[str]:
    inner = [child.type for token in tokens for child in token.children or ()]
    return [*(token.type for token in tokens), *inner]


SKELETON = ("heading_open", "fence", "bullet_list_open", "list_item_open", "blockquote_open", "strong_open")
ORDINARY = kinds(READER.parse(to_markdown(filled("x"))))
"""What the Markdown of the fixed debrief is made of, whatever its texts are."""


def elements(page: Page) -> list[str]:
    """What a page is made of, but what only stands around single words."""
    return [one.tag for one in page.elements if one.tag not in ("span", "bdi", "mark", "sup", "strong")]


ORDINARY_ELEMENTS = elements(Page(to_html(filled("x"))))


def shown_words(tokens: list[Token]) -> str:
    """What a reader of the Markdown sees, white space left out."""
    leaves = [child.content for token in tokens for child in token.children or ()]
    return "".join("".join(leaves).split())


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\ud83d" not in text])
def test_hostile_text_is_shown_as_text(text):
    held(text)


@settings(max_examples=60, deadline=None)
@given(texts)
@example("\r\n")
def test_any_text_is_shown_as_text(text):
    held(text)


def held(text: str) -> None:
    debrief = filled(text)
    for width in (40, 200):
        shown = to_terminal(debrief, width)
        assert moving(shown) == set()
        assert all(0 <= wcswidth(row) <= width for row in shown.split("\n"))
    markdown = to_markdown(debrief)
    assert moving(markdown) == set()
    tokens = READER.parse(markdown)
    found = kinds(tokens)
    assert not DANGEROUS & set(found)
    if text.strip():
        assert [found.count(kind) for kind in SKELETON] == [ORDINARY.count(kind) for kind in SKELETON]
    page = to_html(debrief)
    assert moving(page) == set()
    if text.strip():
        assert elements(Page(page)) == ORDINARY_ELEMENTS
    told, words = shown_words(tokens), "".join(seen(page).split())
    for row in text.replace("\r\n", "\n").split("\n"):
        assert "".join(in_one_line(row).split()) in told
        assert "".join(in_one_line(row).split()) in words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — текст 漢字 👩‍👩‍👧 ❤️", "plain — текст 漢字 👩‍👩‍👧 ❤️"),
        ("a\tb\r\nc\rd", "a b\nc\\x0dd"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b\x7f\x00", "\\x9b\\x7f\\x00"),
        ("\u202e\u2066\u2069\u200e", "\\u202e\\u2066\\u2069\\u200e"),
        ("\u2028\u200b\ufeff\xad", "\\u2028\\u200b\\ufeff\\xad"),
        ("\ud83d", "\\ud83d"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_cannot_be_seen_is_named(text, shown):
    assert visible(text) == shown
    assert visible(visible(text)) == visible(text)
