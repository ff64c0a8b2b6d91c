"""assess register verify: whether public pages are as they were signed, and the newest seen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess import locations
from assess.cli.command.output import remark, say, say_json, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.errors import AssessError
from assess.languages import gettext, ngettext

if TYPE_CHECKING:
    from assess.workflow.register.verifying import VerifiedSite


@click.command("verify", short_help="Verify public pages against their signature.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--fingerprint",
    type=WordsType(said=True),
    help="The fingerprint that the publisher gave you: 64 digits, or 16 of them at least.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def verify(settings: Settings, folder: Path, fingerprint: str | None, *, as_json: bool) -> None:
    """Verify that every file of public pages is as it was signed.

    The program remembers the key and the number of the pages, so that it finds an older copy or
    another key the next time. The exit code is 1 if something is wrong with the pages.
    """
    from assess.workflow.register.verifying import verify_published

    today = settings.today or datetime.now().astimezone().date()
    found = verify_published(folder, locations.seen_registers(), today, fingerprint=fingerprint)
    if as_json:
        say_json(_document(found))
    if found.faults:
        head = ngettext(
            "{folder} has {count} fault:",
            "{folder} has {count} faults:",
            len(found.faults),
            folder=folder,
        )
        raise AssessError("\n".join([head, *(f"  {fault}" for fault in found.faults)]))
    if not as_json:
        _say(found, folder)


def _document(found: VerifiedSite) -> dict[str, object]:
    recognised = found.recognised
    return {
        "ok": not found.faults,
        "fingerprint": found.fingerprint,
        "digits_compared": found.compared,
        "labels": found.labels,
        "on": found.on,
        "number": found.number,
        "until": found.until,
        "first_look": recognised.is_first,
        "rotated_on": str(recognised.rotated.on) if recognised.rotated else None,
        "replaced_key": recognised.replaced,
        "faults": list(found.faults),
    }


def _say(found: VerifiedSite, folder: Path) -> None:
    say(
        ngettext(
            "{folder}: {count} label as of {day}; every file is as it was signed.",
            "{folder}: {count} labels as of {day}; every file is as it was signed.",
            found.labels,
            folder=folder,
            day=found.on,
        )
    )
    for text in _told(found):
        say(wrapped(text, 2))
    if found.recognised.replaced:
        remark(
            gettext(
                "THE KEY CHANGED: it was {old} before, which did not sign the new one. The new one "
                "is the one that you stated, and is remembered now.",
                old=found.recognised.replaced,
            )
        )
    if step := found.recognised.rotated:
        remark(
            gettext(
                "The key changed on {day}; the key that was seen here before vouches for the new "
                "one.",
                day=str(step.on),
            )
        )
    if found.recognised.is_first:
        remark(
            gettext(
                "This register is seen here for the first time: whether these are its newest "
                "pages, or an older copy, cannot be told. From now on it can."
            )
        )


def _told(found: VerifiedSite) -> list[str]:
    told = [
        gettext(
            "Number {number}, to be relied on until {until}",
            number=str(found.number),
            until=found.until,
        ),
        gettext("The key is {fingerprint}", fingerprint=found.fingerprint),
    ]
    if not found.compared:
        told.append(gettext("Compare it with the fingerprint that the publisher gave you."))
    elif found.compared < len(found.fingerprint):
        told.append(
            gettext(
                "{count} of its {all} digits were compared with those that you stated.",
                count=found.compared,
                all=len(found.fingerprint),
            )
        )
    return told
