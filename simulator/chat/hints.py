"""Hints in three steps: the stage of the talk, what would fit now, and how that could sound."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from simulator.model.scenario import Scenario
from simulator.model.transcript import Stage, Turn
from simulator.records.recording import Recording

if TYPE_CHECKING:
    from simulator.chat.tips import Tip

_BELONGS: dict[Stage, str] = {
    "contact": "making contact. Say who you are, what this talk can be and what stays between you; "
    "ask how to address the other person, and whether they feel like talking.",
    "request": "finding the request. Ask openly and listen, one thing at a time, until you can both say what the "
    "other person wants from this talk; then check that you understood it.",
    "information": "information. Ask what the other person knows already and whether they want to hear more; "
    "say only what you know, in plain words.",
    "options": "looking at options. Find more than one way together, with what speaks for and against each; "
    "the decision is not yours.",
    "closing": "closing. Ask what was decided and whether the talk helped; thank, encourage, and leave the door open.",
}


_DANGER = {
    "pressing": "Somebody is in danger: help comes before any stage, and then staying until it is there.",
    "staying": "Somebody is in danger: before any stage comes staying until help is there.",
}
_STAYING = (
    "stay with them. Ask whether help was reached and what is happening now, "
    "and say what is to do, one thing at a time."
)
_STAYING_SOUNDS = (
    "I'm staying here with you until somebody is there. What is happening now?",
    "I'm here. Is somebody on the way? Tell me what you see.",
)
STAYS = 3
"""Turns since the last sign of present danger in which nothing but staying is hinted at, once help was directed."""
_ASKED = "The other person asked you something and waits for an answer."
_DEEPER = ("/hint again: what would fit now.", "/hint again: an example.", "")
TELLING_WORDS = 3
"""Words from which a wording of a scenario is not to be read in an example."""
_WORD = re.compile(r"\w+")


class Hints:
    """Gives the hints of a talk; each further one in the same turn goes a step deeper, then back to the first."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._given: tuple[Turn | None, int] = (None, 0)
        self._example = ""
        self._latest = ""

    @property
    def latest(self) -> str | None:
        """The last hint of this turn, if there was one."""
        turn, _ = self._given
        return self._latest if self._latest and turn == self._turn else None

    def next(self) -> str:
        """The next hint, with how to get a deeper one."""
        step = (self._given[1] + 1) % len(_DEEPER) if self.latest else 0
        self._given = (self._turn, step)
        self._latest = (self._stage, self._fitting, self._sounding)[step]()
        return " ".join(filter(None, (self._latest, _DEEPER[step])))

    @property
    def _turn(self) -> Turn | None:
        return next(reversed(self._recording.session.turns), None)

    def _stage(self) -> str:
        danger = self._danger
        if danger:
            return _DANGER[danger]
        return f"The talk is at the stage of {_BELONGS[self._recording.session.stage]}"

    def _fitting(self) -> str:
        tip = self._tip()
        fitting = f"What would fit now: {tip.what}" if tip else "Nothing presses now: stay with what was said last."
        return f"{_ASKED} {fitting}" if self._recording.session.is_asked else fitting

    def _sounding(self) -> str:
        tip = self._tip()
        self._example = self._chosen(tip.examples) if tip else ""
        return (
            f"For example: “{self._example}”" if self._example else "There is no example here; your own words will do."
        )

    def _tip(self) -> "Tip | None":
        from simulator.chat.tips import Now, Tip, tips

        danger = self._danger
        if danger == "staying":
            return Tip(_STAYING, (_STAYING_SOUNDS,))
        session = self._recording.session
        transcript = session.transcript()
        rubric = self._recording.frozen.rubric
        shown = [cue for message in transcript.between_turns[-1] for cue in message.cues]
        cues = {cue.cue for cue in shown if cue.cue not in rubric.terms.danger or not rubric.terms.is_over(cue)}
        if danger:
            cues.update(rubric.terms.danger)
        # Before the first turn everything is still to come: as if a turn had said nothing.
        turns = transcript.turns or (Turn(number=1, text=""),)
        now = Now(
            rubric,
            session.stage,
            frozenset(cues),
            self._recording.judged(transcript.model_copy(update={"turns": turns})).criteria,
        )
        return next(tips(now), None)

    @property
    def _danger(self) -> Literal["pressing", "staying"] | None:
        """Present danger that the client showed: `pressing` until somebody was directed to help, then for a while."""
        transcript = self._recording.session.transcript()
        terms = self._recording.frozen.rubric.terms
        helping = terms.resolved(terms.directed_by)
        danger: Literal["pressing", "staying"] | None = None
        quiet = 0
        before = (frozenset[str](), *(turn.reading.act_ids for turn in transcript.turns))
        for said, messages in zip(before, transcript.between_turns, strict=True):
            shown = any(terms.is_danger(cue, said) for message in messages for cue in message.cues)
            quiet = 0 if shown else quiet + 1
            if danger and not helping.isdisjoint(said):
                danger = "staying"
            elif shown and not danger:
                danger = "pressing"
            elif danger == "staying" and quiet >= STAYS:
                danger = None
        return danger

    def _chosen(self, rows: Iterable[tuple[str, ...]]) -> str:
        """One of the best row by seed and turn; neither the last one again nor what the scenario waits for."""
        awaited = [_words(text) for text in _awaited(self._recording.frozen.scenario)]
        free = [[text for text in row if text != self._example and not _given_away(text, awaited)] for row in rows]
        general = [[text for text in row if not self._moves(text)] for row in free]
        best = next((row for row in (*general, *free) if row), [])
        return best[(self._recording.head.seed + len(self._recording.session.turns)) % len(best)] if best else ""

    def _moves(self, text: str) -> bool:
        """Whether the scenario would take these words for something of its own."""
        session = self._recording.session
        reading = session.hear(text, session.where, session.now).reading
        return bool(reading.topics or reading.facts or reading.moves)


def _awaited(scenario: Scenario) -> Iterator[str]:
    """Every wording that a scenario waits for."""
    yield from (text for topic in scenario.topics for text in topic.asked_as)
    yield from (text for fact in scenario.facts for text in fact.given_as)
    yield from (text for move in scenario.moves for text in move.said_as)


def _given_away(text: str, awaited: Iterable[str]) -> bool:
    """Whether a wording that the scenario waits for is in the text, or, where it is a word or two, all of it."""
    said = _words(text)
    return any(row == said or (row in said and len(row.split()) >= TELLING_WORDS) for row in awaited)


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "
