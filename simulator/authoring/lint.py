"""What is wrong with files of scenarios, walks, rubrics, talks and codebooks."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from simulator.authoring.alarms import unnamed_dangers
from simulator.authoring.crossings import crossings
from simulator.authoring.file_kinds import kind_of
from simulator.authoring.gaps import gaps
from simulator.authoring.golden_talks import build_golden_talk
from simulator.authoring.proof import bad_phrases, fields_in, phrase_problem, unproven
from simulator.authoring.surroundings import Surroundings
from simulator.authoring.telephone_numbers import telephone_numbers
from simulator.coder.phrases import PhraseError
from simulator.loader.bots_file import build_bots
from simulator.loader.checks.names import names_in, unknown_names
from simulator.loader.definition_file import build_definition
from simulator.loader.document import Document, in_order
from simulator.loader.form_file import build_form
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.packs import Packs, files_in, scenario_beside
from simulator.loader.rubric_file import build_rubric
from simulator.loader.scenario_file import build_scenario, language_of
from simulator.loader.walk_file import build_walks
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.codebook import ActDefinition, Codebook, CueDefinition, Feelings, Fields
from simulator.model.defaults import DEFAULT_LANGUAGE
from simulator.model.language import Language
from simulator.model.rubric import Rubric
from simulator.model.source import Problem


def lint(paths: Sequence[Path], packs: Packs) -> tuple[Problem, ...]:
    """All problems of these files and folders, or of all that the packs hold, by file; causes first."""
    around = Surroundings(packs)
    found = (problem for path in files_in(paths or packs.content()) for problem in lint_file(path, around))
    # A codebook that cannot be loaded is told with each of its files, but once is enough.
    return in_order(dict.fromkeys(found))


def lint_file(path: Path, around: Surroundings) -> tuple[Problem, ...]:
    """All problems of one file."""
    document = read_yaml(path, str(path))
    if document.data is None and document.problems:
        return document.problems
    match kind_of(document.data):
        case "scenario":
            return tuple(_scenario(path, document, around))
        case "walks":
            return _walks(path, document, around)
        case "rubric":
            return tuple(_rubric(path, document, around))
        case "act" | "cue":
            return tuple(_definition(path, document, around))
        case "language":
            return build(document, Language).problems
        case "bots":
            return build_bots(document, around.known(path, language_of(document))).problems
        case "form":
            return build_form(document, around.known(path, language_of(document))).problems
        case "talk":
            return build_golden_talk(document, path, around.known(path, DEFAULT_LANGUAGE)).problems
        case "feelings":
            return build(document, Feelings).problems
        case "fields":
            return build(document, Fields).problems
    return document.problems or (_unknown_kind(document),)


def _unknown_kind(document: Document) -> Problem:
    what, remedy = "it is no file of ours", "see the first lines of a shipped file of the kind you mean"
    if document.data is None:
        what, remedy = "the file is empty", "write what it is to hold, or take it out of the folder"
    return document.problem((), "unknown-kind", what, remedy)


def _scenario(path: Path, document: Document, around: Surroundings) -> Iterator[Problem]:
    language = language_of(document)
    built = build_scenario(document, around.known(path, language))
    yield from built.problems
    if built.value is None:
        return
    yield from gaps(built.value, document)
    yield from telephone_numbers(document)
    if readers := around.readers_of(path, language):
        yield from unnamed_dangers(built.value, document, readers.client_reader)
        yield from crossings(built.value, document, readers.coder)


def _walks(path: Path, document: Document, around: Surroundings) -> tuple[Problem, ...]:
    # The scenario's own problems are told with its own file; here only its names are wanted.
    beside = scenario_beside(path)
    scenario = read_yaml(beside, str(beside))
    known = around.known(path, language_of(scenario)).beside(path)
    return build_walks(document, build_scenario(scenario, known).value, known).problems


def _rubric(path: Path, document: Document, around: Surroundings) -> Iterator[Problem]:
    language = language_of(document)
    yield from build_rubric(document, around.known(path, language)).problems
    # What is taken over from other rubrics is checked with their own files.
    own, codebook = build(document, Rubric).value, around.codebook(path, language).value
    if own and codebook:
        yield from unknown_names(document, names_in(own), _names(codebook))


def _definition(path: Path, document: Document, around: Surroundings) -> Iterator[Problem]:
    known = around.known(path, around.language(path))
    noun: type[ActDefinition | CueDefinition] = ActDefinition if "act" in document.data else CueDefinition
    yield from build_definition(document, noun, known).problems
    # A name that is wrong somewhere does not keep the rest of the file from being proven.
    one = build_definition(document, noun, Known()).value
    codebook = around.codebook(path, around.language(path))
    if one is None or codebook.value is None:
        yield from codebook.problems
        return
    yield from unknown_names(document, (*names_in(one), *fields_in(one)), _names(codebook.value))
    yield from bad_phrases(one, document, around.lexis(path))
    try:
        yield from unproven(one, document, around.readers(path, one))
    except PhraseError as error:
        yield phrase_problem(document, (), error)


def _names(codebook: Codebook) -> dict[str, Iterable[str]]:
    """What only the codebook as a whole can tell."""
    return {"field": codebook.fields, "mark": codebook.marks}
