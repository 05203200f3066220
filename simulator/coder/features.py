"""Features of sentences for the fitted models: words, pairs, fields, scopes, rules, what stands before and behind."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from simulator.coder.found import Clause, Context, Found
from simulator.coder.meaning import Meaning
from simulator.coder.name_list import NAME
from simulator.coder.settle import ASSERTED
from simulator.coder.spelling import Spelling
from simulator.model.language import Language
from simulator.model.transcript import matcher_of
from simulator.model.weights import PAIR

LENGTHS = (3, 6, 11, 20)
"""Words; sentences are told apart by which of these they reach."""
MOST_SHARED = 3
SHARES = 4
"""Into so many parts the share of a sentence's content that the client brought is told apart."""
BEFORE = "before:"
"""Prefix of the words and fields of the message that is answered: "sure, here" may be help, or an offer of drugs."""
MOST_BEFORE = 60
"""How many of its last words are looked at."""
FIELD = "f:"
"""Prefix of the semantic field of a word."""
RULE = "rule:"
"""Prefix of the features that say which rules matched; fitting also learns to do without them."""
PREVIOUS, NEXT = "prev", "next"
"""Prefixes of what is said in the sentences beside it: "you can" begins an advice, and after a question an offer."""
LONGEST_NUMBER = 5
"""Digits; all numbers of one length are one word, and so are all longer ones: what they count makes no difference."""
MOST_WORDS, MOST_ANSWERED = 50_000, 1_000
"""Words and messages whose features are remembered; a long service meets ever new ones."""


class FeatureReader:
    """Turns the sentences of a turn into sets of feature names."""

    def __init__(self, language: Language, meaning: Meaning, spelling: Spelling) -> None:
        self._meaning = meaning
        self._spelling = spelling
        persons = language.persons
        self._own, self._first = frozenset(persons.own), frozenset(persons.first)
        self._second = frozenset(persons.second)
        self._of_word = lru_cache(maxsize=MOST_WORDS)(self._describe)
        self._answered = lru_cache(maxsize=MOST_ANSWERED)(self._describe_answered)

    def read(self, clauses: Sequence[Clause], found: Sequence[Sequence[Found]], context: Context) -> list[set[str]]:
        """All features of each sentence; `found` is what the rules found in it."""
        rows = [self._alone(clause, own, context) for clause, own in zip(clauses, found, strict=True)]
        for first, second in pairwise(range(len(rows))):
            rows[second].update(_beside(PREVIOUS, clauses[first], found[first]))
            rows[first].update(_beside(NEXT, clauses[second], found[second]))
        if rows:
            rows[0].add(f"{PREVIOUS}:none")
            rows[-1].add(f"{NEXT}:none")
        return rows

    def _alone(self, clause: Clause, found: Iterable[Found], context: Context) -> set[str]:
        features: set[str] = set()
        words = ["<"]
        for form, stem in zip(clause.sentence.forms, clause.sentence.stems, strict=True):
            word, fields, of_word = self._of_word(form, stem)
            features.update(of_word)
            features.update(f"{PAIR}{words[-1]}_@{field}" for field in fields)
            words.append(word)
        words.append(">")
        features.update(f"{PAIR}{one}_{next_}" for one, next_ in pairwise(words))
        features.update(f"{PAIR}{one}_*_{later}" for one, later in zip(words, words[2:], strict=False))
        features.update(self._shape(clause))
        features.update(self._scopes(clause))
        features.update(self._taken_up(clause, context))
        features.update(f"after:{act}" for act in context.acts)
        features.update(f"{RULE}{one.act}:{matcher_of(one.by)}" for one in found)
        features.update(f"{RULE}{act}" for act in _asserted(found))
        return features

    def _describe(self, form: str, stem: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """The word as pairs name it, its semantic fields, and the features it has wherever it stands."""
        if form.isdigit():
            form = stem = f"[{min(len(form), LONGEST_NUMBER)} digits]"
        fields = self._meaning.fields(stem)
        if form == NAME or (not fields and self._spelling.is_strange(form)):
            # A word of no list is mostly somebody's name, and who it is must make no difference.
            return NAME, (), (f"w:{NAME}",)
        content = (f"c:{one}" for one in self._meaning.of_stems((stem,)))
        return form, fields, (f"w:{form}", f"s:{stem}", *content, *(f"{FIELD}{field}" for field in fields))

    def _shape(self, clause: Clause) -> Iterator[str]:
        sentence = clause.sentence
        yield f"length:{sum(len(sentence.forms) >= size for size in LENGTHS)}"
        yield _form(clause)
        named = (("own", self._own), ("first", self._first), ("second", self._second))
        persons = [name for name, words in named if words & sentence.vocabulary]
        yield from (f"person:{name}" for name in persons or ("nobody",))
        yield f"place:{min(clause.index, 2)}"
        yield from (f"mark:{name}" for name in clause.marks if "." in name)

    def _scopes(self, clause: Clause) -> Iterator[str]:
        scopes = clause.scopes
        rows = (("quoted", scopes.quoted), ("reported", scopes.reported), ("supposed", scopes.supposed))
        yield from (name for name, flags in rows if any(flags))
        if max(scopes.denied_by) >= 0:
            yield "denied"

    def _taken_up(self, clause: Clause, context: Context) -> Iterator[str]:
        """How much of the content comes from the client, and whether the client had just asked."""
        if not context.client:
            yield "nothing-before"
            return
        yield from self._answered(context.client[-1])
        said = self._meaning.of_texts(context.latest)
        content = self._meaning.of_sentence(clause.sentence)
        shared = len(content & said)
        to_you = bool(self._second & clause.sentence.vocabulary)
        of_own = bool(self._own & clause.sentence.vocabulary)
        yield f"shared:{min(shared, MOST_SHARED)}"
        if to_you:
            yield f"shared-you:{min(shared, MOST_SHARED)}"
        share = SHARES * shared // max(1, len(content))
        yield from (f"share:{share}", f"share:{share}-you:{to_you}-own:{of_own}")
        yield f"shared-fields:{min(len(self._fields(content) & self._fields(said)), MOST_SHARED)}"
        if context.client[-1].rstrip().endswith("?"):
            yield "client-asked"

    def _describe_answered(self, text: str) -> tuple[str, ...]:
        stems = self._meaning.stems(text)[-MOST_BEFORE:]
        return (*(f"{BEFORE}{stem}" for stem in stems), *(f"{BEFORE}{FIELD}{field}" for field in self._fields(stems)))

    def _fields(self, stems: Iterable[str]) -> set[str]:
        return {field for stem in stems for field in self._meaning.fields(stem)}


def _beside(side: str, clause: Clause, found: Iterable[Found]) -> Iterator[str]:
    """What a sentence beside another one tells of it."""
    yield f"{side}:{_form(clause)}"
    yield from (f"{side}:{stem}" for stem in clause.sentence.stems)
    yield from (f"{side}:{RULE}{act}" for act in _asserted(found))


def _form(clause: Clause) -> str:
    return "question" if clause.asks else "statement"


def _asserted(found: Iterable[Found]) -> Iterator[str]:
    return (one.act for one in found if one.strength >= ASSERTED)
