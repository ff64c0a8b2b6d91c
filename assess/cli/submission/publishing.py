"""assess secretariat publish: the register and the table of peers, for everybody."""

from __future__ import annotations

from pathlib import Path

import click

from assess import locations
from assess.cli.command.output import plain, remark, say, working
from assess.cli.command.settings import Settings
from assess.cli.submission.safekeeping import FOLDER
from assess.languages import gettext, ngettext


@click.command("publish")
@click.option(
    "-o",
    "target",
    required=True,
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the public pages.",
)
@click.option("--force", is_flag=True, help="Replace public pages that are there.")
@FOLDER
@click.pass_obj
def publish(settings: Settings, target: Path, folder: Path | None, *, force: bool) -> None:
    """Publish the register and the table of peers from what was accepted and decided.

    The pages are written to a folder; laptops fetch the table when it changed.
    """
    from assess.secretariat.installation import Installation
    from assess.secretariat.publication import publish as make

    installation = Installation(folder or locations.secretariat_folder())
    with working(gettext("Publishing")):
        done = make(
            installation,
            lambda path: settings.open_unlocked(path, None),
            target,
            locations.templates_folder(),
            force=force,
        )
    cases = ngettext("{count} case", "{count} cases", done.cases)
    labels = ngettext("{count} label", "{count} labels", done.labels)
    say(
        gettext(
            "{path}: register {number} of {cases} with {labels}",
            path=target,
            number=done.register,
            cases=cases,
            labels=labels,
        )
    )
    if done.peers is not None:
        say(gettext("Snapshot {number} of the table of peers", number=done.peers))
    for each in done.remarks:
        remark(plain(each, lines=True))
