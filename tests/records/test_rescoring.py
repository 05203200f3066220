"""A session's words read again: only what changed in the content changes a level, and nothing stored changes."""

from typing import Any

import pytest
from written_scenario import END, scenario

from simulator.errors import StoreError
from simulator.library import Library, Played
from simulator.model.codebook import Codebook
from simulator.model.comparison import Comparison
from simulator.model.scenario import Scenario
from simulator.readers import Readers, make_readers
from simulator.records.recording import Beginning, Recording, begin, resume
from simulator.records.rescoring import Instead, Today, faithful_talk, rescored, todays
from simulator.store.events import Event
from simulator.store.protocol import Store
from simulator.talk_coding import talk_readers

BEGINNING = Beginning("s1", "T-07", "2026-01-01T10:00:00Z", 5, "virtual")
INTRODUCED = "Hi, i am Oleg, a peer counselor"
IRA = (
    "Hi, I'm Oleg, a peer counselor. What shall I call you? This stays between us.",
    "You sound scared. Was there a risk? When was it?",
    "PEP works up to 72 hours after the risk. You must go to a doctor.",
    "What would suit you better, the clinic or our office?",
    "Thanks for telling me. Bye!",
)

LINE = "i will do it"
SMALL = scenario(
    states=[
        {
            "id": "one",
            "stage": "contact",
            "client": ["hi", {"text": LINE, "cue": ["accepts"]}],
            "otherwise": [{"client": [{"variants": ["?", "what", "hm?"]}]}],
            "silence": [{"after_seconds": 300, "to": "end"}],
        }
    ],
    endings=[END],
)


@pytest.fixture(scope="module")
def frozen(library: Library, small_readers: Readers) -> Played:
    return Played(SMALL, library.rubric("peer-counseling"), small_readers.codebook)


def but(content: Played, **other: Any) -> Played:
    own = {"scenario": content.scenario, "rubric": content.rubric, "codebook": content.codebook}
    return Played(**{**own, **other})


def played(store: Store, frozen: Played, readers: Readers, texts: tuple[str, ...] = (INTRODUCED,)) -> Recording:
    recording = begin(store, frozen, readers, BEGINNING)
    for number, text in enumerate(texts, start=1):
        recording.say(text, recording.session.where, 20.0 * number)
    return recording


def today(content: Played) -> Today:
    readers = make_readers(content.codebook)
    return Today(content, talk_readers(readers.coder, readers.client_reader, content.scenario), frozenset())


def with_line(**more: object) -> Scenario:
    """The small scenario with something else about its line."""
    state = SMALL.states[0]
    lines = (state.client[0], state.client[1].model_copy(update=more))
    return SMALL.model_copy(update={"states": (state.model_copy(update={"client": lines}),)})


def states(comparison: Comparison) -> dict[str, str]:
    return {pair.kind: pair.state for pair in comparison.content}


def without(codebook: Codebook, act: str) -> Codebook:
    acts = (one.model_copy(update={"phrases": ()}) if one.act == act else one for one in codebook.acts)
    return codebook.model_copy(update={"acts": tuple(acts)})


@pytest.mark.parametrize("name", ["ira-hiv-test", "anonymous-contact"])
def test_reading_again_by_a_codebook_that_says_the_same_changes_no_level(library: Library, store: Store, name: str):
    own = library.frozen(name)
    readers = library.readers("en")
    played(store, own, readers, IRA)
    # Another hash and the same content: every word is read again, and nothing may come of it.
    same = but(own, codebook=own.codebook.model_copy(update={"sha256": "0" * 64}))
    reading = Today(same, talk_readers(readers.coder, readers.client_reader, own.scenario), frozenset())
    comparison = rescored(faithful_talk(store, "s1"), reading)
    assert states(comparison) == {"scenario": "same", "rubric": "same", "codebook": "changed"}
    assert comparison.different == ()
    assert [pair.now.evidence for pair in comparison.criteria] == [pair.then.evidence for pair in comparison.criteria]


