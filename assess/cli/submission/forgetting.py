"""assess secretariat erase, retention: what is forgotten at the secretariat, and what is due."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from assess import locations
from assess.cli.command.output import say
from assess.cli.command.settings import Settings, WordsType
from assess.cli.submission.safekeeping import FOLDER
from assess.core.submission.course import CaseState
from assess.core.submission.course_account import state_message
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken


@click.command("erase")
@click.argument("case", type=WordsType())
@click.option("--ground", required=True, type=WordsType(said=True), help="A request with its day.")
@click.option("--by", required=True, type=WordsType(said=True), help="The person who erases.")
@click.option("--dry-run", is_flag=True, help="Only say what would be erased.")
@FOLDER
@click.pass_obj
def erase(
    settings: Settings, case: str, ground: str, by: str, folder: Path | None, *, dry_run: bool
) -> None:
    """Erase a case by its id: every document and text goes.

    The names of its revisions, who did what and when, and a label in the register stay. A laptop
    that sends it again is told that it was erased. Backups made before still hold it.
    """
    from assess.secretariat import forgetting
    from assess.secretariat.installation import Installation

    installation = Installation(folder or locations.secretariat_folder())
    if dry_run:
        found = forgetting.look(installation, case)
    else:
        found = forgetting.erase(
            installation,
            lambda path: settings.open_unlocked(path, None),
            case,
            ground=ground,
            by=by,
        )
    revisions = ngettext("{count} revision", "{count} revisions", found.revisions)
    messages = ngettext("{count} message", "{count} messages", found.messages)
    if dry_run:
        say(
            gettext(
                "Would be erased of the case {case}: {revisions}, {messages}",
                case=case,
                revisions=revisions,
                messages=messages,
            )
        )
    else:
        say(
            gettext(
                "Erased of the case {case}: {revisions}, {messages}",
                case=case,
                revisions=revisions,
                messages=messages,
            )
        )


@click.command("retention")
@FOLDER
@click.pass_obj
def retention(settings: Settings, folder: Path | None) -> None:
    """List the cases that were kept longer than their retention period; nothing is erased."""
    from assess.secretariat.forgetting import kept_too_long
    from assess.secretariat.installation import Installation
    from assess.secretariat.publication import COLLECTED

    installation = Installation(folder or locations.secretariat_folder())
    with settings.open_unlocked(installation.folder / COLLECTED, None) as desk:
        periods = {str(each.kind): each for each in desk.newest.label.retention}
    found = kept_too_long(installation, periods, datetime.now(UTC))
    say(ngettext("{count} case is due", "{count} cases are due", len(found)))
    for each in found:
        state = spoken(state_message(CaseState(each.state)))
        say(
            gettext("{case}: {state} since {day}", case=each.id, state=state, day=each.since.date())
        )
