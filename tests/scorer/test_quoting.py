"""Quotations are understood alone: the words that were found stand in their sentence, and a long one is cut."""

import pytest

from simulator.model.debrief import Quote
from simulator.model.transcript import Act
from simulator.scorer.quoting import MOST_BESIDE, quoted

LONG = " ".join(["word"] * 20)

SENTENCES = {
    "to the end of the sentence": ("|I promise you it is| nothing. Sleep well.", "I promise you it is nothing"),
    "from its beginning": (
        "Hm. So |do they ever tell you to hurt| yourself?",
        "So do they ever tell you to hurt yourself?",
    ),
    "both sides": ("well, |There is a doctor| on Mondays\nbye", "well, There is a doctor on Mondays"),
    "a question keeps its sign": ("|did you finish it|? was it good", "did you finish it?"),
    "a full stop is left out": ("|did you finish it|.", "did you finish it"),
    "dots and smiles": ("ok... |i see| :) that hurts...", "i see :) that hurts"),
    "a line is a sentence": ("hi\n|i see| it\nbye", "i see it"),
    "a semicolon ends it": ("one thing; |another| one; a third", "another one"),
    "numbers and e.g. do not": (
        "it costs 2.50 e.g. |on Monday| at 3.5 p.m. there",
        "it costs 2.50 e.g. on Monday at 3.5 p.m. there",
    ),
    "a letter before the sign": ("|who am| i? ok", "who am i?"),
    "a quotation ends with its sentence": ('He said "stop." |You are| late', "You are late"),
    "so does what stands in brackets": ("Sorry (really.) |You are| late", "You are late"),
    "no space behind the sign": ("It is up to you!|You are| late", "You are late"),
    "what is found ends with its own sign": ("|I am sad.|  You know?", "I am sad."),
    "dots inside": ("well...|you know| it", "well...you know it"),
    "two sentences found": ("ok. |I was there. It hurt| a lot. bye", "I was there. It hurt a lot"),
    "the whole turn": ("|all of it|", "all of it"),
    "nothing but the words": ("no! |yes| ! no", "yes !"),
    "long before": (f"{LONG} |found| here", f"… {' '.join(['word'] * MOST_BESIDE)} found here"),
    "long after": (f"it is |found| {LONG}. no", f"it is found {' '.join(['word'] * MOST_BESIDE)} …"),
}


def of(marked: str) -> tuple[str, Quote]:
    start, end = marked.index("|"), marked.rindex("|") - 1
    text = marked.replace("|", "")
    return text, quoted(1, "counselor", text, Act(act="x", start=start, end=end, by="x", strength=0.9))


@pytest.mark.parametrize(("marked", "sentence"), SENTENCES.values(), ids=SENTENCES.keys())
def test_the_words_stand_in_their_sentence(marked: str, sentence: str) -> None:
    text, quote = of(marked)
    assert quote.sentence == sentence
    assert quote.quote == text[quote.start : quote.end] == marked[marked.index("|") + 1 : marked.rindex("|")]


@pytest.mark.parametrize(("marked", "sentence"), SENTENCES.values(), ids=SENTENCES.keys())
def test_the_stretch_is_what_is_quoted(marked: str, sentence: str) -> None:
    text, quote = of(marked)
    assert text[slice(*quote.stretch)] == sentence.removeprefix("… ").removesuffix(" …")