def test_a_phrase_that_is_gone_is_found_in_the_words(store: Store, frozen: Played, small_readers: Readers):
    played(store, frozen, small_readers)
    changed = but(frozen, codebook=without(frozen.codebook, "self_introduction"))
    (pair,) = rescored(faithful_talk(store, "s1"), today(changed)).different
    assert (pair.then.id, pair.then.level, pair.now.level) == ("introduces-self", "met", "not_yet")
    (words,) = pair.words
    assert (words.when, words.read_as, words.sure) == ("then", "self_introduction", True)
    assert words.quote.quote == INTRODUCED[words.quote.start : words.quote.end]


def test_the_authors_cues_of_today_count(store: Store, frozen: Played, small_readers: Readers):
    """The client's line is the same; the author has given it another cue since."""
    played(store, frozen, small_readers)
    comparison = rescored(faithful_talk(store, "s1"), today(but(frozen, scenario=with_line(cue=("suicide",)))))
    (pair,) = (pair for pair in comparison.different if pair.then.id == "asks-about-danger")
    assert (pair.then.level, pair.now.level) == ("not_applicable", "not_yet")
    assert [(words.when, words.read_as, words.quote.quote) for words in pair.words] == [("now", "suicide", LINE)]


def test_the_authors_cue_of_a_line_that_is_gone_stays(store: Store, frozen: Played, small_readers: Readers):
    own = but(frozen, scenario=with_line(cue=("suicide",)))
    played(store, own, small_readers)
    comparison = rescored(faithful_talk(store, "s1"), today(but(frozen, scenario=with_line(text="other words"))))
    assert states(comparison)["scenario"] == "changed"
    assert comparison.different == ()


def test_content_saved_in_other_letters_is_no_change(store: Store, frozen: Played, small_readers: Readers):
    """A noun that has got a field since is saved otherwise, and says the same."""
    recording = played(store, frozen, small_readers)
    short = store.put_content(frozen.rubric.model_dump_json(by_alias=True, exclude={"includes"}))
    assert short != recording.head.hashes["rubric"]
    head = recording.head.model_copy(update={"id": "s2", "hashes": {**recording.head.hashes, "rubric": short}})
    store.create(head)
    comparison = rescored(faithful_talk(store, "s2"), today(frozen))
    rubric = comparison.content[1]
    assert (rubric.state, rubric.sha256_then, rubric.sha256_now) == ("same", short, short)


def test_only_looking_saves_nothing_even_where_an_answer_is_due(store: Store, frozen: Played, small_readers: Readers):
    begin(store, frozen, small_readers, BEGINNING)
    store.append(Event(session="s1", number=1, kind="turn", at=1.0, body={"text": INTRODUCED, "where": "dm"}))
    before = store.events("s1")
    looked_at = faithful_talk(store, "s1")
    assert looked_at.session.turns[0].client
    assert store.events("s1") == before
    assert looked_at.debrief() == resume(store, "s1").debrief()
    assert store.events("s1") != before


def test_a_client_that_would_write_something_else_is_refused(store: Store, frozen: Played, small_readers: Readers):
    begin(store, frozen, small_readers, BEGINNING)
    store.append(Event(session="s1", number=1, kind="turn", at=1.0, body={"text": INTRODUCED, "where": "dm"}))
    said = {"role": "client", "from": "k", "where": "dm", "text": "NO", "at": 1.0}
    store.append(Event(session="s1", number=2, parent=1, kind="reply", at=1.0, body={"messages": [said], "trust": 2}))
    with pytest.raises(StoreError, match="would write something else than was saved"):
        faithful_talk(store, "s1")


def test_what_is_no_longer_there_is_the_sessions_own(library: Library, frozen: Played):
    own = but(frozen, scenario=SMALL.model_copy(update={"rubric": "gone"}))
    found = todays(library, own, Instead())
    assert found.kept == {"scenario", "rubric"}
    assert (found.frozen.scenario, found.frozen.rubric) == (own.scenario, own.rubric)
    assert todays(library, own, Instead(rubric="peer-counseling")).kept == {"scenario"}
