"""Hits said otherwise: what each change makes of a turn, how well readings bear it, and which phrases are idle.

The floors are what `python benchmarks/robustness.py` printed, less a margin for the next refit.
"""

from pathlib import Path
from random import Random

import pytest
from idle_phrases import idle_phrases
from rewording import Rewording, load_rewordings
from robustness import Outcome, Robustness, Share, share

from simulator.coder.coder import Coder
from simulator.errors import ContentError
from simulator.library import Library
from simulator.loader.codebook_file import load_codebook_with_examples
from simulator.model.codebook import ActDefinition, Codebook, Scope

HARMLESS, CHANGING = 98.0, 90.0
"""Percent of all harmless changes that keep the act, and of all others that take it away."""
SAMPLE = 5
"""Hits per act in the quick measurement."""

FLOORS: dict[str, tuple[float, float]] = {
    "accompaniment": (98, 91),
    "address_request": (98, 94),
    "advice": (98, 92),
    "affirmation": (98, 90),
    "autonomy": (98, 96),
    "closed_question": (97, 88),
    "confidentiality": (98, 91),
    # What was told in private is given away also where it is reported ("he told me that ..."); so it bears reporting.
    "confidentiality_breach": (98, 80),
    "contact_exchange": (98, 89),
    "decision_check": (98, 95),
    "diagnosis": (99, 90),
    "directive": (98, 89),
    "disclaimer": (99, 89),
    "emergency_direction": (98, 87),
    "expectations": (98, 91),
    "farewell": (99, 94),
    "feedback_request": (97, 95),
    "feeling_reflection": (98, 83),
    "follow_up": (98, 91),
    "greeting": (98, 96),
    "guarantee": (98, 94),
    "hostility": (97, 93),
    "imposing": (98, 90),
    "inducement": (98, 89),
    "information": (98, 58),
    "judgment": (98, 92),
    "knowledge_check": (98, 96),
    "minimising": (97, 90),
    "motivation": (98, 95),
    "not_knowing": (98, 94),
    "open_question": (98, 93),
    "options": (98, 94),
    "own_feeling": (99, 84),
    "paraphrase": (97, 77),
    "permission": (98, 96),
    "personal_boundary": (98, 95),
    "personal_data_request": (98, 93),
    "personal_story": (98, 81),
    "private_channel": (99, 88),
    "pros_cons": (98, 89),
    "referral": (98, 88),
    "reporting_limits": (98, 83),
    "risk_question": (98, 95),
    "role_boundary": (98, 94),
    "self_introduction": (98, 87),
    "service_offer": (98, 93),
    "stigma_term": (98, 96),
    "summary": (98, 71),
    "support": (98, 91),
    "thanks": (99, 87),
    "understanding_check": (98, 84),
}
"""Per act the same two figures over all of its hits."""

UNCHANGED = None


@pytest.fixture(scope="module")
def rubrics(library: Library) -> Path:
    return library.packs.codebooks()["en"]


@pytest.fixture(scope="module")
def acts(rubrics: Path) -> dict[str, ActDefinition]:
    return {act.act: act for act in load_codebook_with_examples(rubrics, "en").needed().acts}


@pytest.fixture(scope="module")
def robustness(coder: Coder, rubrics: Path) -> Robustness:
    return Robustness(coder, load_rewordings(rubrics, "en"))


@pytest.fixture(scope="module")
def rewording(codebook: Codebook, rubrics: Path) -> Rewording:
    return Rewording(codebook, load_rewordings(rubrics, "en"))


def shares(outcomes: list[Outcome]) -> tuple[float, float]:
    return tuple(share(one for one in outcomes if one.harmless == harmless).percent for harmless in (True, False))


def test_readings_of_some_hits_of_every_act_are_robust(acts: dict[str, ActDefinition], robustness: Robustness) -> None:
    outcomes = [
        outcome
        for act in acts.values()
        for outcome in robustness.outcomes(act, Random(act.act).sample(act.hits, SAMPLE))
    ]
    assert {one.act for one in outcomes} == set(acts)
    kept, gone = shares(outcomes)
    assert kept >= HARMLESS
    assert gone >= CHANGING


