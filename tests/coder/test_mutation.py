"""Whatever the coder knows is needed: without any one piece of it some hit, miss or table of its tests fails."""

import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import test_client_reader
import test_marked
import test_model
import test_questions
import test_reply
import test_scopes
import test_settle
import test_spelling
import test_words

from simulator.coder import coder as coding
from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder
from simulator.coder.features import FeatureReader
from simulator.coder.found import NOTHING_BEFORE, Context
from simulator.coder.matchers import model
from simulator.coder.matchers.echo import EchoMatcher
from simulator.coder.matchers.model import OF_ACTS, ModelMatcher
from simulator.coder.matchers.near import NearMatcher
from simulator.coder.matchers.order import OrderMatcher
from simulator.coder.matchers.question import QuestionMatcher
from simulator.coder.matchers.story import StoryMatcher
from simulator.coder.matchers.telling import TellingMatcher
from simulator.coder.phrases import PhraseError
from simulator.coder.piece_maker import PieceMaker
from simulator.coder.scopes import Scopes
from simulator.coder.settle import UNSURE, Settler
from simulator.coder.spelling import Spelling
from simulator.library import Library
from simulator.loader.codebook_file import load_codebook_with_examples
from simulator.model.codebook import Codebook, Example
from simulator.model.noun import Noun

Change = Callable[[Codebook], Codebook]
Patch = tuple[object, str, object]

WHERE = {
    "outranks": ("advice",),
    "only in questions or statements": ("risk_question", "directive"),
    "vanishes when quoted": ("hostility", "judgment"),
    "synonyms": ("summary",),
    "lists.topic": ("information",),
    "lists.relative": ("confidentiality_breach",),
}
"""Acts among whose examples the first broken one was, so that the search is short."""

IDLE = {
    "vanishes when hypothetical": "what its phrases no longer find the model adds again",
    "lists.hard": "the same",
    "lists.substance": "the same",
    "lists.service": "the same",
    "lists.specialist": "the same",
    "lists.weekday": "the same",
}
"""What can be left out without any hit, miss or table noticing, and why it is there all the same."""

NOWHERE = ("qqxqq",)
"""In the place of a list that phrases name: a word that nobody writes."""


def nothing(*_: object) -> Iterator[None]:
    return iter(())


def never(*_: object) -> bool:
    return False


def of_acts(key: str, value: object) -> Change:
    def change(codebook: Codebook) -> Codebook:
        return codebook.model_copy(update={"acts": tuple(act.model_copy(update={key: value}) for act in codebook.acts)})

    return change


def without_scope(scope: str) -> Change:
    def change(codebook: Codebook) -> Codebook:
        acts = (
            act.model_copy(update={"vanishes_when": tuple(s for s in act.vanishes_when if s != scope)})
            for act in codebook.acts
        )
        return codebook.model_copy(update={"acts": tuple(acts)})

    return change


def without_only(codebook: Codebook) -> Codebook:
    acts = (
        act.model_copy(update={"phrases": tuple(phrase.model_copy(update={"only": None}) for phrase in act.phrases)})
        for act in codebook.acts
    )
    return codebook.model_copy(update={"acts": tuple(acts)})


def asked_as_well(asking: str) -> Change:
    def change(codebook: Codebook) -> Codebook:
        acts = (
            act.model_copy(update={"question": "as_well"}) if act.question == asking else act for act in codebook.acts
        )
        return codebook.model_copy(update={"acts": tuple(acts)})

    return change


CODEBOOK: dict[str, Change] = {
    "no model": lambda codebook: codebook.model_copy(update={"weights": None}),
    "no list of real words": lambda codebook: codebook.model_copy(update={"words": ""}),
    "phrases": of_acts("phrases", ()),
    "not_phrases": of_acts("not_phrases", ()),
    "only in questions or statements": without_only,
    "near": of_acts("near", ()),
    "outranks": of_acts("outranks", ()),
    "question: alone": asked_as_well("alone"),
    "question: always": asked_as_well("always"),
    "grounds": of_acts("grounds", ()),
    "safety": of_acts("safety", False),
    **{f"vanishes when {scope}": without_scope(scope) for scope in ("negated", "quoted", "reported", "hypothetical")},
}

