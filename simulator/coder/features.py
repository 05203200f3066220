"""Features of one sentence for the linear models: words, pairs, semantic fields, person, length, scopes, rules."""

from collections.abc import Iterable, Iterator

from simulator.coder.found import Clause, Context, Found
from simulator.coder.meaning import Meaning
from simulator.model.language import Language

LENGTHS = (3, 6, 11, 20)
"""Words; sentences are told apart by which of these they reach."""
LATEST = 3
"""How many of the client's last messages a word may be taken up from."""
MOST_SHARED = 3
RULE = "rule:"
"""Prefix of the features that say which rules matched; fitting also learns to do without them."""


class FeatureReader:
    """Turns a sentence into a set of feature names."""

    def __init__(self, language: Language, meaning: Meaning) -> None:
        self._meaning = meaning
        self._persons = (
            ("own", frozenset(language.persons.own)),
            ("first", frozenset(language.persons.first)),
            ("second", frozenset(language.persons.second)),
        )

    def read(self, clause: Clause, found: Iterable[Found], context: Context) -> set[str]:
        """All features of the sentence; `found` is what the rules found in it."""
        forms = clause.sentence.forms
        features = {f"w:{form}" for form in forms}
        features.update(f"s:{stem}" for stem in clause.sentence.stems)
        features.update(f"c:{stem}" for stem in self._meaning.of_sentence(clause.sentence))
        features.update(f"b:{one}_{next_}" for one, next_ in zip(("<", *forms), (*forms, ">"), strict=True))
        features.update(self._of_kind(clause))
        features.update(self._shape(clause))
        features.update(self._scopes(clause))
        features.update(self._taken_up(clause, context))
        features.update(f"after:{act}" for act in context.acts)
        features.update(f"{RULE}{one.act}:{one.by.partition(':')[0]}" for one in found)
        features.update(f"{RULE}{one.act}" for one in found if one.strength >= 0.6)
        return features

    def _of_kind(self, clause: Clause) -> Iterator[str]:
        """The semantic fields of the words, alone and behind the word before."""
        before = "<"
        for form, stem in zip(clause.sentence.forms, clause.sentence.stems, strict=True):
            for name in self._meaning.fields(stem):
                yield f"f:{name}"
                yield f"b:{before}_@{name}"
            before = form

    def _shape(self, clause: Clause) -> Iterator[str]:
        sentence = clause.sentence
        yield f"length:{sum(len(sentence.forms) >= size for size in LENGTHS)}"
        yield "question" if clause.openings or sentence.asked else "statement"
        persons = [name for name, words in self._persons if words & sentence.vocabulary]
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
        """How many content words come from the client, and whether the client had just asked."""
        said: set[str] = set()
        for text in context.client[-LATEST:]:
            said |= self._meaning.of_text(text)
        shared = min(len(self._meaning.of_sentence(clause.sentence) & said), MOST_SHARED)
        yield f"shared:{shared}"
        if self._persons[2][1] & clause.sentence.vocabulary:
            yield f"shared-you:{shared}"
        if not context.client:
            yield "nothing-before"
        elif context.client[-1].rstrip().endswith("?"):
            yield "client-asked"
