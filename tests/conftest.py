"""What many tests share: the shipped codebook made ready once, and a codebook of few acts that stays as it is."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.coder.client_reader import ClientReader
from simulator.coder.coder import Coder
from simulator.library import Library
from simulator.model.codebook import ActDefinition, Codebook, CueDefinition
from simulator.readers import Readers, make_readers
from simulator.store.protocol import Store
from simulator.store.sqlite_store import open_in_memory

# Nobody's own configuration decides a test: there is no such folder.
os.environ["XDG_CONFIG_HOME"] = str(Path(__file__).parent / "no-configuration")

sys.path[:0] = [str(Path(__file__).parent / part) for part in (".", "engine", "importing", "../benchmarks")]

PHRASES = {
    "greeting": ["< (hi|hello|hey)"],
    "self_introduction": ["my name is", "i am .. peer counselor"],
    "address_request": ["(what|how) .. call you"],
    "permission": ["(may|can) i (ask|tell)"],
    "service_offer": ["i can help", "i can advise"],
    "confidentiality": ["stays (between us|private)"],
    "role_boundary": ["i am not (a doctor|police)"],
    "farewell": ["(bye|goodbye)"],
}
CUES = {"insult": ["(idiot|go to hell)"], "direct_question": []}


def pytest_configure() -> None:
    from made_once import share

    share()


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_in_memory()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def library() -> Library:
    return Library()


@pytest.fixture(scope="session")
def codebook(library: Library) -> Codebook:
    return library.codebook("en")


@pytest.fixture(scope="session")
def coder(library: Library) -> Coder:
    return library.readers("en").coder


@pytest.fixture(scope="session")
def client_reader(library: Library) -> ClientReader:
    return library.readers("en").client_reader


@pytest.fixture(scope="session")
def small_codebook(codebook: Codebook) -> Codebook:
    """The shipped language with eight acts of these tests' own, which no tuning of the codebook changes."""
    acts = tuple(
        ActDefinition(format=1, act=act, title=act, what=act, source="test", group="contact", phrases=tuple(phrases))
        for act, phrases in PHRASES.items()
    )
    cues = tuple(
        CueDefinition(format=1, cue=cue, title=cue, what=cue, source="test", phrases=tuple(phrases))
        for cue, phrases in CUES.items()
    )
    return Codebook(language=codebook.language, acts=acts, cues=cues, feelings=codebook.feelings, words=codebook.words)


@pytest.fixture(scope="session")
def small_readers(small_codebook: Codebook) -> Readers:
    return make_readers(small_codebook)
