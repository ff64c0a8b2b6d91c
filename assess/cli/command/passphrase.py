"""The passphrase of an encrypted database: from a file, the environment or the keyboard."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.command.output import remark
from assess.errors import AssessError
from assess.files import opened, secret_in
from assess.languages import gettext

if TYPE_CHECKING:
    from assess.workflow.program.backups import Passphrase

VARIABLE = "ASSESS_PASSPHRASE"

_HEADER = b"SQLite format 3\x00"


def taken_from_environment() -> str | None:
    """Take the passphrase out of the environment, which other programs inherit."""
    return os.environ.pop(VARIABLE, None) or None


def passphrase_for(
    database: Path, file: Path | None, text: str | None, *, is_ours: bool
) -> Passphrase | None:
    """Give what opens a database; None for one that is not encrypted.

    One that was given, in a file or as a text, makes a new database an encrypted one; it belongs to
    the database in use (`is_ours`) and not, for instance, to the demonstration.
    """
    if file is None and text is None and not looks_encrypted(database):
        return None  # nothing slow is read for what nearly every database is
    given = _given(file, text)
    if looks_encrypted(database):
        return given or _typed_to_open(database)
    if given is None or not is_ours:
        return None
    if database.exists():
        raise AssessError(
            gettext(
                "{path} is not encrypted, but a passphrase was given. Leave out the "
                "passphrase, or encrypt it with `assess encrypt`.",
                path=database,
            )
        )
    return given


def looks_encrypted(database: Path) -> bool:
    """Tell whether a file looks encrypted; one that shows its header does not."""
    try:
        with opened(database) as file:
            if file.read(len(_HEADER)) in (b"", _HEADER):
                return False
    except AssessError:
        return False
    from assess.workflow.program.backups import is_encrypted

    return is_encrypted(database)


def passphrase_to_set(file: Path | None, text: str | None) -> Passphrase:
    """Give the passphrase of a database that is about to be encrypted; typed twice."""
    given = _given(file, text)
    if given is not None:
        return given
    typed = _typed(gettext("New passphrase"))
    if _typed(gettext("Repeat the passphrase")) != typed:
        raise AssessError(gettext("The two passphrases differ; nothing was changed."))
    return typed


def _given(file: Path | None, text: str | None) -> Passphrase | None:
    """Read a passphrase from a file; without one, take the text that was given."""
    from assess.workflow.program.backups import Passphrase

    if file is not None:
        try:
            lines = secret_in(file).splitlines()
        except (OSError, UnicodeDecodeError) as error:
            fault = getattr(error, "strerror", None) or gettext("it is not written in UTF-8")
            raise AssessError(
                gettext("The passphrase in {path} cannot be read: {fault}.", path=file, fault=fault)
            ) from error
        return Passphrase(lines[0] if lines else "")
    return Passphrase(text) if text else None


def _typed_to_open(database: Path) -> Passphrase:
    """Ask for what opens a database, again where it does not; nothing typed gives up."""
    from assess.workflow.program.backups import Safe

    while True:
        typed = _typed(gettext("Passphrase of {path}", path=database))
        try:
            Safe(database, typed).unlock()
        except AssessError as error:
            remark(f"{error} {gettext('Type it again, or press Enter to cancel.')}")
        else:
            return typed


def _typed(what: str) -> Passphrase:
    from assess.workflow.program.backups import Passphrase

    if not sys.stdin.isatty():
        raise AssessError(
            gettext(
                "{asked}: there is no terminal to ask for it. Give it with "
                "--passphrase-file or {variable}.",
                asked=what,
                variable=VARIABLE,
            )
        )
    typed: str = click.prompt(what, hide_input=True, err=True, default="", show_default=False)
    return Passphrase(typed)
