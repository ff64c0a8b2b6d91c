"""assess report: the report of a case as PDF, web page or Word document; drafts and editions."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from assess import locations, workflow
from assess.cli.command.document import prepare
from assess.cli.command.output import plain, remark, say, telling
from assess.cli.command.settings import LanguageType, Settings, WordsType
from assess.cli.report.report_text import remark_lacking, say_editions, written_text
from assess.core.case.assessment import Assessment, State
from assess.core.report.record.theme import Theme
from assess.errors import AssessError
from assess.languages import gettext, ngettext, spoken_language
from assess.languages.language import available
from assess.workflow import Desk
from assess.workflow.case.language.document_language import document_language, made_in
from assess.workflow.report import batch, reporting
from assess.workflow.report.issuing import Consent, still_open

FORMATS = ("pdf", "html", "docx")


@dataclass(frozen=True)
class Wish:
    """What is to be written, as the options say it."""

    targets: tuple[Path, ...]
    summary: bool
    issue: bool
    unreviewed: str | None
    edition: int | None
    editions: bool
    as_json: bool
    every: bool
    kind: str
    theme: Path | None
    language: str | None
    force: bool

    def look(self) -> Theme | None:
        """Read the theme, if there is one."""
        path = locations.theme_file(self.theme)
        return workflow.read_theme(path, locations.templates_folder()) if path else None


@click.command("report")
@click.argument("wanted", metavar="[CASE]", type=WordsType(), required=False)
@click.option(
    "-o",
    "targets",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE.pdf,.html,.docx",
    help="The file; its ending decides the format. Several -o write several files.",
)
@click.option("--summary", is_flag=True, help="Only the summary for the board, as PDF.")
@click.option("--issue", is_flag=True, help="Issue the next edition, which then never changes.")
@click.option(
    "--unreviewed",
    type=WordsType(said=True),
    metavar="REASON",
    help="With --issue: why it is issued before all is reviewed; printed in the imprint.",
)
@click.option("--edition", type=click.IntRange(1), help="Write an issued edition again.")
@click.option("--editions", is_flag=True, help="List the editions that were issued.")
@click.option("--json", "as_json", is_flag=True, help="With --editions: print one JSON document.")
@click.option("--all", "every", is_flag=True, help="Every finished case; -o gives a folder.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(FORMATS),
    default="pdf",
    help="With --all: the format of the reports.",
)
@click.option(
    "--theme",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help=(
        "Your own logo, colours and imprint; without it, ASSESS_THEME, or theme.toml in the "
        "data folder."
    ),
)
@click.option(
    "--language",
    type=LanguageType(),
    help=(
        f"The language of the report: {', '.join(available())}; without it, that in which the "
        "case is asked."
    ),
)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.pass_context
def report(context: click.Context, /, wanted: str | None, **options: Any) -> None:
    """Write the report of a case: a draft, or with --issue the next edition.

    An edition keeps all its content and its language. When you write it again you get the same
    file, even after changes to the case. A later edition names the edition that it supersedes.
    """
    settings: Settings = context.obj
    wish = Wish(**options)
    _demand_one(context, wish, wanted)
    with settings.open_desk() as desk:
        if wish.every:
            _write_every(desk, wish)
            return
        assessment = workflow.find(desk, wanted or "")
        if wish.editions:
            say_editions(workflow.editions(desk, assessment), as_json=wish.as_json)
        else:
            _write_one(desk, assessment, wish)


def _demand_one(context: click.Context, wish: Wish, wanted: str | None) -> None:
    """Demand one thing to do, said without contradiction."""
    if wish.every == (wanted is not None):
        raise click.UsageError(gettext("Give a CASE, or --all."), context)
    ways = {"--issue": wish.issue, "--edition": wish.edition, "--editions": wish.editions}
    chosen = [name for name, value in (ways | {"--all": wish.every}).items() if value]
    if len(chosen) > 1:
        listed = spoken_language().joined(chosen, "and")
        raise click.UsageError(gettext("{options} cannot be combined.", options=listed), context)
    if wish.language and (wish.edition or wish.editions):
        raise click.UsageError(
            gettext("An edition keeps the language in which it was issued; leave out --language."),
            context,
        )
    if wish.unreviewed and not wish.issue:
        raise click.UsageError(gettext("--unreviewed needs --issue."), context)
    if not wish.targets and not wish.editions:
        raise click.UsageError(gettext("Give the file with -o."), context)
    if wish.every and len(wish.targets) > 1:
        raise click.UsageError(gettext("--all writes to one folder."), context)


def _write_one(desk: Desk, assessment: Assessment, wish: Wish) -> None:
    for target in wish.targets:
        prepare(target, FORMATS, force=wish.force)
        if wish.summary and target.suffix.lower() != ".pdf":
            raise AssessError(
                gettext("{path} is not a PDF; the summary is printed only as PDF.", path=target)
            )
    templates = locations.templates_folder()
    language = document_language(assessment.case, wish.language)
    consent = _consent(desk, assessment, wish)
    name = plain(assessment.case.organisation.name)
    with telling(gettext("Printing the report")) as tell:
        number = wish.edition
        if wish.issue:
            pending = made_in(
                language,
                lambda: reporting.begin_edition(desk, assessment, wish.look(), consent),
                remark,
            )
            printed = pending.print(templates, tell=tell, lacking=remark_lacking)
            note = reporting.record_edition(desk, *printed)
            number = note.number
            remark(
                ngettext(
                    "Edition {number} is issued: {count} page, SHA-256 {sha256}",
                    "Edition {number} is issued: {count} pages, SHA-256 {sha256}",
                    note.pages,
                    number=note.number,
                    sha256=note.sha256,
                )
            )
        for target in wish.targets:
            if number is not None:
                workflow.write_edition(
                    desk, assessment, number, templates, target, summary=wish.summary
                )
            else:
                draft = made_in(
                    language, lambda: reporting.draft_report(desk, assessment, wish.look()), remark
                )
                reporting.write_report(
                    draft,
                    templates,
                    target,
                    summary=wish.summary,
                    tell=tell,
                    lacking=remark_lacking,
                )
            say(f"{target}: {written_text(number, name, summary=wish.summary)}")


def _consent(desk: Desk, assessment: Assessment, wish: Wish) -> Consent:
    """Ask about what is still open, where somebody can be asked; the default is no."""
    may_ask = wish.issue and not wish.unreviewed and sys.stdin.isatty()
    if not may_ask or assessment.case.state is not State.FINISHED:
        return Consent(reason=wish.unreviewed or "")
    sentences = still_open(desk, assessment).sentences
    for sentence in sentences:
        remark(sentence)
    question = gettext("Accept all as they are, and issue the edition?")
    if sentences and not click.confirm(question, err=True):
        raise AssessError(gettext("Nothing was issued."))
    return Consent(is_given=bool(sentences))


def _write_every(desk: Desk, wish: Wish) -> None:
    (folder,) = wish.targets
    if folder.exists() and not folder.is_dir():
        raise AssessError(gettext("{folder} is a file; --all writes to a folder.", folder=folder))
    found = batch.finished_cases(desk)
    if not found:
        raise AssessError(gettext("No case is finished, so there is no report to write."))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AssessError(
            gettext(
                "{folder} cannot be made: {strerror}.", folder=folder, strerror=str(error.strerror)
            )
        ) from error
    with click.progressbar(length=len(found), label=gettext("Reports"), file=sys.stderr) as bar:
        written = batch.write_reports(
            desk,
            found,
            locations.templates_folder(),
            folder,
            ending=f".{wish.kind}",
            summary=wish.summary,
            theme=wish.look(),
            force=wish.force,
            language=wish.language,
            tell=lambda _: bar.update(1),
        )
    for outcome in written:
        if outcome.missing:
            remark_lacking(outcome.missing, plain(outcome.organisation))
    faults = [outcome for outcome in written if outcome.fault]
    for outcome in faults:
        remark(f"{plain(outcome.organisation)} ({outcome.case}): {outcome.fault}")
    say(
        ngettext(
            "{folder}: {count} of {all} reports written",
            "{folder}: {count} of {all} reports written",
            len(written) - len(faults),
            folder=folder,
            all=len(written),
        )
    )
    if faults:
        raise AssessError(
            ngettext(
                "{count} of {all} reports was not written.",
                "{count} of {all} reports were not written.",
                len(faults),
                all=len(written),
            )
        )