@pytest.mark.slow
@pytest.mark.parametrize("act", sorted(FLOORS))
def test_readings_of_all_hits_are_robust(act: str, acts: dict[str, ActDefinition], robustness: Robustness) -> None:
    kept, gone = shares(list(robustness.outcomes(acts[act], acts[act].hits)))
    assert kept >= FLOORS[act][0]
    assert gone >= FLOORS[act][1]


def test_every_act_has_its_floors(acts: dict[str, ActDefinition]) -> None:
    assert set(FLOORS) == set(acts)


STAYING = [
    ("lower case", "Hi Oleg", "hi oleg"),
    ("no punctuation", "I'm here, don't worry.", "Im here dont worry"),
    ("no punctuation", "Are you ok?", UNCHANGED),
    ("a typo", "I am a counselor", "I am a counsleor"),
    ("a typo", "no one is up", UNCHANGED),
    ("a synonym", "the doctor is scared", "the doctor is panicked"),
    ("a synonym", "use the test", UNCHANGED),
    ("another order", "Oleg, how are you today?", "how are you today, Oleg?"),
    ("another order", "If you like, we can talk now. Ok", "we can talk now, if you like. Ok"),
    ("another order", "Eleven days, that is a lot.", UNCHANGED),
    ("another order", "Yes, we can do that", UNCHANGED),
    ("another order", "Oleg, hello!", UNCHANGED),
    ("more bubbles", "Hi. I am Oleg.", "Hi\nI am Oleg."),
    ("second language", "What do you know about the test?", "What you know about test?"),
    ("second language", "I do you a favour.", "I do you favour."),
]
GOING = [
    ("quoted", "Stop it.", ['"Stop it."']),
    ("in the client's mouth", "Stop it.", ["you", '"Stop it."']),
    ("reported", "You must stop.", [" you must stop."]),
    ("reported", "Are you alone?", ["asked", "are you alone?"]),
    ("supposed", "You are brave.", [" you are brave."]),
    ("supposed", "Go home.", UNCHANGED),
    ("supposed", "Are you brave?", UNCHANGED),
    ("denied", "You are brave.", ["you are", "not"]),
    ("denied", "Go home now.", ["go home now."]),
    ("denied", "You are not brave.", UNCHANGED),
    ("denied", "You're here and I am glad.", UNCHANGED),
    ("denied", "You are brave, Oleg.", UNCHANGED),
    ("denied", "The clinic opens at nine.", UNCHANGED),
    ("a bag of words", "Free clinic here.", UNCHANGED),
    ("a bag of words", "The clinic gives free needles.", ["clinic", "gives", "free", "needles"]),
]


@pytest.mark.parametrize(("change", "text", "wanted"), STAYING)
def test_harmless_changes(change: str, text: str, wanted: str | None, rewording: Rewording) -> None:
    assert rewording.harmless[change](text, Random(1)) == (wanted or text)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(("change", "text", "parts"), GOING)
def test_changes_of_meaning(change: str, text: str, parts: list[str] | None, seed: int, rewording: Rewording) -> None:
    _, make = rewording.changing[change]
    changed = make(text, Random(seed))
    assert (changed == text) == (parts is UNCHANGED)
    assert all(part in changed for part in parts or ())


def test_every_change_has_its_case(rewording: Rewording) -> None:
    added = {"small talk before", "small talk behind", "emoji"}
    assert {row[0] for row in STAYING} | added == set(rewording.harmless)
    assert {row[0] for row in GOING} == set(rewording.changing)


@pytest.mark.parametrize("change", ["small talk before", "small talk behind", "emoji"])
def test_what_is_added_leaves_the_words(change: str, rewording: Rewording) -> None:
    changed = rewording.harmless[change]("I am here.", Random(1))
    assert "I am here." in changed
    assert changed != "I am here."