CODE: dict[str, Patch] = {
    "questions": (QuestionMatcher, "match", nothing),
    "orders": (OrderMatcher, "match", nothing),
    "stories": (StoryMatcher, "match", nothing),
    "echoes": (EchoMatcher, "match", nothing),
    "tellings": (TellingMatcher, "match", nothing),
    "likeness": (NearMatcher, "match", nothing),
    "stories carried on": ("simulator.coder.coder.carried_on", "", lambda found: found),
    "voices of others": (Coder, "_is_anothers", never),
    "scopes": (Scopes, "holds", never),
    "quotations": ("simulator.coder.grammar.quoted_spans", "", lambda text: []),
    "denials": ("simulator.coder.scopes.ScopeReader._deny", "", nothing),
    "suppositions": ("simulator.coder.scopes.ScopeReader._suppose", "", nothing),
    "reports": ("simulator.coder.scopes.ScopeReader._report", "", nothing),
    "repair": (Spelling, "_mend", lambda self, word: word),
    "stretched letters": (Spelling, "_nearest", lambda self, word: None),
    "names": (Spelling, "normal", lambda self, word, starts: self._normal(word.lower(), False)),
    "outranked": (Settler, "_without_outranked", lambda self, found: found),
    "same words": ("simulator.coder.settle._beats", "", lambda one, other: True),
    "the model adds": (coding, "OF_ACTS", OF_ACTS._replace(lean=99.0, lean_of_grave=99.0)),
    "the model doubts": (ModelMatcher, "_is_unlikely", never),
    "the model doubts forms": (coding, "OF_ACTS", OF_ACTS._replace(vetoes=dict.fromkeys(OF_ACTS.vetoes, -99.0))),
    "questions without the form": (model, "LEAN_OF_FORM", 99.0),
    "features of what is answered": (FeatureReader, "_describe_answered", lambda self, text: ()),
    "the model hears voices": (ModelMatcher, "_may_be", lambda self, name, clause: name in self._definitions),
    "features of shape": (FeatureReader, "_shape", nothing),
    "features of scope": (FeatureReader, "_scopes", nothing),
    "features of what is taken up": (FeatureReader, "_taken_up", nothing),
    "heads": ("simulator.coder.words.Splitter._behind_opener", "", lambda self, forms, at: None),
}


def emptied(path: tuple[str, ...]) -> Change:
    def change(codebook: Codebook) -> Codebook:
        return codebook.model_copy(update={"language": _without(codebook.language, path)})

    return change


def _without(noun: Noun, path: tuple[str, ...]) -> Noun:
    value = getattr(noun, path[0])
    if isinstance(value, Noun):
        return noun.model_copy(update={path[0]: _without(value, path[1:])})
    if len(path) > 1:
        return noun.model_copy(update={path[0]: {**value, path[1]: NOWHERE}})
    return noun.model_copy(update={path[0]: type(value)()})


def paths(noun: Noun) -> Iterator[tuple[str, ...]]:
    """Every row of words of a language file."""
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        if name == "robustness":
            continue
        if isinstance(value, Noun):
            yield from ((name, *rest) for rest in paths(value))
        elif name == "lists":
            yield from ((name, key) for key in value)
        elif isinstance(value, tuple | dict):
            yield (name,)


