"""Words that the client used first: given back, they are not the counselor's own (codebook `stigma_term`)."""

from functools import lru_cache

from simulator.coder.found import Clause, Context, Found
from simulator.coder.grammar import Grammar
from simulator.coder.matchers.phrase import PhraseRule
from simulator.coder.phrase_index import PhraseIndex


class Mirror:
    """Finds acts that are none because the counselor only gives back words that the client used."""

    def __init__(self, grammar: Grammar, index: PhraseIndex[PhraseRule]) -> None:
        self._acts = frozenset(act.act for act in grammar.codebook.acts if act.not_if_mirrored)
        self._index = index
        self._meaning = grammar.meaning
        self._splitter = grammar.splitter
        self._of_client = lru_cache(maxsize=4_096)(self._words)

    def is_given_back(self, one: Found, clause: Clause, context: Context) -> bool:
        """Whether the client, too, wrote what would be this act, and a word of content is the same in both."""
        if one.act not in self._acts or not context.client:
            return False
        words = self._meaning.of_stems(clause.sentence.stems[one.first : one.last + 1])
        return any(words & self._of_client(one.act, text) for text in context.client)

    def _words(self, act: str, text: str) -> frozenset[str]:
        """The content words of everything in the client's message that would be the act in the counselor's."""
        spans = (
            sentence.stems[match.first : match.last + 1]
            for sentence in self._splitter.sentences(text)
            for rule, match in self._index.find(sentence)
            if rule.counts and rule.act == act
        )
        return frozenset().union(*map(self._meaning.of_stems, spans))
