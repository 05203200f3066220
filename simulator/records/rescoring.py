"""A session read and judged again by today's content, beside what its own content makes of it."""

from typing import NamedTuple

from simulator.errors import ContentError, StoreError
from simulator.library import KINDS, Frozen, Library, Played
from simulator.model.comparison import Comparison, ContentKind, ContentPair, ScorePair
from simulator.model.debrief import Score
from simulator.model.noun import Noun
from simulator.model.scenario import Scenario, ScenarioMove
from simulator.model.transcript import Message, Transcript
from simulator.readers import make_readers
from simulator.records.stored_talk import PlayedTalk, StoredTalk, stored_talk
from simulator.scorer.rereading import Judged, differing_words
from simulator.scorer.scorer import score
from simulator.scorer.setting import Setting
from simulator.store.canonical_json import sha256_of
from simulator.store.lines import current_line
from simulator.store.protocol import Store
from simulator.talk_coding import TalkReaders, code_talk, talk_readers


class Instead(NamedTuple):
    """What to judge by in place of what the scenario's name and the scenario itself lead to: ids or paths."""

    scenario: str | None = None
    rubric: str | None = None


class Today(NamedTuple):
    """The content of today, its readers, and which of it is `kept`: the session's own, because there is none today."""

    frozen: Frozen
    readers: TalkReaders
    kept: frozenset[ContentKind]


def faithful_talk(store: Store, session: str) -> StoredTalk:
    """The session by its own content; nothing that is stored changes.

    Raises StoreError where it has no content, or where this program's client would not write what was saved.
    """
    talk = stored_talk(store, session)
    if not isinstance(talk, PlayedTalk):
        return talk
    seen = [message.text for message in talk.session.transcript().messages]
    line = current_line(store.events(session))
    saved = [row["text"] for event in line if event.kind == "reply" for row in event.body["messages"]]
    # What the client wrote before anything happened follows from scenario and seed, and is not saved.
    if seen[len(seen) - len(saved) :] != saved:
        raise StoreError(
            f"session {session}: this version's client would write something else than was saved; "
            f"use rehearse {talk.head.program}, with which it was begun; nothing was changed"
        )
    return talk


def todays(library: Library, own: Frozen, instead: Instead) -> Today:
    """What a session of this scenario would be judged by today. ContentError where a file is wrong or not there."""
    packs, kept = library.packs, set[ContentKind]()
    scenario, rubric = own.scenario, own.rubric
    if instead.scenario or (scenario and scenario.id in packs.scenarios()):
        scenario = _of_same_id(library, own.scenario, instead.scenario)
    elif scenario:
        kept.add("scenario")
    # An imported talk may have been given another rubric than its scenario's.
    named = scenario.rubric if scenario and isinstance(own, Played) else rubric.id
    if instead.rubric or named in packs.rubrics():
        rubric = library.rubric(instead.rubric or named)
    else:
        kept.add("rubric")
    language = scenario.language if scenario else rubric.language
    if language in packs.codebooks():
        readers = library.readers(language)
    else:
        readers = make_readers(own.codebook)
        kept.add("codebook")
    frozen = Frozen(scenario, rubric, readers.codebook)
    return Today(frozen, talk_readers(readers.coder, readers.client_reader, scenario), frozenset(kept))


def _of_same_id(library: Library, own: Scenario | None, named: str | None) -> Scenario:
    if own is None:
        raise ContentError("the session plays no scenario; leave out --scenario, or import the talk again with it")
    scenario = library.scenario(named or own.id)
    if scenario.id != own.id:
        raise ContentError(f"the session plays {own.id}, not {scenario.id}; name a file of that scenario")
    return scenario


def rescored(talk: StoredTalk, today: Today) -> Comparison:
    """Every criterion by the session's own content and by today's; the words are the same, and so is the ending."""
    own, new, head = talk.frozen, today.frozen, talk.head
    debrief = talk.debrief()
    again = score(_read_again(debrief.transcript, own, today), new.rubric, Setting.of(new.scenario, debrief.header))
    then = Judged(debrief, own.rubric, _moves(own.scenario))
    now = Judged(again, new.rubric, _moves(new.scenario))
    judged_then = {one.id: one for one in debrief.criteria}
    judged_now = {one.id: one for one in again.criteria}
    return Comparison(
        session=head.id,
        scenario=head.scenario,
        title=new.scenario.title if new.scenario else "",
        date=head.started_at,
        program=head.program,
        stopped=debrief.transcript.stopped,
        content=tuple(_content_pair(kind, talk, today) for kind in KINDS if kind in head.hashes),
        criteria=tuple(_pair(one, judged_now[one.id], then, now) for one in debrief.criteria if one.id in judged_now),
        only_then=tuple(one for one in debrief.criteria if one.id not in judged_now),
        only_now=tuple(one for one in again.criteria if one.id not in judged_then),
    )


def _pair(before: Score, after: Score, then: Judged, now: Judged) -> ScorePair:
    words = differing_words(before.id, then, now) if before.level != after.level else ()
    return ScorePair(then=before, now=after, words=words)


def _moves(scenario: Scenario | None) -> tuple[ScenarioMove, ...]:
    return scenario.moves if scenario else ()


def _read_again(transcript: Transcript, own: Frozen, today: Today) -> Transcript:
    """The words read by today's content; where that is as it was, so is every reading."""
    if (own.scenario, own.codebook) == (today.frozen.scenario, today.frozen.codebook):
        return transcript
    turns = (
        turn.model_copy(update={"client": tuple(_bare(message, today.readers) for message in turn.client)})
        for turn in transcript.turns
    )
    opening = tuple(_bare(message, today.readers) for message in transcript.opening)
    return code_talk(transcript.model_copy(update={"opening": opening, "turns": tuple(turns)}), today.readers)


def _bare(message: Message, readers: TalkReaders) -> Message:
    """Without the author's cues, where today's scenario says what these words show."""
    return message.model_copy(update={"cues": ()}) if message.text in readers.authored else message


def _content_pair(kind: ContentKind, talk: StoredTalk, today: Today) -> ContentPair:
    own: Noun = getattr(talk.frozen, kind)
    new: Noun = getattr(today.frozen, kind)
    # Equal content has another JSON once a noun has a new field, so the nouns decide, not the hashes.
    same = own == new
    stored = talk.head.hashes[kind]
    id_then, id_now = _id(kind, talk.frozen), _id(kind, today.frozen)
    return ContentPair(
        kind=kind,
        state="kept" if kind in today.kept else "same" if same else "changed" if id_then == id_now else "other",
        id_then=id_then,
        id_now=id_now,
        sha256_then=stored,
        sha256_now=stored if same else sha256_of(new.model_dump_json(by_alias=True)),
    )


def _id(kind: ContentKind, content: Frozen) -> str:
    """A codebook goes by its language."""
    scenario = content.scenario.id if content.scenario else ""
    ids = {"scenario": scenario, "rubric": content.rubric.id, "codebook": content.codebook.language.language}
    return ids[kind]
