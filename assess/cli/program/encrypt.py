"""assess encrypt: the database under a passphrase."""

from __future__ import annotations

import click

from assess.cli.command.output import say, working, wrapped
from assess.cli.command.settings import Settings
from assess.languages import gettext


@click.command("encrypt")
@click.pass_obj
def encrypt(settings: Settings) -> None:
    """Encrypt the database, or begin an encrypted one where there is none yet.

    The passphrase is asked for; for scripts it comes from --passphrase-file or ASSESS_PASSPHRASE.
    Every row is compared before the encrypted database takes the place of the other one, which
    stays beside it until you remove it. Without the passphrase nobody can ever read it again.
    """
    safe = settings.safe_to_encrypt()
    with working(gettext("Encrypting")):
        kept = safe.encrypt()
    say(gettext("{path}: encrypted", path=safe.database))
    if kept is not None:
        say(gettext("The one that is not encrypted is kept as {path}.", path=kept))
        say(
            wrapped(
                gettext(
                    "Remove it, and the older backups, once you have seen that the new one opens."
                )
            )
        )
    say(wrapped(gettext("Keep the passphrase safe: without it nobody can read the database.")))
