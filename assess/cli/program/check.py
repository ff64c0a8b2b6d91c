"""assess check: what works, what is missing, and what installs it."""

from __future__ import annotations

import click

from assess import locations
from assess.cli.command.output import say, say_json, working, wrapped
from assess.cli.command.settings import Settings
from assess.languages import gettext, ngettext
from assess.workflow.program.checkup import Checked, checkup

_NAME = 30
"""Columns for the name of a part."""


@click.command("check")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def check(settings: Settings, *, as_json: bool) -> None:
    """Show what works, what is missing, and which command installs it.

    The exit code is 1 if something is missing that the program needs.
    """
    if settings.named_db is not None:
        settings.demand_there(settings.database)
    with working(gettext("Checking")):
        found = checkup(settings.database, settings.indicators_folder, locations.templates_folder())
    failed = [part for part in found if part.essential and not part.works]
    if as_json:
        say_json({"ok": not failed, "parts": [part.model_dump() for part in found]})
    else:
        for part in found:
            _say_part(part)
        say()
        say(
            ngettext(
                "{count} of these must be repaired.",
                "{count} of these must be repaired.",
                len(failed),
            )
            if failed
            else gettext("Everything that is needed works.")
        )
    if failed:
        raise click.exceptions.Exit(1)


def _say_part(part: Checked) -> None:
    word = gettext("missing") if part.remedy else gettext("fault")
    if not part.essential and not part.remedy:
        word = gettext("warning")
    if part.works:
        word = gettext("ok")
    say(wrapped(part.text, _NAME + 9, first=f"{word:<9}{part.name:<{_NAME}}"))
    for text in part.faults:
        say(wrapped(text, 13, first=" " * 11))
    if part.remedy:
        say(wrapped(part.remedy, 13, first=" " * 9 + "→ "))
