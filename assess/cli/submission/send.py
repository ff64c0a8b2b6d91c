"""assess send: a case to the secretariat, now or when it can be reached."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assess import locations, workflow
from assess.cli.command.output import plain, remark, say, say_json, working, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.errors import Unreachable
from assess.files import refuse_existing
from assess.languages import gettext, ngettext

if TYPE_CHECKING:
    from assess.core.submission.kept import Submission
    from assess.workflow.desk.desk import Desk


@click.command("send")
@click.argument("wanted", metavar="[CASE]", type=WordsType(), required=False)
@click.option(
    "-o",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.age",
    help="Write a file for the secretariat instead, which only it can open.",
)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def send(
    settings: Settings, wanted: str | None, target: Path | None, *, force: bool, as_json: bool
) -> None:
    """Send a case as it is now to the secretariat; without CASE, everything that waits.

    Without a network the case waits, and goes with the next sending. Copies of evidence files, what
    is being typed and private notes stay here.
    """
    from assess.workflow.submission.sending import deliver, queue
    from assess.workflow.submission.sent import submissions

    if target is not None:
        _write(settings, wanted, target, force=force)
        return
    with settings.open_desk() as desk:
        if wanted is not None:
            queue(desk, workflow.find(desk, wanted))
        with working(gettext("Sending")):
            try:
                done = deliver(desk, locations.device_key(demo=settings.demo))
            except Unreachable as error:
                remark(str(error))
                done = ()
        everything = submissions(desk).values()
        waiting = [each for each in everything if each.state.value == "waiting"]
        if as_json:
            say_json([_document(each) for each in everything])
        else:
            for submission in done:
                say(wrapped(_said(desk, submission)))
            if not done and not waiting:
                say(gettext("Nothing waits to be sent."))
        if waiting and not as_json:
            say(_waits(len(waiting)))
    if any(each.state in ("forked", "behind", "refused") for each in done):
        raise click.exceptions.Exit(1)


def _write(settings: Settings, wanted: str | None, target: Path, *, force: bool) -> None:
    from assess.workflow.submission.carrying import write_sealed

    if wanted is None:
        raise click.UsageError(gettext("Give the CASE that the file is about."))
    refuse_existing(target, force=force)
    with settings.open_desk() as desk:
        key = locations.device_key(demo=settings.demo)
        count = write_sealed(desk, workflow.find(desk, wanted), target, key)
    say(
        ngettext(
            "{path}: {count} case for the secretariat, which only it can open",
            "{path}: {count} cases for the secretariat, which only it can open",
            count,
            path=target,
        )
    )


def _waits(count: int) -> str:
    return ngettext(
        "{count} case waits; `assess send` sends it when the secretariat can be reached.",
        "{count} cases wait; `assess send` sends them when the secretariat can be reached.",
        count,
    )


def _document(submission: Submission) -> dict[str, object]:
    return {
        "case": submission.case,
        "revision": submission.revision,
        "state": submission.state.value,
        "secretariat": submission.told,
        "receipt": submission.receipt.model_dump() if submission.receipt else None,
    }


def _said(desk: Desk, submission: Submission) -> str:
    name = plain(workflow.find(desk, submission.case).case.organisation.name)
    match submission.state.value:
        case "received":
            return gettext("{name}: the secretariat has received it.", name=name)
        case "forked":
            return gettext(
                "{name}: the secretariat has another copy, on which somebody worked as well. Both "
                "are kept there. `assess inbox --fetch {case}` proposes the answers of the other "
                "copy here; then send the case again.",
                name=name,
                case=submission.case,
            )
        case "behind":
            return gettext(
                "{name}: the secretariat has a newer copy, which has everything that is here. "
                "`assess inbox --fetch {case}` imports it.",
                name=name,
                case=submission.case,
            )
        case _:
            return gettext("{name}: {reason}", name=name, reason=submission.told or "")
