"""Questions, with or without a mark; open or closed by what an answer would have to be (manual 2.6.6; MITI)."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.coder.found import Clause, Found
from simulator.model.known_ids import CHECK, CLOSED_QUESTION, OPEN_QUESTION
from simulator.model.language import Language

MARKED = 0.95
"""Strength of a question with a question mark; without one it is told by its words alone."""
INVITING = 0.85
INVERTED = 0.8
DECLARATIVE = 0.75
CHECKING = 0.7
RUN_ON = 0.65

FARTHEST_SUBJECT = 6
"""Words from a question word to the subject behind its auxiliary ("what kind of help do you")."""
LONGEST_CLIPPED = 6
"""Words of a question that begins as a clause may ("when you start?", "who is with you"); longer ones are clauses."""
LONGEST_BARE = 9
"""Words of a question that has neither a mark nor an inversion ("what happened then")."""
SHORTEST_TAGGED = 2
"""Words of a statement, at least, before what may be a tag ("you ok?" has none)."""
NEAREST = 2
"""Words between the heads of two questions, at least."""

_MARKS = (("inviting", True), ("elliptic_open", True), ("elliptic_closed", False), ("indirect", False))


class _Head(NamedTuple):
    """Where a question begins, whether it is open, and how surely it is one without a question mark."""

    at: int
    is_open: bool
    strength: float
    rule: str


class QuestionMatcher:
    """Finds the questions of one sentence; a statement with a mere tag checks understanding."""

    def __init__(self, language: Language) -> None:
        words = language.questions
        self._open = frozenset(words.open)
        self._clausal = frozenset(words.closed)
        self._words = frozenset((*words.open, *words.closed))
        self._auxiliaries = frozenset(words.auxiliaries)
        self._asking = self._words | self._auxiliaries
        self._third = frozenset(words.third)
        self._relative = frozenset(words.relative)
        self._embedding = frozenset(words.embedding)
        self._functional = frozenset((*language.function_words, *language.fillers))
        self._joining = frozenset(language.openers).intersection(language.function_words)
        self._fronting = frozenset(words.fronting)
        self._choosing = frozenset(words.choosing)
        self._pronouns = frozenset(words.pronouns)
        self._subjects = frozenset(words.subjects)
        self._second = frozenset(language.persons.second)
        self._own = frozenset(language.persons.own)
        self._past = frozenset(language.verbs.past)
        self._past_endings = tuple(language.verbs.past_endings)

    def match(self, clause: Clause) -> Iterator[Found]:
        heads = list(self._heads(clause))
        last = len(clause.sentence.forms) - 1
        for number, head in enumerate(heads):
            until = heads[number + 1].at - 1 if number + 1 < len(heads) else last
            strength = MARKED if clause.sentence.asked else head.strength
            act = OPEN_QUESTION if head.is_open else CLOSED_QUESTION
            yield Found(act, clause.index, head.at, max(until, head.at), f"question:{head.rule}", strength)
        if clause.sentence.asked and not heads and not clause.scopes.quoted[last]:
            yield from self._without_head(clause, last)

    def _without_head(self, clause: Clause, last: int) -> Iterator[Found]:
        if clause.marked("echo.openers") or (clause.marked("echo.leading") and clause.marked("echo.about")):
            yield Found(CHECK, clause.index, 0, last, "question:restating", CHECKING)
        elif not any(tag.first >= SHORTEST_TAGGED for tag in clause.marks.get("tags", ())):
            yield Found(CLOSED_QUESTION, clause.index, 0, last, "question:declarative", DECLARATIVE)
        elif self._second & clause.sentence.vocabulary and not self._own & clause.sentence.vocabulary:
            yield Found(CHECK, clause.index, 0, last, "question:tag", CHECKING)

    def _heads(self, clause: Clause) -> Iterator[_Head]:
        until = -1
        for head in sorted({*self._by_marks(clause), *self._by_words(clause)}):
            if head.at > until and not clause.scopes.quoted[head.at]:
                until = self._lead(clause, head.at)
                yield head

    def _lead(self, clause: Clause, head: int) -> int:
        """The last word that only leads up to what is asked: "would you like to tell me what happened" asks once."""
        opening = clause.mark_at("opening", head)
        last = opening.last if opening else head
        return max(head, last - 1) if opening and clause.sentence.forms[last] in self._words else last + NEAREST

    def _by_marks(self, clause: Clause) -> Iterator[_Head]:
        """Invitations to tell, bare question words, indirect questions: phrases of the language file."""
        for name, is_open in _MARKS:
            for mark in clause.marks.get(name, ()):
                bare = name.startswith("elliptic") and not clause.sentence.asked
                if not bare and clause.scopes.denied_by[mark.first] < 0:
                    story = is_open or any(inner.first > mark.first for inner in clause.marks.get("opening", ()))
                    yield _Head(mark.first, story, INVITING if name == "inviting" else RUN_ON, name)

    def _by_words(self, clause: Clause) -> Iterator[_Head]:
        forms = clause.sentence.forms
        for at, form in enumerate(forms):
            if clause.mark_at("not_questions", at) and not self._asked_from(clause, at):
                continue
            if form in self._words:
                strength = self._strength_of_word(clause, at)
                open_word = form in self._open and not clause.mark_at("closing", at)
                is_open = open_word or clause.mark_at("opening", at) is not None
            elif form in self._auxiliaries and not self._belongs_to_word(forms, at):
                strength = self._strength_of_auxiliary(clause, at)
                is_open = clause.mark_at("opening", at) is not None
            else:
                continue
            if strength:
                yield _Head(at, is_open, strength, "word" if form in self._words else "inversion")

    def _asked_from(self, clause: Clause, at: int) -> bool:
        """With a question mark behind it even an odd beginning may ask, if it is no clause of a longer sentence."""
        sentence = clause.sentence
        clipped = sentence.forms[at] not in self._clausal or len(sentence.forms) <= LONGEST_CLIPPED
        return sentence.asked and at == 0 and clipped

    def _strength_of_word(self, clause: Clause, at: int) -> float:
        """A question word asks before an inversion, in front of a marked question, or in front of a short bare one."""
        sentence = clause.sentence
        forms = sentence.forms
        at_head = at in sentence.heads
        if self._tells_more(forms, at) and not (at_head and sentence.asked):
            return 0.0
        if self._inverts_behind(clause, at):
            return INVERTED if at_head else RUN_ON
        if sentence.asked:
            late = at == len(forms) - 1 or not any(form in self._asking for form in forms[:at])
            return RUN_ON if at_head or late or self._asks_on(clause, at) else 0.0
        if at_head and clause.mark_at("closing", at) and len(forms) - at <= LONGEST_BARE:
            return RUN_ON
        follows = forms[at + 1] if at + 1 < len(forms) else ""
        asks_bare = follows in self._auxiliaries or (forms[at] in self._open and self._is_past(follows))
        once = sum(form in self._auxiliaries for form in forms[at:]) <= 1
        longest = LONGEST_CLIPPED if forms[at] in self._clausal else LONGEST_BARE
        return RUN_ON if at_head and asks_bare and once and len(forms) - at <= longest else 0.0

    def _asks_on(self, clause: Clause, at: int) -> bool:
        """A further question joined to one, no clause ("how he is", "and when alone"): "where is it, and how far"."""
        forms = clause.sentence.forms
        joint = at - 1 if forms[at - 1] in self._joining else at - 2
        if joint < 1 or forms[joint] not in self._joining or not self._functional.issuperset(forms[joint + 1 : at]):
            return False
        follows = forms[at + 1] if at + 1 < len(forms) else ""
        begins = joint == at - 1 and forms[at] in self._clausal and follows not in self._auxiliaries
        asked = any(forms[head] in self._words for head in clause.sentence.heads if head < joint)
        return asked and not begins and forms[joint - 1] not in self._words and follows not in self._subjects

    def _tells_more(self, forms: list[str], at: int) -> bool:
        """The question word only begins a part of a statement: "my sister, who is older"; "I see what is wrong"."""
        relative = at > 0 and forms[at] in self._relative and forms[at - 1] not in self._functional
        embedded = at > 1 and forms[at - 1] in self._embedding and not self._third.isdisjoint(forms[at + 1 : at + 2])
        return relative or embedded

    def _inverts_behind(self, clause: Clause, at: int) -> bool:
        forms = clause.sentence.forms
        for place in range(at + 1, min(at + FARTHEST_SUBJECT, len(forms) - 1)):
            if forms[place] in self._auxiliaries:
                return forms[place + 1] in self._subjects and not clause.mark_at("not_questions", place)
            if forms[place] in self._pronouns:
                return False
        return False

    def _strength_of_auxiliary(self, clause: Clause, at: int) -> float:
        sentence = clause.sentence
        follows = sentence.forms[at + 1] if at + 1 < len(sentence.forms) else ""
        in_front = at in sentence.heads
        if at in sentence.breaks:  # "is, is it all right"
            return 0.0
        if sentence.asked and in_front and follows in self._subjects:
            return INVERTED
        if follows not in self._pronouns:
            fronted = at == 0 and sentence.forms[at] in self._fronting and follows in self._subjects
            return RUN_ON if in_front and follows and (sentence.asked or fronted) else 0.0
        if in_front:
            return INVERTED
        if sentence.forms[at] in self._third or follows not in self._second:
            return 0.0
        return RUN_ON if sentence.asked or len(sentence.forms) - at > 2 else 0.0

    def _belongs_to_word(self, forms: list[str], at: int) -> bool:
        """The auxiliary behind a question word or a subject is no question of its own."""
        before = forms[max(0, at - FARTHEST_SUBJECT + 2) : at]
        if before and before[-1] in self._choosing and not self._asking.isdisjoint(forms[: at - 1]):
            return True  # the other half of a choice
        return any(form in self._words for form in before) or (bool(before) and before[-1] in self._pronouns)

    def _is_past(self, form: str) -> bool:
        return form in self._past or form.endswith(self._past_endings)