TOOK = "they took the flat"
FORMS = [
    # the turn, what the client wrote, which rules find something by its form, and the marks they give it
    ("When I was twenty I slept in a basement.", "", {"story:near"}, {"setting", "development"}),
    ("I have been there.", "", {"story:near"}, set()),
    ("I used to hide it from my family.", "", {"story:near"}, {"development"}),
    ("I almost died in that flat.", "", {"story:told"}, {"climax"}),
    ("I decided to ask for help.", "", {"story:told"}, {"change"}),
    ("I lost my flat. These days I grow tomatoes.", "", {"story:told", "story:part"}, {"development", "meaning"}),
    ("I walked home.", "", {"story:told"}, set()),
    ("I said goodbye.", "", set(), set()),
    ("I exceed it.", "", set(), set()),
    ("Go home now.", "", {"order:bare"}, set()),
    ("Take care of your heart.", "", set(), set()),
    ("You lost the flat.", TOOK, {"echo:words"}, set()),
    ("You lost the apartment.", TOOK, {"echo:words"}, set()),
    ("I took the flat away.", TOOK, {"story:told"}, {"development"}),
    ("To sum up, you want a flat.", "", {"echo:summary"}, set()),
    ("You feel lonely.", "", {"echo:feeling", "echo:words"}, set()),
    ("Your sadness is a guest here.", "", {"echo:feeling", "echo:words"}, set()),
    ("It sounds like the flat is gone?", "", {"question:restating"}, set()),
    ("So you want it back?", "", {"question:restating", "echo:words"}, set()),
    ("Then you fear the river?", "", {"question:restating", "echo:words"}, set()),
    ("You can get it at the corner.", "", {"telling:fact"}, set()),
    ("We met seven nurses there.", "", {"telling:fact"}, set()),
    ("That is good for the river.", "", set(), set()),
    ("you are home, yes?", "", {"question:tag"}, set()),
    ("my mother is ill?", "", {"question:declarative"}, set()),
    ("Why not?", "", {"question:elliptic_open"}, set()),
    ("Anything else?", "", {"question:elliptic_closed"}, set()),
    ("I wonder if you slept.", "", {"question:indirect"}, set()),
    ("where you live?", "", {"question:word"}, set()),
    ("are people there", "", {"question:inversion"}, set()),
    ("the plan was you slept there", "", set(), set()),
    ("My doctor said what do you want from me", "", set(), set()),
    ("Good evening to you!", "", {"near:greeting#2"}, set()),
]
"""What its form tells, whatever the model makes of the words."""


@pytest.mark.parametrize(("text", "client", "rules", "marks"), FORMS)
def test_forms(text: str, client: str, rules: set[str], marks: set[str], coder: Coder) -> None:
    page = coder.page(text, Context((client,) if client else ()))
    found = [one for one in page.found if one.strength >= UNSURE and not one.by.startswith(("phrase", "model"))]
    assert {one.by for one in found} == rules
    assert {mark for one in found for mark in one.marks} == marks


MEASURES = [
    ("The KVD opens at nine.", ("KVD",), 0, 6),
    ("The HIV test is made here.", (), 0, 6),
    ("Do you use every day?", (), 1, 8),
]


@pytest.mark.parametrize(("text", "abbreviations", "personal", "syllables"), MEASURES)
def test_measures(text: str, abbreviations: tuple[str, ...], personal: int, syllables: int, coder: Coder) -> None:
    measures = coder.read(text).measures
    assert measures.abbreviations == abbreviations
    assert measures.personal_questions == personal
    assert measures.syllables == syllables


@pytest.mark.parametrize(("text", "name"), [("you can call me Ira if you want", "Ira")])
def test_names(text: str, name: str, coder: Coder) -> None:
    assert ClientReader(coder.grammar).names(text) == (name,)


@pytest.mark.parametrize(
    ("text", "client", "act"),
    [("Why lie awake? The neighbours have xanax under the counter.", "i can't sleep", "inducement")],
)
def test_substances(text: str, client: str, act: str, coder: Coder) -> None:
    """A list of the language that the model mostly does without."""
    assert act in coder.read(text, Context((client,))).act_ids


FEATURES = [
    ("They are not here.", "", "denied"),
    ("They are here.", "", "person:nobody"),
    ("My doctor said they are here.", "", "reported"),
    ("You lost the flat.", TOOK, "share:2-you:True-own:False"),
    ("They lost the flat.", "i lost the flat, is it bad?", "client-asked"),
]


@pytest.mark.parametrize(("text", "client", "feature"), FEATURES)
def test_features(text: str, client: str, feature: str, coder: Coder) -> None:
    (features,) = coder.features(text, Context((client,) if client else ()))
    assert feature in features


def test_features_of_the_sentences_beside_one(coder: Coder) -> None:
    first, second = coder.features("Where is the van? I can come.", NOTHING_BEFORE)
    assert {"prev:none", "next:statement", "next:come"} <= first
    assert {"prev:question", "prev:van", "prev:rule:closed_question", "next:none"} <= second


@pytest.mark.parametrize(("text", "act"), [("That is what kind of man he was.", "open_question")])
def test_phrases_of_questions(text: str, act: str, coder: Coder) -> None:
    """A phrase that is kept for questions finds nothing in a statement, whatever the model makes of it."""
    assert not any(one.by.startswith(f"phrase:{act}") for one in coder.page(text, NOTHING_BEFORE).found)


OUTRANKED = [
    ("Open up and tell them what he took, they need it.", "they are at the door", "emergency_direction", "directive"),
    ("Put the drawings on the fridge while you're at it.", "bake with them", "advice", "directive"),
]


