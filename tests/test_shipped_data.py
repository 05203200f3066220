"""Everything that ships proves itself: it lints clean, its examples hold, its walks hold and reach all of it."""

from pathlib import Path

import pytest

from simulator.authoring.lint import lint
from simulator.authoring.walk import Walker
from simulator.coder.coder import Coder
from simulator.coder.found import Context
from simulator.library import Library, Readers
from simulator.loader.codebook_reader import read_codebook
from simulator.loader.codebook_sources import codebook_sources
from simulator.loader.packs import packs, shipped, walks_beside, yaml_files
from simulator.loader.walk_file import load_walks
from simulator.model.codebook import ActDefinition, Codebook, CueDefinition
from simulator.session import make_script

RUBRICS = shipped() / "rubrics"
ACTS = [path.stem for path in yaml_files(RUBRICS / "codebook" / "en")]
CUES = [path.stem for path in yaml_files(RUBRICS / "cues" / "en")]
SCENARIOS = sorted(packs().scenarios())

LEAST_HITS, LEAST_MISSES = 40, 25
