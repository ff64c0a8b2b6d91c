"""assess case upgrade: a case of one edition, opened with another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from assess import workflow
from assess.cli.command.output import plain, say, say_json, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.core.case.history.upgrade import Affected
from assess.core.scoring.edition_upgrade import Upgrade
from assess.languages import gettext, ngettext, pgettext
from assess.languages.message import say as spoken
from assess.workflow.case import upgrading


@click.command("upgrade")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.option(
    "--from",
    "source",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help=(
        "The folder of the edition that the case was made with, if the program does not have "
        "that edition."
    ),
)
@click.option(
    "--take", is_flag=True, help="Begin the new case; without it, only show what would change."
)
@click.option(
    "--dry-run", "is_dry", is_flag=True, help="Only show what would change, as without --take."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def upgrade(
    settings: Settings,
    wanted: str,
    source: Path | None,
    *,
    take: bool,
    is_dry: bool,
    as_json: bool,
) -> None:
    """Open a case with the edition of the catalogue that is loaded, as a new case.

    Without --take this is a dry run. It lists the answers that are affected, the measures before
    and after, and the new questions. The old case always stays unchanged.
    """
    if take and is_dry:
        raise click.UsageError(gettext("Give either --take or --dry-run."))
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        old = upgrading.old_edition(desk, assessment, source)
        begun: str | None = None
        if take:
            opened = upgrading.open_with(desk, assessment, old)
            begun, found = opened.assessment.case.id, opened.upgrade
        else:
            found = upgrading.rehearse(desk, assessment, old)
    if as_json:
        shown: dict[str, Any] = found.model_dump(mode="json", exclude={"answers", "proposals"})
        shown["changed"] = [dict(measure) for measure in found.changed]
        shown["affected"] = [_row(answer) for answer in found.affected]
        say_json({**shown, "case": begun})
        return
    _say(found)
    say()
    if begun is None:
        say(gettext("A dry run; nothing was changed. --take begins the new case."))
    else:
        name = plain(assessment.case.organisation.name)
        say(
            gettext(
                "{case}: {organisation} with {edition}; {old_case} stays unchanged",
                case=begun,
                organisation=name,
                edition=found.after,
                old_case=assessment.case.id,
            )
        )


def _row(answer: Affected) -> dict[str, str]:
    return {
        "question": answer.question,
        "label": spoken(answer.label),
        "fate": answer.fate,
        "why": spoken(answer.why),
        "said": spoken(answer.said),
    }


def _say(found: Upgrade) -> None:
    say(gettext("From {old_edition} to {edition}", old_edition=found.before, edition=found.after))
    affected = [answer for answer in found.affected if answer.fate != "reworded"]
    reworded = [answer.question for answer in found.affected if answer.fate == "reworded"]
    _head(gettext("Answers affected"), len(affected))
    for answer in affected:
        fate = f"{_fate_text(answer)} ({spoken(answer.why)})"
        say(wrapped(f"{answer.question}: {fate}", 4, first="  "))
        say(wrapped(spoken(answer.said), 4))
    _head(
        gettext("Answers kept unchanged, because the question only has a new wording"),
        len(reworded),
    )
    if reworded:
        say(wrapped(plain(", ".join(reworded)), 2, first="  "))
    _head(gettext("New questions"), len(found.added))
    for name in found.added:
        say(f"  {plain(name)}")
    _head(gettext("Measures with a different value"), len(found.changed))
    for measure in found.changed:
        before = plain(measure.before or gettext("not there"))
        after = plain(measure.after or gettext("no longer there"))
        say(wrapped(f"{measure.key}: {before} → {after}", 4, first="  "))
    say(
        ngettext(
            "{count} measure has the same value", "{count} measures have the same value", found.same
        )
    )


def _fate_text(answer: Affected) -> str:
    match answer.fate:
        case "gone":
            return gettext("no longer asked; the old case keeps it")
        case "no_longer_right":
            return gettext("no longer a valid value; saved as a note")
        case "redefined":
            return gettext("now a proposed answer; accept it or answer again")
        case "contradicts":
            return gettext("no longer fits the other answers")
        case "reworded":
            return gettext("kept unchanged, because the question only has a new wording")


def _head(text: str, count: int) -> None:
    say(f"\n{text}: {count or pgettext('how many', 'none')}")
