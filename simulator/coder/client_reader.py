"""What a client's message shows: dangers, feelings, requests, questions (the cues of the codebook)."""

from collections.abc import Iterator

from simulator.coder.coder import Grammar
from simulator.coder.found import Clause, Found
from simulator.coder.matchers.phrase import PhraseRule, match_phrases
from simulator.coder.matchers.question import QuestionMatcher
from simulator.coder.phrases import Match, PhraseIndex, compile_phrase
from simulator.coder.settle import ASSERTED
from simulator.model.transcript import Cue

FEELING = "feeling"
QUESTION = "direct_question"
SHORT_ANSWER = 2
"""Words; an answer as short as this is the name itself."""
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
        self._names = frozenset(cue.cue for cue in codebook.cues)
        rows = [
            ((name, phrase in feeling.strong), compile_phrase(phrase, grammar.lexis))
            for name, feeling in sorted(codebook.feelings.items())
            for phrase in (*feeling.words, *feeling.phrases, *feeling.strong)
        ]
        self._feelings: PhraseIndex[tuple[str, bool]] = PhraseIndex(rows)

    def cues(self, text: str) -> tuple[Cue, ...]:
        """All cues of a message, in the order of its words, each cue once (a feeling once by its name)."""
        found: dict[tuple[str, str | None], Cue] = {}
        for clause, hits in self._grammar.clauses(text, self._index):
            questions = list(self._questions.match(clause))
            clause.openings = [question.first for question in questions]
            for one, feels in (*self._worded(clause, hits), *self._felt(clause), *self._asked(questions)):
                start, end = clause.sentence.span(one.first, one.last)
                key = (one.act, feels)
                if one.strength >= ASSERTED and (key not in found or found[key].strength < one.strength):
                    found[key] = Cue(cue=one.act, start=start, end=end, by=one.by, strength=one.strength, feels=feels)
        named = any(cue.cue == FEELING and cue.feels for cue in found.values())
        kept = (cue for cue in found.values() if cue.feels or cue.cue != FEELING or not named)
        return tuple(sorted(kept, key=lambda cue: (cue.start, cue.cue, cue.feels or "")))

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
        return [at + len(row) for row in self._naming for at in range(len(forms) - len(row)) if tuple(forms[at : at + len(row)]) == row]

    def _worded(self, clause: Clause, hits: list[tuple[PhraseRule, Match]]) -> Iterator[tuple[Found, None]]:
        for one in match_phrases(clause, hits):
            yield one, None

    def _felt(self, clause: Clause) -> Iterator[tuple[Found, str]]:
        sentence = clause.sentence
        own = len(sentence.forms) <= LONE_FEELING or bool(self._first & sentence.vocabulary)
        for (name, strong), match in self._feelings.find(sentence):
            if clause.scopes.holds("negated", *match) or clause.scopes.holds("quoted", *match) or clause.openings:
                continue
            strength = (0.8 if own else 0.5) + (0.1 if strong else 0.0)
            yield Found(FEELING, clause.index, *match, f"feeling:{name}", strength), name

    def _asked(self, questions: list[Found]) -> Iterator[tuple[Found, None]]:
        for question in questions:
            if QUESTION in self._names and question.act != "understanding_check":
                yield question._replace(act=QUESTION), None