def test_a_bag_is_never_in_the_order_of_the_turn(rewording: Rewording) -> None:
    _, make = rewording.changing["a bag of words"]
    bags = {make("clinic free needles documents", Random(seed)) for seed in range(50)}
    assert len(bags) > 5
    assert "clinic free needles documents" not in bags


def test_a_language_without_words_for_it_is_told(rubrics: Path, tmp_path: Path) -> None:
    (tmp_path / "language").mkdir()
    (tmp_path / "language" / "xx.yaml").write_text("format: 1\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"xx\.yaml: it has no `robustness`; see docs/codebook\.md"):
        load_rewordings(tmp_path, "xx")
    assert load_rewordings(rubrics, "en").quoted


def small(codebook: Codebook, **more: object) -> Codebook:
    """A codebook of one act that its phrases alone find."""
    kinds = {"format": 1, "act": "farewell", "title": "", "is": "", "source": "", "group": "contact", **more}
    return codebook.model_copy(update={"acts": (ActDefinition(**kinds),), "cues": (), "weights": None})


def measured(book: Codebook, rubrics: Path) -> list[Outcome]:
    (act,) = book.acts
    return list(Robustness(Coder(book), load_rewordings(rubrics, "en")).outcomes(act, act.hits))


def gone(outcomes: list[Outcome], change: str) -> Share:
    return share(one for one in outcomes if one.change == change)


@pytest.mark.parametrize(
    ("scopes", "tried"),
    [((), set()), (("quoted",), {"quoted", "in the client's mouth"}), (("reported",), {"reported"})],
)
def test_the_file_says_what_takes_its_act_away(
    scopes: tuple[Scope, ...], tried: set[str], codebook: Codebook, rubrics: Path
) -> None:
    outcomes = measured(small(codebook, phrases=["bye now"], vanishes_when=scopes, hits=["Bye now"]), rubrics)
    assert {one.change for one in outcomes if not one.harmless} == tried
    assert all(one.held for one in outcomes if not one.harmless)


def test_a_hit_that_is_missed_and_one_of_two_sentences_prove_nothing(codebook: Codebook, rubrics: Path) -> None:
    assert measured(small(codebook, phrases=["bye now"], hits=["See you"]), rubrics) == []
    outcomes = measured(small(codebook, phrases=["bye now"], hits=["Ok. Bye now"]), rubrics)
    assert outcomes
    assert all(one.harmless for one in outcomes)


def test_what_is_lost_is_counted(codebook: Codebook, rubrics: Path) -> None:
    outcomes = measured(small(codebook, phrases=["bye now >"], hits=["Bye now"]), rubrics)
    assert gone(outcomes, "lower case") == Share(1, 1)
    assert gone(outcomes, "small talk behind") == Share(0, 1)
    assert Share(1, 4).percent == 25.0
    assert Share(0, 0).percent == 100.0


IDLE: dict[str, tuple[dict[str, object], list[tuple[int, bool]]]] = {
    "the only phrase of a hit": ({"phrases": ["bye now"], "hits": ["bye now"]}, []),
    "two phrases of one hit": ({"phrases": ["bye now", "bye"], "hits": ["bye now"]}, [(1, True), (2, True)]),
    "a phrase no example has": ({"phrases": ["bye now", "see you"], "hits": ["bye now"]}, [(2, True)]),
    "what a miss needs": ({"phrases": ["bye"], "not_phrases": ["bye bye"], "hits": ["bye"], "misses": ["bye bye"]}, []),
    "what no miss needs": ({"phrases": ["bye"], "not_phrases": ["bye bye"], "hits": ["bye"]}, [(1, False)]),
}


@pytest.mark.parametrize(("keys", "wanted"), IDLE.values(), ids=IDLE.keys())
def test_idle_phrases(keys: dict[str, object], wanted: list[tuple[int, bool]], codebook: Codebook) -> None:
    found = idle_phrases(small(codebook, **keys))
    assert found == {"farewell": [("farewell", *rule) for rule in wanted]}
