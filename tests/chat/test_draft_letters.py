"""A draft is drawn in letters of a sure width, and the cursor stays with the letter it was at."""

import pytest
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.layout import BufferControl
from prompt_toolkit.layout.processors import TransformationInput
from prompt_toolkit.utils import get_cwidth
from wcwidth import iter_graphemes

from simulator.chat.draft_letters import SimplerLetters, drawn
from simulator.chat.emoji import EMOJI
from simulator.render.wrapping import columns


def transformed(text: str):
    buffer = Buffer()
    buffer.text = text
    return SimplerLetters().apply_transformation(
        TransformationInput(BufferControl(buffer), buffer.document, 0, lambda i: i, [("bold", text)], 80, 24)
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Слава 日本 שלום", "Слава 日本 שלום"),
        ("e\u0301", "e\u0301"),
        ("🍵", "🍵"),
        ("👍🏽!", "👍!"),
        ("👩‍🚀!", "👩!"),
        ("❤️!", "❤!"),
        ("🇺🇦!", "UA!"),
    ],
)
def test_only_letters_of_doubtful_width_are_drawn_simpler(text, shown):
    done = transformed(text)
    assert "".join(part[1] for part in done.fragments) == shown
    assert (done.fragments == [("bold", text)]) is (text == shown)


@pytest.mark.parametrize("text", ["a👩‍🚀b", "🇺🇦🇺🇦x", "❤️❤️", "e\u0301👍🏽日", ""])
def test_the_cursor_stays_with_its_letter(text):
    done = transformed(text)
    shown = "".join(part[1] for part in done.fragments)
    source = display = 0
    for cluster in [*iter_graphemes(text), ""]:
        assert done.source_to_display(source) == display
        assert done.display_to_source(display) == source
        source, display = source + len(cluster), display + len(drawn(cluster) if cluster else "")
    assert done.source_to_display(len(text)) == len(shown)
    assert done.source_to_display(len(text) + 1) == len(shown) + 1


@pytest.mark.parametrize("text", [*EMOJI.values(), "👨‍👩‍👧‍👦", "🇩🇪", "🏳️‍🌈", "क्षि"])
def test_what_is_drawn_is_as_wide_as_the_library_counts(text):
    assert all(get_cwidth(drawn(cluster)) == columns(drawn(cluster)) for cluster in iter_graphemes(text))
