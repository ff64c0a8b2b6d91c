"""assess survey: forms for participants, and the counts of what they answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from assess import locations, workflow
from assess.cli.command.document import CASE_LANGUAGE
from assess.cli.command.output import plain, remark, say_json, working
from assess.cli.command.output import say as put_line
from assess.cli.command.settings import Settings, WordsType
from assess.core.case.assessment import Assessment
from assess.core.catalogue.survey import Survey, SurveyKind
from assess.core.questionnaire.message import SurveyMessage
from assess.core.questionnaire.survey.survey_count import SurveyCount
from assess.core.questionnaire.survey.survey_view import (
    LineShown,
    answered_text,
    beside_answers,
    quality_lines,
    shown_lines,
)
from assess.core.text.message import message
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import gettext, ngettext
from assess.languages.message import say
from assess.languages.speech import with_label
from assess.workflow.case.language.document_language import document_language, made_in
from assess.workflow.desk.desk import Desk
from assess.workflow.questionnaire import survey_counts, survey_taking, surveying

_WRITERS = {
    ".html": surveying.write_page,
    ".xlsx": surveying.write_workbook,
    ".pdf": surveying.print_form,
}


@click.command("survey")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.argument("verb", metavar="[take", type=click.Choice(["take"]), required=False)
@click.argument("files", metavar="FILES...]", type=click.Path(path_type=Path), nargs=-1)
@click.option("-o", "target", type=click.Path(path_type=Path), metavar="FILE.html|.xlsx|.pdf")
@click.option(
    "--form",
    "kind",
    type=click.Choice(get_args(SurveyKind)),
    default="survey",
    show_default=True,
    help="The survey of participants, or the evaluation of an event, matchmaking or a project.",
)
@click.option(
    "--about", type=WordsType(), default="", metavar="TEXT", help="Which event or project."
)
@click.option(
    "--invited",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many were asked; without it, the committed participants.",
)
@CASE_LANGUAGE
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def survey(  # noqa: PLR0913, PLR0917  an option each
    settings: Settings,
    wanted: str,
    verb: str | None,
    files: tuple[Path, ...],
    target: Path | None,
    kind: SurveyKind,
    about: str,
    invited: int | None,
    language: str | None,
    *,
    force: bool,
    as_json: bool,
) -> None:
    """Write a survey of participants, count the answers, or show the counts.

    -o writes the form: a page for any browser, a workbook or a PDF. `take` reads the files with the
    answers, or one table of a survey tool, and keeps the counts alone. Take all files again when
    more arrive.
    """
    if verb and not files:
        raise click.UsageError(gettext("Name the files with the answers behind take."))
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        if target is not None:
            _write(desk, assessment, kind, about, target, language, force=force)
        if verb:
            taken = survey_taking.take(desk, assessment, kind, files, about=about, invited=invited)
            for said in (*taken.left_out, *taken.remarks):
                remark(said)
        if target is None or verb:
            counts = survey_counts.counts_of(desk, assessment)
            _show(desk, assessment, counts, as_json=as_json)


def _write(
    desk: Desk,
    assessment: Assessment,
    kind: SurveyKind,
    about: str,
    target: Path,
    language: str | None,
    *,
    force: bool,
) -> None:
    writer = _WRITERS.get(target.suffix.lower())
    if writer is None:
        raise AssessError(gettext("{path} does not end in .html, .xlsx or .pdf.", path=target))
    refuse_existing(target, force=force)
    templates = locations.templates_folder()

    def make() -> int:
        made = surveying.survey_for(desk, assessment, kind, about)
        writer(desk, made, templates, target)
        return len(made.survey.questions)

    with working(gettext("Writing the form")):
        count = made_in(document_language(assessment.case, language), make, remark)
    put_line(ngettext("{path}: {count} question", "{path}: {count} questions", count, path=target))


Counts = tuple[tuple[Survey, SurveyCount], ...]


def _show(desk: Desk, assessment: Assessment, counts: Counts, *, as_json: bool) -> None:
    if as_json:
        say_json([_as_data(survey, count) for survey, count in counts])
        return
    if not counts:
        put_line(gettext("Nothing was counted yet."))
    for survey, count in counts:
        title = say(survey.title)
        named = (
            gettext("{survey}: {about}", survey=title, about=plain(count.about))
            if count.about
            else title
        )
        put_line(gettext("{survey}: {answered}", survey=named, answered=say(answered_text(count))))
        if not count.is_shown:
            put_line(f"  {say(message(SurveyMessage.TOO_FEW))}")
        for line in shown_lines(survey, count):
            _show_line(line)
        catalogue = desk.catalogue_of(assessment.case)
        for beside in beside_answers(survey, count, assessment, catalogue):
            put_line(f"  {with_label(say(beside.heading), say(beside.message(count)))}")
        for item, said in quality_lines(survey, count, catalogue):
            put_line(f"  {with_label(say(item), say(said))}")


def _show_line(line: LineShown) -> None:
    label = f"{say(line.label)} {say(line.part)}".strip()
    if not line.shares:
        put_line(f"  {with_label(label, say(message(SurveyMessage.TOO_FEW)))}")
        return
    shown = ", ".join(say(share.message()) for share in line.shares)
    put_line(f"  {label} [{line.n}]")
    put_line(f"      {shown}")


def _as_data(survey: Survey, count: SurveyCount) -> dict[str, Any]:
    """Give a count as its JSON document; nothing of lines that fewer than five answered."""
    return {
        "survey": survey.id,
        "about": count.about,
        "n": count.n,
        "invited": count.invited,
        "invited_stated": count.is_invited_stated,
        "left_out": count.left_out,
        "answered": dict(count.answered) if count.is_shown else {},
        "counts": {line: dict(counts) for line, counts in count.counts.items()},
        "medians": {
            line: median for line in survey.beside if (median := count.median(line)) is not None
        },
        "quality": {item: list(names) for item, names in survey.quality.items()},
    }
