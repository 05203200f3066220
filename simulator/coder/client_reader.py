"""What a client's message shows: dangers, feelings, requests, questions (the cues of the codebook)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from simulator.coder.features import FeatureReader
from simulator.coder.found import NO_TURN, Clause, Context, Found
from simulator.coder.grammar import Grammar
from simulator.coder.lexicon import rows_of
from simulator.coder.matchers.model import DOUBTED, OF_CUES, ModelMatcher
from simulator.coder.matchers.phrase import PhraseRule, further_marks, match_phrases
from simulator.coder.matchers.question import QuestionMatcher
from simulator.coder.matchers.reply import ReplyMatcher
from simulator.coder.phrase_index import Row
from simulator.coder.phrases import Match
from simulator.coder.settle import ASSERTED, UNSURE
from simulator.model.known_ids import ANSWERS, CHECK, DIRECT_QUESTION, FEELING, NOTHING_TO_ANSWER, RISK_QUESTION
from simulator.model.transcript import MODEL, Cue, Reading, matcher_of

SHORT_ANSWER = 2
"""Words; an answer as short as this is the name itself."""
ANSWERING = 0.2
"""Added to an answer where the counselor's turn gave something to answer, and to danger where it was asked about."""
TELLING = 3
"""Words; in a shorter sentence ("hey") the model may add dangers, but no other cue."""
LONE_FEELING = 6
"""Words; in a message as short as this a word of feeling is the writer's own."""


class Shown(NamedTuple):
    """The cues of a message, and those of danger that it may show: a person has to look."""

    cues: tuple[Cue, ...]
    unsure: tuple[Cue, ...]


