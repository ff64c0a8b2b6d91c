"""assess export: a case as a file, or cases as tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from assess import workflow
from assess.cli.command.file_keys import lock_of
from assess.cli.command.output import plain, remark, say, working, wrapped
from assess.cli.command.settings import Settings, WordsType
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext, ngettext
from assess.workflow.case import case_transfer
from assess.workflow.program import erasure_notices
from assess.workflow.questionnaire import table_export

if TYPE_CHECKING:
    from assess.core.case.assessment import Assessment
    from assess.workflow.case.case_transfer import ExportedCase
    from assess.workflow.desk.desk import Desk
    from assess.workflow.desk.file_lock import Lock
    from assess.workflow.program.erasure_notices import ErasureNotice


@click.command("export")
@click.argument("wanted", metavar="[CASE]", type=WordsType(), required=False)
@click.option("--all", "everything", is_flag=True, help="Every case.")
@click.option(
    "-o",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE.json|.xlsx|.csv|FOLDER",
)
@click.option(
    "--rows",
    type=click.Choice(get_args(table_export.Rows)),
    default="cases",
    show_default=True,
    help="What a row of a table contains; a workbook and JSON can contain both.",
)
@click.option(
    "--bom",
    is_flag=True,
    help="Write the first bytes that old versions of Excel need in a CSV file.",
)
@click.option("--encrypt", is_flag=True, help="Encrypt a case file with a passphrase (age).")
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="KEY",
    help="Encrypt a case file for the holder of a key: age1... or ssh-...; you can repeat it.",
)
@click.option("--without-files", is_flag=True, help="Leave out the copies of evidence files.")
@click.option("--without-private-notes", is_flag=True, help="Withhold the texts of private notes.")
@click.option("--force", is_flag=True, help="Overwrite existing files.")
@click.pass_obj
def export(  # noqa: PLR0913  one for each option
    settings: Settings,
    wanted: str | None,
    target: Path,
    rows: table_export.Rows,
    recipients: tuple[str, ...],
    *,
    everything: bool,
    bom: bool,
    encrypt: bool,
    without_files: bool,
    without_private_notes: bool,
    force: bool,
) -> None:
    """Write a case with its history to a case file, or cases to a table.

    CASE to FILE.json is a case file. It is read again and compared before the command reports
    success. With --all, FILE.json has every case as one row, and FOLDER gets a case file for each.
    FILE.xlsx and FILE.csv have one row for each case, or for each answer; the workbook explains its
    columns. An encrypted file ends in .age as well, and every program for age opens it. Of a case
    that was erased here, FILE.json is a notice of its erasure, for others who have a copy of it.
    """
    if everything == (wanted is not None):
        raise click.UsageError(gettext("Give one CASE, or --all."))
    ending = target.suffix.lower()
    is_folder = everything and (target.is_dir() or not ending)
    is_case_file = is_folder or (not everything and ending in (".json", ".age"))
    if not is_case_file and ending not in table_export.ENDINGS:
        raise AssessError(gettext("{path} does not end in .json, .xlsx or .csv.", path=target))
    if (encrypt or recipients) and not is_case_file:
        raise AssessError(gettext("Only case files can be encrypted here, not tables."))
    if ending == ".age" and not (encrypt or recipients):
        raise AssessError(
            gettext(
                "{path} has the name of an encrypted file; add --encrypt or --recipient.",
                path=target,
            )
        )
    lock = lock_of(recipients, encrypt=encrypt)
    if is_case_file and not is_folder and lock is not None and ending != ".age":
        target = target.with_name(f"{target.name}.age")
    if not is_folder:
        refuse_existing(target, force=force)
    with settings.open_desk() as desk:
        if is_folder:
            _export_folder(
                desk,
                target,
                lock,
                with_files=not without_files,
                with_private_notes=not without_private_notes,
                force=force,
            )
            return
        if is_case_file and (notice := erasure_notices.notice_of(desk, str(wanted))):
            _write_notice(notice, target, lock)
            return
        chosen = (
            table_export.every_case(desk) if everything else (workflow.find(desk, str(wanted)),)
        )
        if is_case_file:
            (assessment,) = chosen
            _export_case(
                desk,
                assessment,
                target,
                lock,
                with_files=not without_files,
                with_private_notes=not without_private_notes,
            )
            return
        with working(gettext("Writing the table")):
            done = table_export.export_tables(desk, chosen, target, rows=rows, byte_order_mark=bom)
    counts = [ngettext("{count} case", "{count} cases", done.cases)]
    if done.answers:
        counts.append(ngettext("{count} row of answers", "{count} rows of answers", done.answers))
    say(f"{target}: {', '.join(counts)}")
    for text in done.remarks:
        remark(f"{text}.")


def _export_case(
    desk: Desk,
    assessment: Assessment,
    target: Path,
    lock: Lock | None,
    *,
    with_files: bool,
    with_private_notes: bool,
) -> None:
    done = case_transfer.export_case(
        desk,
        assessment,
        target,
        lock=lock,
        with_files=with_files,
        with_private_notes=with_private_notes,
    )
    counts = [
        _counted(what, count) for what, count in done.counts.items() if count or what == "answers"
    ]
    say(f"{target}: {plain(assessment.case.organisation.name)}, {', '.join(counts)}")
    say("  SHA-256 " + done.sha256)
    _remark(done)


def _write_notice(notice: ErasureNotice, target: Path, lock: Lock | None) -> None:
    if lock is not None:
        raise AssessError(gettext("An erasure notice holds nothing of a case; do not encrypt it."))
    erasure_notices.write_notice(notice, target)
    say(
        wrapped(
            gettext(
                "{path}: a notice that the case {case} was erased; whoever imports it is told so, "
                "and no copy of the case can be imported after it",
                path=target,
                case=notice.case,
            )
        )
    )


def _counted(what: str, count: int) -> str:
    """Say how many there are of what an export counts."""
    match what:
        case "answers":
            return ngettext("{count} answer", "{count} answers", count)
        case "proposals":
            return ngettext("{count} proposal", "{count} proposals", count)
        case "drafts":
            return ngettext("{count} draft", "{count} drafts", count)
        case "decisions":
            return ngettext("{count} decision", "{count} decisions", count)
        case "spells of work":
            return ngettext("{count} period of work", "{count} periods of work", count)
        case "copies of files":
            return ngettext("{count} copy of a file", "{count} copies of files", count)
        case "editions of the report":
            return ngettext(
                "{count} edition of the report", "{count} editions of the report", count
            )
        case _:
            raise ValueError(what)


def _export_folder(
    desk: Desk,
    folder: Path,
    lock: Lock | None,
    *,
    with_files: bool,
    with_private_notes: bool,
    force: bool,
) -> None:
    with working(gettext("Writing the case files")):
        done = case_transfer.export_folder(
            desk,
            folder,
            lock=lock,
            with_files=with_files,
            with_private_notes=with_private_notes,
            force=force,
        )
        notices = erasure_notices.write_notices(desk, folder)
    say(
        ngettext(
            "{folder}: {count} case file; it was read again and compared",
            "{folder}: {count} case files; each was read again and compared",
            len(done),
            folder=folder,
        )
    )
    if notices:
        say(
            ngettext(
                "{folder}: {count} notice of the erasure of a case",
                "{folder}: {count} notices of the erasure of cases",
                len(notices),
                folder=folder,
            )
        )
    for exported in done:
        _remark(exported)


def _remark(done: ExportedCase) -> None:
    for text in done.remarks:
        remark(f"{done.path}: {text}.")
