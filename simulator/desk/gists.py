"""A debrief in a few lines."""

from collections.abc import Sequence

from simulator.model.debrief import Debrief
from simulator.model.gist import Gist, LevelNow
from simulator.model.notes import Adjustment, Agreement, Contest, Note, SignOff
from simulator.model.transcript import Transcript
from simulator.render.wording import turn_named
from simulator.store.events import SessionSummary, StoredEvent

FORMAT = 4
"""Of the gists that are kept; a new field of the noun makes a new number, as does judging otherwise than before."""


def gist(summary: SessionSummary, debrief: Debrief, events: Sequence[StoredEvent]) -> Gist:
    """What a queue and a progress report need of a debrief; of a talk that was stopped, only that."""
    head, notes = summary.head, debrief.notes
    criteria = () if debrief.transcript.stopped else debrief.criteria
    return Gist(
        session=head.id,
        trainee=head.trainee,
        scenario=head.scenario,
        title=debrief.header.title or head.scenario,
        date=head.started_at,
        live=head.mode == "live",
        state=summary.state,
        seconds=debrief.header.seconds,
        turns=debrief.header.turns,
        criteria=tuple(
            LevelNow(
                id=one.id,
                title=one.title,
                area=one.area,
                level=one.level,
                adjusted=debrief.adjusted.get(one.id),
                critical=one.critical,
            )
            for one in criteria
        ),
        fears=_fears(debrief.transcript),
        judged=tuple(sorted({note.criterion for note in notes if isinstance(note, Agreement | Adjustment)})),
        contested=tuple(_contested(contest, debrief) for contest in open_contests(notes)),
        signed_off=is_signed_off(events),
        self_rated=debrief.self_rated,
    )


def is_signed_off(events: Sequence[StoredEvent]) -> bool:
    """Whether a supervisor signed off and no turn was said since."""
    kinds = [event.body.get("kind") if event.kind == "note" else event.kind for event in events]
    return "sign_off" in kinds and "turn" not in kinds[len(kinds) - kinds[::-1].index("sign_off") :]


def open_contests(notes: Sequence[Note]) -> list[Contest]:
    """What the trainee contested after the last sign-off."""
    signed = [place for place, note in enumerate(notes) if isinstance(note, SignOff)]
    since = notes[signed[-1] + 1 :] if signed else notes
    return [note for note in since if isinstance(note, Contest)]


def _contested(contest: Contest, debrief: Debrief) -> str:
    titles = {one.id: one.title for one in debrief.criteria}
    if contest.criterion:
        return titles.get(contest.criterion, contest.criterion)
    return turn_named(contest.turn) if contest.turn else "the talk"


def _fears(talk: Transcript) -> tuple[int, ...]:
    said = [(0, talk.opening), *((turn.number, turn.client) for turn in talk.turns)]
    return tuple(number for number, messages in said if any(message.unsure for message in messages))
