"""The turn coder: run the matchers over every sentence, settle overlaps, and say which words show what."""

from collections.abc import Iterator
from itertools import chain

from simulator.coder.features import FeatureReader
from simulator.coder.found import NOTHING_BEFORE, Clause, Context, Found, Page
from simulator.coder.grammar import Grammar
from simulator.coder.lexicon import rows_of
from simulator.coder.matchers.echo import EchoMatcher
from simulator.coder.matchers.model import OF_ACTS, ModelMatcher, doubted
from simulator.coder.matchers.near import NearMatcher
from simulator.coder.matchers.order import OrderMatcher
from simulator.coder.matchers.phrase import PhraseRule, further_marks, match_phrases
from simulator.coder.matchers.question import QuestionMatcher
from simulator.coder.matchers.story import StoryMatcher, carried_on
from simulator.coder.matchers.telling import TellingMatcher
from simulator.coder.measures import Measurer
from simulator.coder.mirroring import Mirror
from simulator.coder.phrases import Match
from simulator.coder.prepared import NOTHING_PREPARED, NearExample, Prepared
from simulator.coder.settle import ASSERTED, Settler
from simulator.model.codebook import Codebook, Scope
from simulator.model.known_ids import CHECK, LISTENING
from simulator.model.transcript import Reading

OTHER_VOICES: tuple[Scope, ...] = ("quoted", "reported")
"""Scopes that hold for every matcher; denial and supposition are for phrases, whose words they may be part of."""


HEAP_FROM = 5
HEAP_BELOW = 0.13
"""Words of a row, and their share of function words below which it is a heap of key words: unsure at most."""


class Coder:
    """Reads counselor turns by one codebook; the same text and context always give the same reading."""

    def __init__(self, codebook: Codebook, prepared: Prepared = NOTHING_PREPARED) -> None:
        self.grammar = Grammar(codebook, prepared)
        language = codebook.language
        self._index = self.grammar.index("acts", rows_of(codebook.acts, self.grammar.lexis))
        self._mirror = Mirror(self.grammar, self._index)
        self._questions = QuestionMatcher(language)
        self._orders = OrderMatcher(language)
        self._stories = StoryMatcher(language)
        self._echoes = EchoMatcher(language, self.grammar.meaning)
        self._tellings = TellingMatcher(language)
        self._examples = prepared.near or list(self._near_examples())
        self._near = NearMatcher(self._examples)
        self._features = FeatureReader(language, self.grammar.meaning, self.grammar.spelling)
        weights = codebook.weights
        self._model = ModelMatcher(weights, codebook.acts, OF_ACTS) if weights else None
        self._settler = Settler(codebook.acts)
        self._voices = {act.act: tuple(s for s in act.vanishes_when if s in OTHER_VOICES) for act in codebook.acts}
        self._joining = frozenset(language.function_words)
        self._measurer = Measurer(language, self.grammar.spelling.stem)

    def prepared(self) -> Prepared:
        """What making this worked out; with the cues, where a client reader was made of the same grammar."""
        return self.grammar.prepared()._replace(near=self._examples)

    def read(self, text: str, context: Context = NOTHING_BEFORE) -> Reading:
        """The acts of a turn (asserted and unsure) with exact spans, and its measures."""
        return self.reading(self.page(text, context), context)

    def page(self, text: str, context: Context) -> Page:
        """The sentences of a turn with everything the matchers found in them."""
        clauses, found = self._matched(text, context)
        judged = chain.from_iterable(self._judged(clauses, found, context))
        return Page(text, clauses, carried_on(list(judged)))

    def _is_heap(self, clause: Clause) -> bool:
        """Whether the sentence is a row of key words: none of them is known, or hardly any function word joins them."""
        forms = clause.sentence.forms
        if all(map(self.grammar.spelling.is_strange, forms)):
            return True
        return len(forms) >= HEAP_FROM and sum(form in self._joining for form in forms) < HEAP_BELOW * len(forms)

    def features(self, text: str, context: Context) -> list[set[str]]:
        """Per sentence what the model is fitted on."""
        return self._features.read(*self._matched(text, context), context)

    def reading(self, page: Page, context: Context) -> Reading:
        acts, unsure = self._settler.settle(page.found, page.clauses)
        return Reading(acts=acts, unsure=unsure, measures=self._measurer.measure(page.text, page.clauses, context))

    def _matched(self, text: str, context: Context) -> tuple[list[Clause], list[list[Found]]]:
        """The sentences of a turn, and what the rules find in each."""
        clauses: list[Clause] = []
        found: list[list[Found]] = []
        for clause, hits in self.grammar.clauses(text, self._index):
            clauses.append(clause)
            found.append(self._match(clause, hits, context))
        return clauses, found

    def _judged(self, clauses: list[Clause], found: list[list[Found]], context: Context) -> Iterator[list[Found]]:
        """What the model makes of it, without acts whose contrary is said; in a heap of words nothing is sure."""
        if self._model:
            found = list(map(self._model.judge, clauses, found, self._features.read(clauses, found, context)))
        for clause, own in zip(clauses, found, strict=True):
            said = [one for one in own if one.act not in clause.against.belied]
            said = [one.with_marks(clause.further.get(one.act, ())) for one in said]
            yield [doubted(one) for one in said] if self._is_heap(clause) else said

    def _match(self, clause: Clause, hits: list[tuple[PhraseRule, Match]], context: Context) -> list[Found]:
        """What the rules find of the counselor's own in one sentence.

        Not the client's words given back, nor another's, where the act vanishes then.
        """
        questions = list(self._questions.match(clause))
        clause.openings = [found.first for found in questions if found.act != CHECK]
        worded, against = match_phrases(clause, hits)
        clause.further = further_marks(clause, hits, worded)
        clause.busy = any(found.strength >= ASSERTED and found.act not in LISTENING for found in worded)
        found = [*questions, *worded, *self._by_form(clause, context)]
        mirrored = [one for one in found if self._mirror.is_given_back(one, clause, context)]
        clause.against = against._replace(vanished=against.vanished.union(one.act for one in mirrored))
        return [one for one in found if one not in mirrored and not self._is_anothers(one, clause)]

    def _by_form(self, clause: Clause, context: Context) -> Iterator[Found]:
        """What is found by how the sentence is built, where its questions begin and what phrases found."""
        yield from self._orders.match(clause)
        yield from self._stories.match(clause)
        yield from self._echoes.match(clause, context)
        yield from self._tellings.match(clause)
        yield from self._near.match(clause)

    def _is_anothers(self, one: Found, clause: Clause) -> bool:
        return any(clause.scopes.holds(scope, one.first, one.last) for scope in self._voices.get(one.act, ()))

    def _near_examples(self) -> Iterator[NearExample]:
        for act in self.grammar.codebook.acts:
            for number, example in enumerate(() if act.safety else act.near, start=1):
                forms = [form for s in self.grammar.splitter.sentences(example) for form in s.forms]
                yield act.act, number, forms
