"""Hints in three steps: the stage of the talk, what would fit now, and how that could sound."""

import re
from collections.abc import Iterator

from simulator.chat.tips import Now, Tip, tips
from simulator.model.scenario import Scenario
from simulator.model.transcript import Stage, Turn
from simulator.recording import Recording

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


_DEEPER = ("/hint again: what would fit now.", "/hint again: an example.", "")
_WORD = re.compile(r"\w+")


class Hints:
    """Gives the hints of a talk; each further one in the same turn goes a step deeper, then back to the first."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._given = (0, 0)
        self._example = ""
        self._latest = ""

    @property
    def latest(self) -> str | None:
        """The last hint of this turn, if there was one."""
        turn, _ = self._given
        return self._latest if self._latest and turn == len(self._recording.session.turns) else None

    def next(self) -> str:
        """The next hint, with how to get a deeper one."""
        step = (self._given[1] + 1) % len(_DEEPER) if self.latest else 0
        self._given = (len(self._recording.session.turns), step)
        self._latest = (self._stage, self._fitting, self._sounding)[step]()
        return " ".join(filter(None, (self._latest, _DEEPER[step])))

    def _stage(self) -> str:
        return f"The talk is at the stage of {_BELONGS[self._recording.session.stage]}"

    def _fitting(self) -> str:
        tip = self._tip()
        return f"What would fit now: {tip.what}" if tip else "Nothing presses now: stay with what was said last."

    def _sounding(self) -> str:
        tip = self._tip()
        self._example = self._chosen(tip.examples) if tip else ""
        return (
            f"For example: “{self._example}”" if self._example else "There is no example here; your own words will do."
        )

    def _tip(self) -> Tip | None:
        session = self._recording.session
        transcript = session.transcript()
        last = transcript.turns[-1].client if transcript.turns else transcript.opening
        # Before the first turn everything is still to come: as if a turn had said nothing.
        turns = transcript.turns or (Turn(number=1, text=""),)
        now = Now(
            self._recording.frozen.rubric,
            session.stage,
            frozenset(cue.cue for message in last for cue in message.cues),
            self._recording.judged(transcript.model_copy(update={"turns": turns})).criteria,
        )
        return next(tips(now), None)

    def _chosen(self, examples: tuple[str, ...]) -> str:
        """One of them by seed and turn, not the last one again; none that the scenario itself waits for."""
        session, head = self._recording.session, self._recording.head
        waited_for = [_words(text) for text in _awaited(self._recording.frozen.scenario)]
        general = [text for text in examples if not any(row in _words(text) for row in waited_for)]
        free = [text for text in general if not self._moves(text)] or general
        others = [text for text in free if text != self._example] or free
        return others[(head.seed + len(session.turns)) % len(others)] if others else ""

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


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "
