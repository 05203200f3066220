"""What would have been: other lines of a talk, and own turns written again, judged beside the talk as it went."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from simulator.library import Frozen
from simulator.model.debrief import Branch, Debrief, Header, LevelChange, Rewritten
from simulator.model.notes import Rewrite
from simulator.model.rubric import Rubric
from simulator.model.transcript import Transcript, Turn
from simulator.records.noting import noted, standing_notes
from simulator.records.replaying import replayed, up_to_turn
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting
from simulator.script import Script
from simulator.session import Session
from simulator.store.events import SessionHead, StoredEvent
from simulator.store.lines import current_line, other_lines


class Judge(NamedTuple):
    """Everything that any line of a session is played and judged by."""

    script: Script
    seed: int
    rubric: Rubric
    setting: Setting

    def session(self, line: Iterable[StoredEvent]) -> Session:
        """The session at the end of a line."""
        return replayed(self.script, self.seed, line).session

    def debrief(self, transcript: Transcript) -> Debrief:
        """The debrief of a transcript that these made."""
        return score(transcript, self.rubric, self.setting)


def judge_of(script: Script, head: SessionHead, frozen: Frozen, seconds: float) -> Judge:
    """What a session that has lasted so long is played and judged by."""
    header = Header(
        session=head.id,
        trainee=head.trainee,
        date=head.started_at,
        seconds=seconds,
        program=head.program,
        hashes=head.hashes,
    )
    return Judge(script, head.seed, frozen.rubric, Setting.of(frozen.scenario, header))


def debriefed(judge: Judge, transcript: Transcript, events: Sequence[StoredEvent]) -> Debrief:
    """The debrief of a talk with all that is beside it; one that was stopped is not judged."""
    judged = judge.debrief(transcript)
    if transcript.stopped:
        return judged
    line, notes = current_line(events), standing_notes(events)
    again = (note for note in notes if isinstance(note, Rewrite) and note.turn <= len(transcript.turns))
    # Whoever tried words and then said the same has not gone another way.
    branches = (branch(judge, other, judged) for other in other_lines(events))
    return noted(judged, judge.rubric, notes).model_copy(
        update={
            "branches": tuple(other for other in branches if other.turns),
            "rewritten": tuple(rewritten(judge, line, (one.turn, one.text), judged) for one in again),
        }
    )


def branch(judge: Judge, line: Iterable[StoredEvent], judged: Debrief) -> Branch:
    """Another line of the talk that `judged` is about."""
    other = judge.debrief(judge.session(line).transcript())
    pairs = list(zip_longest(judged.transcript.turns, other.transcript.turns))
    after = next((place for place, (here, there) in enumerate(pairs) if not _same(here, there)), len(pairs))
    return Branch(
        after=after,
        turns=other.transcript.turns[after:],
        ending=other.transcript.ending,
        ending_meaning=other.header.ending_meaning,
        changes=changes(judged, other),
    )


def rewritten(judge: Judge, line: Iterable[StoredEvent], rewrite: tuple[int, str], judged: Debrief) -> Rewritten:
    """A turn (its number and new words) answered where the old one stood; every other turn stays as it was."""
    number, text = rewrite
    session = judge.session(up_to_turn(line, number - 1))
    old = judged.transcript.turns[number - 1]
    turn = session.answer(session.hear(text, old.where, old.at))
    turns = list(judged.transcript.turns)
    turns[number - 1] = old.model_copy(update={"text": turn.text, "reading": turn.reading})
    again = judge.debrief(judged.transcript.model_copy(update={"turns": tuple(turns)}))
    return Rewritten(turn=turn, changes=changes(judged, again))


def changes(here: Debrief, there: Debrief) -> tuple[LevelChange, ...]:
    """The criteria of both whose level is not the same."""
    levels = {one.id: one.level for one in there.criteria}
    return tuple(
        LevelChange(criterion=one.id, title=one.title, here=one.level, there=levels[one.id])
        for one in here.criteria
        if levels.get(one.id, one.level) != one.level
    )


def _same(here: Turn | None, there: Turn | None) -> bool:
    """Whether the same was said and answered; times and taken-back silences do not count."""
    return here is not None and there is not None and (here.text, here.where) == (there.text, there.where)
