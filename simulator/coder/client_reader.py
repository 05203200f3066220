"""What a client's message shows: dangers, feelings, requests, questions (the cues of the codebook)."""

from collections.abc import Iterator

from simulator.coder.coder import Grammar
from simulator.coder.found import Clause, Found
from simulator.coder.matchers.phrase import PhraseRule, match_phrases
from simulator.coder.matchers.question import CHECK, QuestionMatcher
from simulator.coder.phrases import Match, PhraseIndex, compile_phrase
from simulator.coder.settle import ASSERTED
from simulator.model.transcript import Cue

FEELING = "feeling"
QUESTION = "direct_question"
SHORT_ANSWER = 2
"""Words; an answer as short as this is the name itself."""
ANSWERS = frozenset({"accepts", "declines"})
ANSWERING = 0.2
"""Added to an answer where the counselor's turn gave something to answer."""
ASKING = frozenset({"open_question", "closed_question", "risk_question", "personal_data_request"})
NOTHING_TO_ANSWER = ASKING | {"information", "affirmation", "support", "greeting", "thanks", "personal_story"}
"""A turn of these alone gave nothing: a yes to a question of fact accepts nothing."""
LONE_FEELING = 6
"""Words; in a message as short as this a word of feeling is the writer's own."""


class ClientReader:
    """Reads client messages by the cue files, the feelings of the language, and the form of questions."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        codebook = grammar.codebook
        self._index = grammar.index(codebook.cues)
        self._questions = QuestionMatcher(codebook.language)
        self._first = frozenset(codebook.language.persons.first)
        self._naming = [tuple(row.split()) for row in codebook.language.persons.naming]
        self._function = frozenset((*codebook.language.function_words, *codebook.language.openers))
        self._outranked = {cue.cue: frozenset(cue.outranks) for cue in codebook.cues}
        self._vanishing = {cue.cue: cue.vanishes_when for cue in codebook.cues}
        self._names = frozenset(cue.cue for cue in codebook.cues)
        rows = [
            ((name, phrase in feeling.strong), compile_phrase(phrase, grammar.lexis))
            for name, feeling in sorted(codebook.feelings.items())
            for phrase in (*feeling.words, *feeling.phrases, *feeling.strong)
        ]
        self._feelings: PhraseIndex[tuple[str, bool]] = PhraseIndex(rows)

    def cues(self, text: str, after: frozenset[str] = frozenset()) -> tuple[Cue, ...]:
        """All cues of a message, in the order of its words, each cue once (a feeling once by its name).

        `after` are the acts of the counselor turn it answers: a bare "yes" accepts only where there was something to.
        """
        offered = bool(after - NOTHING_TO_ANSWER)
        found: dict[tuple[str, str | None], Cue] = {}
        for clause, hits in self._grammar.clauses(text, self._index):
            for one, feels in self._in_clause(clause, hits):
                strength = one.strength + (ANSWERING if offered and one.act in ANSWERS else 0.0)
                key = (one.act, feels)
                if strength >= ASSERTED and (key not in found or found[key].strength < strength):
                    start, end = clause.sentence.span(one.first, one.last)
                    found[key] = Cue(cue=one.act, start=start, end=end, by=one.by, strength=strength, feels=feels)
        named = any(cue.cue == FEELING and cue.feels for cue in found.values())
        kept = (cue for cue in found.values() if cue.feels or cue.cue != FEELING or not named)
        return tuple(sorted(kept, key=lambda cue: (cue.start, cue.cue, cue.feels or "")))

    def _in_clause(self, clause: Clause, hits: list[tuple[PhraseRule, Match]]) -> list[tuple[Found, str | None]]:
        """What one sentence shows, without the cues that a stronger one makes of the same words."""
        questions = list(self._questions.match(clause))
        clause.openings = [question.first for question in questions if question.act != CHECK]
        found: list[tuple[Found, str | None]] = [(one, None) for one in match_phrases(clause, hits)]
        asked = [q._replace(act=QUESTION) for q in questions if QUESTION in self._names and q.act != CHECK]
        shaped: list[tuple[Found, str | None]] = [*self._felt(clause), *((one, None) for one in asked)]
        found += (pair for pair in shaped if self._stands(pair[0], clause, hits))
        beaten = {other for one, _ in found if one.strength >= ASSERTED for other in self._outranked.get(one.act, ())}
        return [(one, feels) for one, feels in found if one.act not in beaten]

    def _stands(self, one: Found, clause: Clause, hits: list[tuple[PhraseRule, Match]]) -> bool:
        """Whether what was found without a phrase begins outside the cue's `not_phrases` and vanishing scopes."""
        barred = (match for rule, match in hits if not rule.counts and rule.act == one.act)
        if any(match.first <= one.first <= match.last for match in barred):
            return False
        return not any(clause.scopes.holds(scope, one.first, one.first) for scope in self._vanishing.get(one.act, ()))

    def names(self, text: str) -> tuple[str, ...]:
        """The names in an answer to "what shall I call you": a short answer itself, or what follows words of naming."""
        names: list[str] = []
        for sentence in self._grammar.splitter.sentences(text):
            starts = self._name_starts(sentence.forms)
            names += [text[slice(*sentence.spans[at])] for at in starts if sentence.forms[at] not in self._function]
        return tuple(dict.fromkeys(names))

    def _name_starts(self, forms: list[str]) -> list[int]:
        if len(forms) <= SHORT_ANSWER:
            return list(range(len(forms)))
        places = ((at, at + len(row), row) for row in self._naming for at in range(len(forms) - len(row)))
        return [end for at, end, row in places if tuple(forms[at:end]) == row]

    def _felt(self, clause: Clause) -> Iterator[tuple[Found, str]]:
        sentence = clause.sentence
        named = len(sentence.forms) <= LONE_FEELING or bool(self._first & sentence.vocabulary)
        for (name, strong), match in self._feelings.find(sentence):
            if clause.scopes.holds("negated", *match) or clause.scopes.holds("quoted", *match) or clause.openings:
                continue
            own = named or match.first in sentence.heads
            strength = (0.8 if own else 0.5) + (0.1 if strong else 0.0)
            yield Found(FEELING, clause.index, *match, f"feeling:{name}", strength), name
