"""Who sees how much of a debrief, the same in every format."""

import pytest
from fixed_debrief import DEBRIEF
from parsed_page import seen

from simulator.render.detail import shown_to
from simulator.render.to_html import to_html
from simulator.render.to_json import to_json
from simulator.render.to_markdown import to_markdown
from simulator.render.to_terminal import to_terminal

FORMATS = {
    "terminal": lambda debrief: to_terminal(debrief, 200),
    "markdown": lambda debrief: to_markdown(debrief).replace("\\", ""),
    "html": lambda debrief: seen(to_html(debrief)),
    "json": to_json,
}
WHO = ("trainee", "supervisor", "trainer")


@pytest.mark.parametrize("render", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize(
    ("text", "for_whom"),
    [
        ("What made you?", WHO),
        ("You said who you are.", WHO),
        ("Something is said that can do harm.", WHO),
        ("She fears nothing more than strangers.", WHO),
        ("1 met, 0.5 partly", WHO),
        ("WHO 2024", WHO),
        ("near:support#2", WHO[1:]),
        ("The wish to comfort.", WHO[1:]),
        ("manual 2.4", WHO[1:]),
        ("70 % good", WHO[1:]),
        ("0.62", WHO[2:]),
        ("told.turns[0]", WHO[2:]),
        ("a" * 64, WHO[2:]),
    ],
)
def test_what_is_for_whom(render, text, for_whom):
    assert tuple(who for who in WHO if text in render(shown_to(DEBRIEF, who))) == for_whom


def test_measures_are_for_trainers():
    assert "words: 17; sentences: 2; abbreviations: PEP" in to_terminal(DEBRIEF, 200)
    assert "sentences:" not in to_terminal(shown_to(DEBRIEF, "supervisor"), 200)


@pytest.mark.parametrize("who", WHO)
def test_levels_and_words_are_the_same_for_everybody(who):
    shown = shown_to(DEBRIEF, who)
    assert [(one.id, one.level, one.anchor, one.note) for one in shown.criteria] == [
        (one.id, one.level, one.anchor, one.note) for one in DEBRIEF.criteria
    ]
    assert [turn.text for turn in shown.transcript.turns] == [turn.text for turn in DEBRIEF.transcript.turns]
    assert shown.figures == DEBRIEF.figures
    assert shown_to(shown, who) == shown
