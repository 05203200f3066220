"""`propose`: what supervisors saw otherwise, as a patch with examples for the codebook and for rubrics."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.commands.completing import session_ids
from simulator.commands.database_option import database_option, opened_store
from simulator.commands.output import output_option, write_out
from simulator.render.counting import counted

if TYPE_CHECKING:
    from simulator.desk.proposals import ActExample, Proposed
    from simulator.library import Library
    from simulator.store.protocol import Store


@click.command("propose")
@click.argument("sessions", nargs=-1, metavar="[SESSION]...", shell_complete=session_ids)
@output_option
@database_option
def command(sessions: tuple[str, ...], file: Path | None, database: str | None) -> None:
    """What supervisors saw otherwise than the program does today, as a patch for whoever looks after its content.

    \b
    rehearse propose -o proposed.patch
    rehearse propose | git apply         in a checkout; then `rehearse lint rubrics` says what is to be learned

    An act the program missed becomes a hit of its codebook file, one that is not there a miss; a level set otherwise
    becomes a talk with levels. Without SESSION all sessions with notes count. Personal data was replaced when the
    words were stored, but read the patch before you hand it on: first names stay.
    """
    from simulator.desk.patches import TALKS, patch, talk_file
    from simulator.library import Library

    library = Library()
    with opened_store(database) as store:
        found = _proposals(store, sessions or store.with_notes(), library)
    acts = [one for proposed in found for one in proposed.acts]
    talks = [proposed.talk for proposed in found if proposed.talk]
    changes = _codebook_files(acts, library)
    changes |= {f"{TALKS}/session-{talk.session}.yaml": ("", talk_file(talk)) for talk in talks}
    write_out(patch(changes), file)
    for proposed in found:
        for criterion in proposed.bound:
            click.echo(f"rehearse: {criterion} hangs on its scenario; write a walk with scores for it", err=True)
    _tell(len(acts), len(talks))


def _proposals(store: "Store", sessions: tuple[str, ...], library: "Library") -> "list[Proposed]":
    from simulator.desk.archive import Archive
    from simulator.desk.proposals import proposed
    from simulator.talk_coding import talk_readers

    archive = Archive(store)
    found = []
    for session in sessions:
        talk = archive.talk(session)
        readers = library.readers(talk.frozen.codebook.language.language)
        bare = talk_readers(readers.coder, readers.client_reader)
        debrief = talk.debrief()
        # A rubric of somebody's own is not among those that ship: the session keeps it.
        named = debrief.header.rubric
        rubric = library.rubric(named) if named in library.packs.rubrics() else talk.frozen.rubric
        found.append(proposed(debrief, rubric, bare))
    return found


def _codebook_files(examples: "list[ActExample]", library: "Library") -> dict[str, tuple[str, str]]:
    """The files of today's codebooks before and after; an act that has no file is passed over."""
    from simulator.desk.patches import with_examples

    changes: dict[str, tuple[str, str]] = {}
    for language, folder in library.packs.codebooks().items():
        for act in sorted({one.act for one in examples}):
            path = folder / "codebook" / language / f"{act}.yaml"
            if path.is_file():
                before = path.read_text(encoding="utf-8")
                after = with_examples(before, [one for one in examples if one.act == act])
                changes[f"rubrics/codebook/{language}/{act}.yaml"] = (before, after)
    return changes


def _tell(acts: int, talks: int) -> None:
    if not (acts or talks):
        click.echo("nothing to propose: the program sees what supervisors see, or nobody has said otherwise", err=True)
        return
    told = f"{counted(acts, 'example')} for the codebook, {counted(talks, 'talk')} with levels"
    click.echo(told, err=True)
