"""Bundles as commands read them: from a file, with the passphrase asked for where there is one."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simulator.errors import ContentError

if TYPE_CHECKING:
    from simulator.store.bundle_file import Bundle

VARIABLE = "REHEARSE_PASSPHRASE"


def read_bundle(path: Path) -> "Bundle":
    """The bundle in a file. ContentError where it is none, or its passphrase another one."""
    from simulator.store.bundle_file import is_locked, to_bundle, unlocked

    try:
        data = path.read_bytes()
    except OSError as wrong:
        raise ContentError(f"{path}: cannot be read ({wrong.strerror}); give the file of a bundle") from None
    try:
        return to_bundle(unlocked(data, passphrase(f"Passphrase of {path.name}")) if is_locked(data) else data)
    except ContentError as wrong:
        raise ContentError(f"{path}: {wrong}") from None


def passphrase(asked: str, twice: bool = False) -> str:
    """From REHEARSE_PASSPHRASE, or else typed unseen."""
    given = os.environ.get(VARIABLE)
    return given or str(click.prompt(asked, hide_input=True, confirmation_prompt=twice, err=True))