class ClientReader:
    """Reads client messages by the cue files, the feelings of the language, and the form of questions."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        codebook = grammar.codebook
        self._index = grammar.index("cues", rows_of(codebook.cues, grammar.lexis))
        self._questions = QuestionMatcher(codebook.language)
        self._replies = ReplyMatcher(codebook.cues)
        self._first = frozenset(codebook.language.persons.first)
        self._naming = [tuple(row.split()) for row in codebook.language.persons.naming]
        self._agreeing = [row.split() for row in codebook.language.persons.agreeing]
        self._function = frozenset((*codebook.language.function_words, *codebook.language.openers))
        self._outranked = {cue.cue: frozenset(cue.outranks) for cue in codebook.cues}
        self._beside = {cue.cue: frozenset(cue.beside) for cue in codebook.cues if cue.beside}
        self._vanishing = {cue.cue: cue.vanishes_when for cue in codebook.cues}
        self._names = frozenset(cue.cue for cue in codebook.cues)
        self.dangers = frozenset(cue.cue for cue in codebook.cues if cue.safety)
        self._features = FeatureReader(codebook.language, grammar.meaning, grammar.spelling)
        weights = codebook.cue_weights
        self._model = ModelMatcher(weights, codebook.cues, OF_CUES) if weights else None
        rows = (
            Row((name, phrase in feeling.strong), phrase, grammar.lexis)
            for name, feeling in sorted(codebook.feelings.items())
            for phrase in (*feeling.words, *feeling.phrases, *feeling.strong)
        )
        self._feelings = grammar.index("feelings", rows)

    def cues(self, text: str, after: Reading = NO_TURN) -> tuple[Cue, ...]:
        """The cues of a message that answers the turn that was read as `after`."""
        return self.read(text, after).cues

    def read(self, text: str, after: Reading = NO_TURN) -> Shown:
        """Each cue once (a feeling once by its name), in the order of the words, with all that marks it anywhere.

        A bare "yes" accepts only where the turn before, read as `after`, gave something to accept.
        """
        offered = bool(after.act_ids - NOTHING_TO_ANSWER)
        found: dict[tuple[str, str | None], tuple[Clause, Found]] = {}
        marks: dict[str, dict[str, None]] = {}
        for clause, own in self._sentences(text, after):
            for one in own:
                answers = (offered and one.act in ANSWERS) or self._admits(one, after)
                strength = min(1.0, one.strength + (ANSWERING if answers else 0.0))
                key = (one.act, one.feels)
                if strength >= ASSERTED:
                    marks.setdefault(one.act, {}).update(dict.fromkeys(one.marks))
                if strength >= UNSURE and (key not in found or found[key][1].strength < strength):
                    found[key] = clause, one._replace(strength=strength)
        every = (_as_cue(one, clause, marks.get(one.act, ())) for clause, one in found.values())
        cues = sorted(every, key=lambda cue: (cue.start, cue.cue, cue.feels or ""))
        sure = self._supported([cue for cue in cues if cue.strength >= ASSERTED])
        named = any(cue.cue == FEELING and cue.feels for cue in sure)
        doubtful = (cue for cue in cues if cue not in sure and cue.cue in self.dangers)
        unsure = (cue.model_copy(update={"strength": min(cue.strength, DOUBTED)}) for cue in doubtful)
        return Shown(tuple(c for c in sure if c.feels or c.cue != FEELING or not named), tuple(unsure))

    def _supported(self, cues: list[Cue]) -> list[Cue]:
        """Without those that only the model finds and that stand beside nothing that could support them."""
        found = {cue.cue for cue in cues}
        alone = {name for name, beside in self._beside.items() if found.isdisjoint(beside)}
        return [cue for cue in cues if cue.cue not in alone or matcher_of(cue.by) != MODEL]

    def _admits(self, one: Found, after: Reading) -> bool:
        """Whether words of danger, not the model alone, answer a question on danger: "i do it tonight"."""
        return RISK_QUESTION in after.act_ids and one.act in self.dangers and matcher_of(one.by) == "phrase"

    def features(self, text: str, after: Reading) -> list[set[str]]:
        """Per sentence what the model is fitted on."""
        return self._features.read(*self._matched(text), Context(acts=after.act_ids))

    def weighed(self, text: str, after: Reading) -> Iterator[tuple[Clause, list[Found]]]:
        """Every sentence with all that speaks for a cue in it, also what gives way to another cue."""
        clauses, found = self._matched(text)
        if self._model:
            judged = zip(clauses, found, self._features.read(clauses, found, Context(acts=after.act_ids)), strict=True)
            found = [self._judged(self._model, *one) for one in judged]
        for one in self._replies.match(clauses, after):
            found[one.sentence] = [*found[one.sentence], one]
        yield from zip(clauses, found, strict=True)

    def _sentences(self, text: str, after: Reading) -> Iterator[tuple[Clause, list[Found]]]:
        """Every sentence with what it shows, without the cues that a stronger one makes of the same words."""
        for clause, own in self.weighed(text, after):
            said = [one for one in own if one.act not in clause.against.belied]
            beaten = {other for one in said if one.strength >= ASSERTED for other in self._outranked.get(one.act, ())}
            kept = (one for one in said if one.act not in beaten)
            yield clause, [one.with_marks(clause.further.get(one.act, ())) for one in kept]

    def _matched(self, text: str) -> tuple[list[Clause], list[list[Found]]]:
        """The sentences of a message, and what the rules find in each."""
        read = self._grammar.clauses(text, self._index)
        return [clause for clause, _ in read], [self._in_clause(clause, hits) for clause, hits in read]

    def _judged(self, model: ModelMatcher, clause: Clause, found: list[Found], features: set[str]) -> list[Found]:
        """What the model makes of a sentence; to a very short one it adds dangers only."""
        judged = model.judge(clause, found, features)
        if len(clause.sentence.forms) >= TELLING:
            return judged
        return [one for at, one in enumerate(judged) if at < len(found) or one.act in self.dangers]

    def _in_clause(self, clause: Clause, hits: list[tuple[PhraseRule, Match]]) -> list[Found]:
        """What the rules find in one sentence."""
        questions = [question for question in self._questions.match(clause) if question.act != CHECK]
        clause.openings = [question.first for question in questions]
        worded, clause.against = match_phrases(clause, hits)
        clause.further = further_marks(clause, hits, worded)
        asked = (question._replace(act=DIRECT_QUESTION) for question in questions if DIRECT_QUESTION in self._names)
        return [*worded, *(one for one in (*self._felt(clause), *asked) if self._stands(one, clause, hits))]

    def _stands(self, one: Found, clause: Clause, hits: list[tuple[PhraseRule, Match]]) -> bool:
        """Whether what was found without a phrase begins outside the cue's `not_phrases` and vanishing scopes."""
        barred = (match for rule, match in hits if rule.speaks_against and rule.act == one.act)
        if any(match.first <= one.first <= match.last for match in barred):
            return False
        return not any(clause.scopes.holds(scope, one.first, one.first) for scope in self._vanishing.get(one.act, ()))

    def names(self, text: str) -> tuple[str, ...]:
        """The names in an answer to "what shall I call you": a short answer itself, what follows words of naming,
        or what stands before "is fine".
        """
        names: list[str] = []
        for sentence in self._grammar.splitter.sentences(text):
            starts = self._name_starts(sentence.forms)
            names += [text[slice(*sentence.spans[at])] for at in starts if sentence.forms[at] not in self._function]
        return tuple(dict.fromkeys(names))

    def _name_starts(self, forms: list[str]) -> list[int]:
        if len(forms) <= SHORT_ANSWER:
            return list(range(len(forms)))
        if any(forms[1 : 1 + len(row)] == row for row in self._agreeing):
            return [0]
        places = ((at, at + len(row), row) for row in self._naming for at in range(len(forms) - len(row)))
        return [end for at, end, row in places if tuple(forms[at:end]) == row]

    def _felt(self, clause: Clause) -> Iterator[Found]:
        sentence = clause.sentence
        named = len(sentence.forms) <= LONE_FEELING or bool(self._first & sentence.vocabulary)
        for (name, strong), match in self._feelings.find(sentence):
            if clause.scopes.holds("negated", *match) or clause.scopes.holds("quoted", *match) or clause.openings:
                continue
            own = named or match.first in sentence.heads
            strength = (0.8 if own else 0.5) + (0.1 if strong else 0.0)
            yield Found(FEELING, clause.index, *match, f"feeling:{name}", strength, feels=name)


def _as_cue(one: Found, clause: Clause, marks: Iterable[str]) -> Cue:
    start, end = clause.sentence.span(one.first, one.last)
    return Cue(cue=one.act, start=start, end=end, by=one.by, strength=one.strength, feels=one.feels, marks=tuple(marks))
