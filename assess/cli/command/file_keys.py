"""What opens and closes files that travel: passphrases and keys of age."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess.cli.command.output import remark
from assess.errors import AssessError, Refused
from assess.languages import gettext

if TYPE_CHECKING:
    from assess.workflow.desk.file_lock import Keys, Lock

VARIABLE = "ASSESS_FILE_PASSPHRASE"
"""The passphrase of files that travel, for scripts; that of the database is another one."""


def lock_of(recipients: tuple[str, ...], *, encrypt: bool) -> Lock | None:
    """Give the lock for a file: for the holders of keys, or a passphrase typed twice; or none."""
    if not encrypt and not recipients:
        return None
    from assess.workflow.desk.file_lock import lock_for, lock_with

    if recipients:
        return lock_for(recipients)
    passphrase = os.environ.get(VARIABLE)
    if passphrase is None:
        passphrase = _typed(gettext("Passphrase for the file"))
        if _typed(gettext("Repeat the passphrase")) != passphrase:
            raise AssessError(gettext("The two passphrases differ; nothing was written."))
    if not passphrase.strip():
        raise AssessError(gettext("The passphrase is empty; nothing was written."))
    return lock_with(passphrase)


def keys_of(identities: tuple[Path, ...]) -> Keys:
    """Give what opens files that come in: key files, and a passphrase that is asked for."""
    from assess.workflow.desk.file_lock import Keys, key_in

    return Keys(_passphrase_of, tuple(key_in(path) for path in identities), may_repeat=_may_repeat)


def _passphrase_of(path: Path) -> str:
    given = os.environ.get(VARIABLE) or _typed(gettext("Passphrase of {path}", path=path))
    if not given:
        raise AssessError(gettext("The passphrase is empty; nothing was imported."))
    return given


def _may_repeat(error: Refused) -> bool:
    """Ask again for what was typed and is wrong; what a script gave stays wrong."""
    if VARIABLE in os.environ:
        return False
    remark(f"{error} {gettext('Type it again, or press Enter to cancel.')}")
    return True


def _typed(what: str) -> str:
    if not sys.stdin.isatty():
        raise AssessError(
            gettext(
                "{asked}: there is no terminal to ask for it. In scripts, set {variable}.",
                asked=what,
                variable=VARIABLE,
            )
        )
    typed: str = click.prompt(what, hide_input=True, err=True, default="", show_default=False)
    return typed