@pytest.mark.parametrize(("text", "client", "act", "other"), OUTRANKED, ids=lambda case: str(case)[:20])
def test_outranked(text: str, client: str, act: str, other: str, coder: Coder) -> None:
    found = coder.read(text, Context((client,))).act_ids
    assert act in found
    assert other not in found


@pytest.mark.parametrize(("one", "other"), [("scared", "frightened"), ("flat", "apartment")], ids=str)
def test_synonyms(one: str, other: str, coder: Coder) -> None:
    meaning = coder.grammar.meaning
    assert meaning.of_text(one) == meaning.of_text(other)


@pytest.mark.parametrize(("text", "asks"), [("may i ask how you sleep", True), ("may i tell how i sleep", False)])
def test_questions_in_requests_for_leave(text: str, asks: bool, coder: Coder) -> None:
    maker = PieceMaker(coder.grammar)
    pieces = [piece for clause in coder.page(text, NOTHING_BEFORE).clauses for piece in maker.pieces(clause)]
    assert any(piece.inner for piece in pieces) is asks


PROMPTS = [
    ("Could you share a bit more of that?", "prompting"),
    ("Do you want to talk about it?", "prompting"),
    ("say more about that, if you want", "prompting"),
    ("I'd like to hear more about it.", "prompting"),
    ("tell me everything", "prompting"),
    ("just go on, i'm here", "prompting"),
    ("I'm all ears.", "prompting"),
    ("and what happened then?", "prompting"),
    ("how does it go on?", "prompting"),
    ("and then?", "prompting"),
    ("what else was there", "prompting"),
    ("What do you mean by that exactly?", "probing"),
    ("what's behind that?", "probing"),
    ("what is it about?", "probing"),
    ("but why is that so?", "probing"),
    ("how come?", "probing"),
    ("in what way?", "probing"),
    ("what makes you say that", "probing"),
    ("can u explain that a bit?", "probing"),
    ("Like what?", "probing"),
    ("How was that for you back then?", "feeling"),
    ("how do you feel about it?", "feeling"),
    ("what did it do to you inside?", "feeling"),
    ("how does that make you feel?", "feeling"),
    ("what's going on in you?", "feeling"),
    ("tell me more about your mother", None),
    ("may i tell you more about it?", None),
    ("how are you?", None),
]


@pytest.mark.parametrize(("text", "prompt"), PROMPTS)
def test_prompts(text: str, prompt: str | None, coder: Coder) -> None:
    maker = PieceMaker(coder.grammar)
    pieces = [piece for clause in coder.page(text, NOTHING_BEFORE).clauses for piece in maker.pieces(clause)]
    assert {piece.prompt for piece in pieces if piece.prompt} == ({prompt} if prompt else set())


SAYINGS = [
    ("No worries, take your time", True),
    ("no judgement from me at all", True),
    ("no idea", True),
    ("no. they do not write it down", False),
    ("no names at all", False),
]


@pytest.mark.parametrize(("text", "is_saying"), SAYINGS)
def test_sayings(text: str, is_saying: bool, coder: Coder) -> None:
    maker = PieceMaker(coder.grammar)
    clauses = coder.page(text, NOTHING_BEFORE).clauses
    assert any(piece.saying for clause in clauses for piece in maker.pieces(clause)) == is_saying


TABLES = (
    test_substances,
    test_forms,
    test_features,
    test_phrases_of_questions,
    test_outranked,
    test_synonyms,
    test_questions_in_requests_for_leave,
    test_measures,
    test_names,
    test_scopes.test_scopes,
    test_questions.test_questions,
    test_questions.test_a_statement_with_a_tag_only_checks,
    test_questions.test_a_question_that_only_serves_the_procedure_is_coded_alone,
    test_questions.test_a_question_may_have_no_form_at_all,
    test_spelling.test_a_slip_is_mended,
    test_spelling.test_a_real_word_is_never_changed,
    test_spelling.test_a_capital_inside_a_sentence_is_a_name,
    test_prompts,
    test_sayings,
    test_client_reader.test_names,
    test_marked.test_what_kills_in_an_overdose_is_marked_whatever_act_it_is,
    test_marked.test_warning_of_it_or_asking_for_it_is_not,
    test_reply.test_a_short_reply_admits_what_was_asked,
    test_reply.test_other_replies_admit_nothing,
    test_reply.test_a_person_looks_at_a_reply_that_says_neither_or_that_may_answer_something_else,
    test_words.test_sentences,
    test_words.test_short_forms_are_opened_and_fillers_left_out,
    test_words.test_a_clause_begins_behind_what_merely_opens_it,
    test_settle.test_settling,
    test_model.test_a_likely_act_is_added_with_the_words_that_spoke_for_it,
    test_model.test_a_rule_is_doubted_where_the_words_speak_against_it,
    test_model.test_what_somebody_else_said_is_not_added,
    test_model.test_no_safety_act_is_ever_given_by_the_model_alone,
    test_model.test_a_safety_act_with_a_word_that_is_grounds_for_it_may_be_asserted,
    test_model.test_what_is_always_a_question_is_not_added_to_a_statement,
)

