"""A conversation from elsewhere made fit to be read and stored: codes for names, placeholders for personal data."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from simulator.coder.name_list import NAME, NameList
from simulator.coder.personal_data import replace_personal_data
from simulator.errors import ContentError
from simulator.importing.bubbles import Talk, to_transcript
from simulator.importing.casting import Cast, draft, parts, with_roles
from simulator.importing.transcript_file import Sought
from simulator.importing.transcript_file import read_talk as read_file
from simulator.model.defaults import DEFAULT_COUNSELOR
from simulator.model.replacements import ReplacedKind, Replacements
from simulator.model.scenario import Scenario
from simulator.model.speakers import NamedSpeaker, Speakers
from simulator.model.transcript import Message, Transcript


class Intake(NamedTuple):
    """How a file is to be taken in: who speaks, which chat, and whose `names` are replaced besides the speakers'."""

    counselor: str = DEFAULT_COUNSELOR
    speakers: Speakers | None = None
    chat: str | None = None
    names: tuple[str, ...] = ()


class TakenIn(NamedTuple):
    """A conversation without names and personal data; `began` is ISO 8601 in UTC, where the file tells it.

    Names and numbers are replaced in the name of the `file` too: messengers put the other person's name there.
    """

    transcript: Transcript
    began: str | None
    report: Replacements
    file: str


def read_talk(path: Path, intake: Intake) -> Talk:
    """What the file holds, with every name and number still in it. ContentError where it is no conversation."""
    listed = intake.speakers.speakers if intake.speakers else ()
    names = (intake.counselor, *(name for one in listed for name in (one.name, *one.also)))
    return read_file(path, Sought(names, intake.chat))


def speakers_draft(talk: Talk, intake: Intake) -> str:
    """A speakers file to begin with. ContentError where the file says by itself who is who."""
    if talk.played is not None:
        raise ContentError("it was made by this program and has codes already; it needs no speakers file")
    return draft(talk.bubbles, intake.counselor)


def take_in(talk: Talk, intake: Intake, scenario: Scenario | None, words: str) -> TakenIn:
    """The talk with codes and placeholders; aliases of the scenario stay. `words` are everyday words, one a line.

    ContentError where it is not known who somebody is.
    """
    kept = aliases(scenario)
    found = parts(talk.bubbles, Cast(intake.counselor, intake.speakers, kept)) if talk.played is None else {}
    names = _name_list(found.values(), intake, words)
    cleaner = _Cleaner(names)
    if talk.played is not None:
        transcript = _cleaned(talk.played, cleaner)
    else:
        rows = (
            bubble._replace(text=cleaner.clean(bubble.text, bubble.marked), sender=found[bubble.sender].code)
            for bubble in with_roles(talk.bubbles, found)
        )
        transcript = to_transcript(rows)
    file = replace_personal_data(talk.file, _name_list(found.values(), intake, "")).text
    return TakenIn(transcript, talk.began, cleaner.report(talk.form), file)


def aliases(scenario: Scenario | None) -> frozenset[str]:
    """The senders a scenario knows: the client's alias, other speakers' aliases, and the platform."""
    if scenario is None:
        return frozenset()
    speakers = (speaker.alias for speaker in scenario.speakers)
    return frozenset((scenario.client.alias, scenario.channel.platform, *speakers))


def _name_list(found: Iterable[NamedSpeaker], intake: Intake, words: str) -> NameList:
    listed = {one.code: one for one in found}
    if intake.speakers:
        listed |= {one.code: one for one in intake.speakers.speakers}
    also = {name: one.code for one in listed.values() for name in one.also}
    codes = dict.fromkeys(intake.names, NAME) | {one.name: one.code for one in listed.values()} | also
    sure = {part.casefold() for name in also for part in name.split()}
    return NameList(codes, frozenset(words.split()) - sure if codes else ())


class _Cleaner:
    """Goes through the messages in their order and counts."""

    def __init__(self, names: NameList) -> None:
        self._names = names
        self._messages = 0
        self._where: dict[str, list[int]] = {}

    def clean(self, text: str, marked: Iterable[str] = ()) -> str:
        """The text with placeholders; `marked` are kinds that are placeholders already."""
        self._messages += 1
        replaced = replace_personal_data(text, self._names)
        for kind in (*marked, *(kind for kind, count in replaced.counts.items() for _ in range(count))):
            self._where.setdefault(kind, []).append(self._messages)
        return replaced.text

    def report(self, form: str) -> Replacements:
        """What was replaced so far."""
        kinds = (
            ReplacedKind(kind=kind, count=len(where), messages=tuple(dict.fromkeys(where)))
            for kind, where in sorted(self._where.items())
        )
        careful = len(self._names.ambiguous)
        return Replacements(form=form, messages=self._messages, kinds=tuple(kinds), careful=careful)


def _cleaned(transcript: Transcript, cleaner: _Cleaner) -> Transcript:
    def message(one: Message) -> Message:
        return one.model_copy(update={"text": cleaner.clean(one.text)})

    opening = tuple(map(message, transcript.opening))
    turns = []
    for turn in transcript.turns:
        text = cleaner.clean(turn.text)
        turns.append(turn.model_copy(update={"text": text, "client": tuple(map(message, turn.client))}))
    return transcript.model_copy(update={"opening": opening, "turns": tuple(turns)})
