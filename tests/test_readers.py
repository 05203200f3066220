"""Readers that an earlier run could make wait until they are needed; all others are made at once, to tell mistakes."""

import io
import threading
import time
from contextlib import redirect_stderr
from pathlib import Path

import pytest

import simulator.loader.cache as cache_module
from simulator.chat.clock import Clock
from simulator.chat.controller import Controller
from simulator.chat.help_lines import HelpLines
from simulator.chat.making_ready import making_ready
from simulator.chat.talk import Talk
from simulator.errors import ContentError
from simulator.library import Library, Played
from simulator.model.codebook import Codebook
from simulator.readers import Readers, kept_readers
from simulator.records.recording import Beginning, begin
from simulator.script import Script
from simulator.session import Session
from simulator.store.protocol import Store

SHA256 = "0" * 64
LONGEST_SECONDS = 20


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache_module, "folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def broken(codebook: Codebook) -> Codebook:
    act = codebook.acts[0]
    wrong = act.model_copy(update={"not_phrases": ("(no end",)})
    return codebook.model_copy(update={"acts": (wrong, *codebook.acts[1:])})


class Asked:
    """A codebook that notes how often it was asked for."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self.times = 0

    def __call__(self) -> Codebook:
        self.times += 1
        return self._codebook


def test_the_second_time_nothing_is_made_before_it_is_needed(small_codebook: Codebook) -> None:
    first = kept_readers(lambda: small_codebook, SHA256)
    asked = Asked(small_codebook)
    again = kept_readers(asked, SHA256)
    assert asked.times == 0
    assert again.coder.read("hello, i can help") == first.coder.read("hello, i can help")
    assert asked.times > 0


def test_another_codebook_is_not_taken_for_this_one(small_codebook: Codebook) -> None:
    kept_readers(lambda: small_codebook, SHA256)
    asked = Asked(small_codebook)
    kept_readers(asked, "1" * 64)
    assert asked.times > 0


def test_what_was_kept_and_is_damaged_is_worked_out_again(small_codebook: Codebook, folder: Path) -> None:
    kept_readers(lambda: small_codebook, SHA256)
    again = kept_readers(lambda: small_codebook, SHA256)
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes()[:200])
    assert again.coder.read("hello").act_ids == {"greeting"}
    assert again.client_reader.read("idiot").cues


def test_a_malformed_phrase_is_told_at_once_and_nothing_is_kept(small_codebook: Codebook, folder: Path) -> None:
    with pytest.raises(ContentError, match=r"the codebook en: .*a bracket is left open.*`rehearse lint`"):
        kept_readers(lambda: broken(small_codebook), SHA256)
    assert not folder.exists()


def refused() -> Codebook:
    raise ContentError("nobody may read")


def test_a_session_begins_and_shows_its_opening_without_readers(library: Library) -> None:
    session = Session(Script(library.scenario("ira-hiv-test"), Readers(refused)), 1)
    assert session.unread_opening
    with pytest.raises(ContentError, match="nobody may read"):
        session.hear("hello", "dm", 1.0)
    with pytest.raises(ContentError, match="nobody may read"):
        session.transcript()


def test_while_the_trainee_reads_the_briefing_they_are_made(library: Library, store: Store, small_codebook) -> None:
    asked = Asked(small_codebook)
    content = Played(library.scenario("ira-hiv-test"), library.rubric("peer-counseling"), small_codebook)
    recording = begin(store, content, Readers(asked), Beginning("s1", None, "2026-01-02T03:04:05Z", 1, "live"))
    controller = Controller(Talk(recording, Clock()), HelpLines())
    assert controller.begin()
    assert asked.times == 0, "the first prompt comes before them"
    until = time.monotonic() + LONGEST_SECONDS
    while asked.times == 0 and time.monotonic() < until:
        time.sleep(0.01)
    assert asked.times > 0


def test_what_fails_aside_is_told_to_whoever_needs_it(library: Library, store: Store) -> None:
    content = Played(library.scenario("ira-hiv-test"), library.rubric("peer-counseling"), library.codebook("en"))
    recording = begin(store, content, Readers(refused), Beginning("s1", None, "2026-01-02T03:04:05Z", 1, "live"))
    said = io.StringIO()
    with redirect_stderr(said):
        making_ready(recording).join(LONGEST_SECONDS)
    assert said.getvalue() == ""
    with pytest.raises(ContentError, match="nobody may read"):
        recording.say("hello", "dm", 1.0)


def test_whoever_needs_readers_that_are_being_made_waits_for_them(library: Library, small_codebook: Codebook) -> None:
    asked = Asked(small_codebook)

    def slowly() -> Codebook:
        time.sleep(0.05)
        return asked()

    script = Script(library.scenario("ira-hiv-test"), Readers(slowly))
    session = Session(script, 1)
    thread = threading.Thread(target=script.make_ready)
    thread.start()
    assert session.hear("hello", "dm", 1.0).reading.act_ids == {"greeting"}
    thread.join(LONGEST_SECONDS)
    times = asked.times
    assert script.make_ready()
    assert asked.times == times, "they are made once"
