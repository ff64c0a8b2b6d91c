"""assess secretariat backup, restore: the database of the secretariat in a file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess import locations
from assess.cli.command.output import say, working
from assess.languages import gettext, ngettext

if TYPE_CHECKING:
    from assess.secretariat.safekeeping.backup_file import BackupAccount

FOLDER = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="ASSESS_SECRETARIAT",
    show_envvar=True,
    help="The folder of the secretariat's keys; without it, `secretariat` in the data folder.",
)
ADMINISTRATOR = click.option(
    "--database",
    required=True,
    envvar="ASSESS_SECRETARIAT_ADMINISTRATOR",
    show_envvar=True,
    help="The address of the database for a login that may make roles: postgresql://…",
)


@click.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@FOLDER
def backup(target: Path, folder: Path | None, *, force: bool) -> None:
    """Write the whole database to a file while it is in use.

    The keys in the secretariat's folder are not in it; keep a copy of them elsewhere.
    """
    from assess.secretariat.installation import Installation
    from assess.secretariat.safekeeping.backing_up import back_up

    installation = Installation(folder or locations.secretariat_folder())
    with working(gettext("Writing the backup")):
        account = back_up(installation.backup_database, target, force=force)
    say(gettext("{path}: written", path=target))
    _say_account(account)


@click.command("restore")
@click.argument("source", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--rehearse",
    is_flag=True,
    help="Restore it into a database that is made for this and dropped again.",
)
@ADMINISTRATOR
@FOLDER
def restore(source: Path, database: str, folder: Path | None, *, rehearse: bool) -> None:
    """Restore a backup into an empty database, and verify its trail, revisions and counts."""
    from assess.secretariat.installation import install
    from assess.secretariat.safekeeping import restoring

    with working(gettext("Restoring the backup")):
        act = restoring.rehearse if rehearse else restoring.restore
        account = act(database, source)
    if rehearse:
        say(gettext("{path} can be restored; nothing else was changed.", path=source))
    else:
        install(database, folder or locations.secretariat_folder())
        say(gettext("{path} is restored.", path=source))
    _say_account(account)


def _say_account(account: BackupAccount) -> None:
    rows = {table.name: table.rows for table in account.tables}
    cases = ngettext("{count} case", "{count} cases", rows.get("case", 0))
    revisions = ngettext("{count} revision", "{count} revisions", rows.get("revision", 0))
    steps = ngettext(
        "{count} entry of the trail", "{count} entries of the trail", rows.get("audit", 0)
    )
    say(
        gettext(
            "As of {moment} (UTC): {cases}, {revisions}, {steps}",
            moment=f"{account.made_at:%Y-%m-%d %H:%M}",
            cases=cases,
            revisions=revisions,
            steps=steps,
        )
    )
