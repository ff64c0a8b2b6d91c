"""assess encrypt: the database under a passphrase."""

from __future__ import annotations

import click

from assess.cli.command.output import say, working, wrapped
from assess.cli.command.settings import Settings
from assess.languages import gettext


@click.command("encrypt")
@click.pass_obj
def encrypt(settings: Settings) -> None:
    """Encrypt the database, or begin an encrypted one if there is none yet.

    The program asks for the passphrase; scripts use --passphrase-file or ASSESS_PASSPHRASE.
    Every row is compared before the encrypted database replaces the other one, which is kept
    beside it until you remove it. Without the passphrase nobody can ever read the database.
    """
    safe = settings.safe_to_encrypt()
    with working(gettext("Encrypting")):
        kept = safe.encrypt()
    say(gettext("{path}: encrypted", path=safe.database))
    if kept is not None:
        say(gettext("The unencrypted database is kept as {path}.", path=kept))
        say(
            wrapped(
                gettext(
                    "Remove it and the older backups when you have seen that the new "
                    "database opens."
                )
            )
        )
    say(wrapped(gettext("Keep the passphrase safe: without it nobody can read the database.")))