FIXTURES: dict[str, Callable[[Coder], object]] = {
    "coder": lambda coder: coder,
    "client_reader": lambda coder: ClientReader(coder.grammar),
    "spelling": lambda coder: coder.grammar.spelling,
    "splitter": lambda coder: coder.grammar.splitter,
    "clauses": lambda coder: test_settle.clauses.__wrapped__(coder),
}


def rows(test: Callable[..., None]) -> Iterator[dict[str, object]]:
    """The arguments of every case of a test."""
    cases: list[dict[str, object]] = [{}]
    for mark in getattr(test, "pytestmark", ()):
        names = mark.args[0].split(",") if isinstance(mark.args[0], str) else list(mark.args[0])
        values = [row if len(names) > 1 else (row,) for row in mark.args[1]]
        cases = [{**case, **dict(zip(names, row, strict=True))} for case in cases for row in values]
    yield from cases


def broken_table(coder: Coder) -> str | None:
    """The first case of the coder's tables that fails."""
    for test in TABLES:
        wanted = inspect.signature(test).parameters.keys() & FIXTURES.keys()
        made = {name: FIXTURES[name](coder) for name in wanted}
        for case in rows(test):
            try:
                test(**case, **made)
            except (AssertionError, ValueError, IndexError, KeyError, StopIteration):
                return f"{test.__name__} {case}"
    return None


def changed(name: str, codebook: Codebook, monkeypatch: pytest.MonkeyPatch) -> Coder:
    """A coder that lacks the piece of that name."""
    if name in CODE:
        place, attribute, value = CODE[name]
        target = (place,) if isinstance(place, str) else (place, attribute)
        monkeypatch.setattr(*target, value)
        return Coder(codebook)
    change = CODEBOOK[name] if name in CODEBOOK else emptied(tuple(name.split(".")))
    return Coder(change(codebook))


def broken_example(name: str, coder: Coder, examples: Codebook) -> str | None:
    """The first hit or miss that is read wrongly; by the whole coder none is (tests/test_shipped_data.py)."""
    pairs = [(act.act, one, True) for act in examples.acts for one in act.hits]
    pairs += [(act.act, one, False) for act in examples.acts for one in act.misses]
    Random(1).shuffle(pairs)
    for act, example, wanted in sorted(pairs, key=lambda pair: pair[0] not in WHERE.get(name, ())):
        if shows(act, example, coder) != wanted:
            return f"{act}: {example.text}"
    return None


def shows(act: str, example: Example, coder: Coder) -> bool:
    return act in coder.read(example.text, Context(example.client)).act_ids


@pytest.fixture(scope="module")
def examples(library: Library) -> Codebook:
    return load_codebook_with_examples(library.packs.codebooks()["en"], "en").needed()


def rows_of_words() -> list[str]:
    return [".".join(path) for path in paths(Library().codebook("en").language)]


MUTATIONS = [name for name in (*CODEBOOK, *CODE, *rows_of_words()) if name not in IDLE]


def test_nothing_is_broken_to_begin_with(coder: Coder) -> None:
    assert broken_table(coder) is None


@pytest.mark.slow
@pytest.mark.parametrize("name", MUTATIONS)
def test_nothing_can_be_left_out_unnoticed(
    name: str, codebook: Codebook, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        lacking = changed(name, codebook, monkeypatch)
    except PhraseError:
        return
    if broken_table(lacking) is None:
        assert broken_example(name, lacking, request.getfixturevalue("examples"))
