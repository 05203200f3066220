"""Lived experience by person, tense and sequence, with the building blocks of a story (manual 2.6.7)."""

from collections.abc import Iterator

from simulator.coder.found import Clause, Found
from simulator.model.known_ids import STORY
from simulator.model.language import STORY_BLOCKS, Language

PHRASED = 0.78
TOLD = 0.66
PART = 0.3
"""A sentence that may be part of a story, if one is told next to it."""
PLACED = 0.12
"""Added where time or place is told as well."""


class StoryMatcher:
    """First person and past tense, or words that say "I have been there"."""

    def __init__(self, language: Language) -> None:
        verbs = language.verbs
        self._own = frozenset(language.persons.own)
        self._past = frozenset(verbs.past)
        self._endings = tuple(verbs.past_endings)
        self._not_past = frozenset(verbs.not_past)
        self._of_talk = frozenset(verbs.of_talk)

    def match(self, clause: Clause) -> Iterator[Found]:
        forms = clause.sentence.forms
        if clause.asks or all(clause.scopes.quoted):
            return
        blocks = tuple(block for block in STORY_BLOCKS if clause.marked(f"story.{block}"))
        lived = [mark for mark in clause.marks.get("story.near", ()) if not clause.scopes.holds("hypothetical", *mark)]
        told = self._tells(clause, bool(blocks))
        if not lived and not told:
            if blocks:
                yield Found(STORY, clause.index, 0, len(forms) - 1, "story:part", PART, blocks)
            return
        strength = PHRASED if lived else TOLD
        if any(block in blocks for block in ("setting", "climax", "change")):
            strength = min(0.95, strength + PLACED)
        yield Found(STORY, clause.index, 0, len(forms) - 1, "story:near" if lived else "story:told", strength, blocks)

    def _tells(self, clause: Clause, placed: bool) -> bool:
        """Whether the counselor tells of something that happened to them; mere talk needs a time or place."""
        forms = clause.sentence.forms
        for at, form in enumerate(forms[:-1]):
            if form not in self._own or clause.scopes.reported[at] or clause.scopes.supposed[at]:
                continue
            if any(self._is_past(verb) and (placed or verb not in self._of_talk) for verb in forms[at + 1 : at + 3]):
                return True
        return False

    def _is_past(self, form: str) -> bool:
        return form not in self._not_past and (form in self._past or (len(form) > 4 and form.endswith(self._endings)))


def carried_on(found: list[Found]) -> list[Found]:
    """Sentences that only may be part of a story are part of it where they stand next to one that tells."""
    told = {one.sentence for one in found if one.act == STORY and one.strength >= TOLD}
    raised: list[Found] = []
    for one in found:
        if one.by == "story:part" and {one.sentence - 1, one.sentence + 1} & told:
            told.add(one.sentence)
            one = one._replace(strength=TOLD)
        raised.append(one)
    return raised
