"""Bot files: the bot trainees of a language, and what is wrong with their plans and lines."""

import re
from collections.abc import Iterator
from pathlib import Path

from simulator.loader.checks.ids import id_is_file_name, stands_twice
from simulator.loader.checks.names import names_in, unknown_names
from simulator.loader.document import Document, Loaded, Loc
from simulator.loader.known import Known
from simulator.loader.nouns import build
from simulator.loader.packs import Packs
from simulator.loader.suggestion import suggestion
from simulator.loader.yaml_nodes import read_yaml
from simulator.model.bots import SLOTS, Bot, BotFile
from simulator.model.source import Problem

SLOT = re.compile(r"\{([^{}]*)\}")


def bots_path(packs: Packs, language: str) -> Path | None:
    """Where the bots of a language lie; the first pack that has them wins."""
    paths = (folder / "rubrics" / "bots" / f"{language}.yaml" for folder in packs.folders)
    return next((path for path in paths if path.is_file()), None)


def load_bots(path: Path, shown: str, known: Known) -> Loaded[BotFile]:
    """The bots of a file; its language is the file's name."""
    return build_bots(read_yaml(path, shown), known)


def build_bots(document: Document, known: Known) -> Loaded[BotFile]:
    """The bots of a document that was read already."""
    return build(document, BotFile, lambda file: _check(file, document, known))


def _check(file: BotFile, document: Document, known: Known) -> Iterator[Problem]:
    yield from id_is_file_name(file.language, "language", document)
    yield from stands_twice(document, [(("bots", at, "id"), bot.id) for at, bot in enumerate(file.bots)])
    there = known.by_kind()
    if criteria := frozenset().union(*known.criteria.values()):
        there["criterion"] = criteria
    yield from unknown_names(document, names_in(file), there)
    ids = [bot.id for bot in file.bots]
    for at, bot in enumerate(file.bots):
        loc: Loc = ("bots", at)
        if bot.borrows is not None and bot.borrows not in ids:
            yield document.problem(
                (*loc, "borrows"), "not-one-of", f'no bot "{bot.borrows}"', suggestion(bot.borrows, ids)
            )
        yield from _plan(file, bot, document, loc)
        yield from _lines(bot, document, loc)


def _plan(file: BotFile, bot: Bot, document: Document, loc: Loc) -> Iterator[Problem]:
    """Purposes that a plan names and that have no lines, in this bot or in the one whose plan it borrows."""
    lender = next((other for other in file.bots if other.id == bot.borrows), bot)
    lines = {**lender.lines, **bot.lines}
    for number, step in enumerate(bot.plan):
        for key, purposes in (("say", step.say), ("after", step.after)):
            for purpose in purposes:
                if purpose not in lines:
                    what = f'there are no lines for "{purpose}"'
                    yield document.problem((*loc, "plan", number, key), "not-one-of", what, suggestion(purpose, lines))


def _lines(bot: Bot, document: Document, loc: Loc) -> Iterator[Problem]:
    """Slots that nothing fills, and a line that stands twice: no bot says the same thing twice in a talk."""
    seen: dict[str, Loc] = {}
    for purpose, lines in bot.lines.items():
        for number, line in enumerate(lines):
            here = (*loc, "lines", purpose, number)
            for slot in SLOT.findall(line):
                if slot not in SLOTS:
                    yield document.problem(here, "not-one-of", f'no slot "{slot}"', suggestion(slot, SLOTS))
            plain = line.casefold()
            if plain in seen and not SLOT.fullmatch(line):
                what = f'"{line}" stands on line {document.line(seen[plain])} too'
                yield document.problem(here, "same-words", what, "write it in other words")
            seen.setdefault(plain, here)
