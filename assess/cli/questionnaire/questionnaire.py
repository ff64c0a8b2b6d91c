"""assess questionnaire: the form to send ahead."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from assess import locations, workflow
from assess.cli.command.document import CASE_LANGUAGE
from assess.cli.command.output import plain, remark, say, working
from assess.cli.command.settings import Settings, WordsType
from assess.core.questionnaire.questionnaire import Questionnaire
from assess.errors import AssessError
from assess.files import refuse_existing
from assess.languages import day_text, gettext, ngettext
from assess.workflow.case.language.document_language import document_language, made_in
from assess.workflow.questionnaire import form_sending

_WRITERS = {
    ".xlsx": form_sending.write_workbook,
    ".pdf": form_sending.print_form,
    ".html": form_sending.write_page,
}


@click.command("questionnaire")
@click.argument("wanted", metavar="[CASE]", type=WordsType(), required=False)
@click.option(
    "-o", "target", type=click.Path(path_type=Path), required=True, metavar="FILE.xlsx|.pdf|.html"
)
@click.option(
    "--prefill",
    type=click.Choice(get_args(form_sending.Prefill)),
    default="known",
    show_default=True,
    help=(
        "What is filled in: known takes the answers of the case and, for questions without "
        "one, the last round."
    ),
)
@CASE_LANGUAGE
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.pass_obj
def questionnaire(
    settings: Settings,
    wanted: str | None,
    target: Path,
    prefill: form_sending.Prefill,
    language: str | None,
    *,
    force: bool,
) -> None:
    """Write the questionnaire that a manager fills in before the interview.

    It is a workbook, a PDF to print or to fill in on the screen, or a page for any browser that
    works without a network. Without CASE it is empty.
    `assess import` reads the returned questionnaire.
    """
    write = _WRITERS.get(target.suffix.lower())
    if write is None:
        raise AssessError(gettext("{path} does not end in .xlsx, .pdf or .html.", path=target))
    refuse_existing(target, force=force)
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted) if wanted else None
        form = form_sending.form_for(desk, assessment, prefill)
        templates = locations.templates_folder()

        def make() -> form_sending.Sent:
            said = form_sending.form_for(desk, assessment, prefill)
            return write(desk, said, templates, target)

        with working(gettext("Writing the questionnaire")):
            case = assessment.case if assessment else None
            sent = made_in(document_language(case, language), make, remark)
    say(f"{target}: {_written(form, sent)}")
    for key in sent.left_out:
        remark(gettext("{key} is too long for a cell; it was left empty.", key=key))


def _written(form: Questionnaire, sent: form_sending.Sent) -> str:
    """Say what was written, and where what is filled in comes from."""
    if form.recipient is None:
        return ngettext(
            "questionnaire, {count} line, empty",
            "questionnaire, {count} lines, empty",
            sent.lines,
        )
    whom = plain(form.recipient.organisation)
    if not sent.given or form.origin is None:
        return ngettext(
            "questionnaire for {organisation}, {count} line, empty",
            "questionnaire for {organisation}, {count} lines, empty",
            sent.lines,
            organisation=whom,
        )
    if form.origin.last_round is None:
        return ngettext(
            "questionnaire for {organisation}, {count} line, {given} filled in from the case",
            "questionnaire for {organisation}, {count} lines, {given} filled in from the case",
            sent.lines,
            organisation=whom,
            given=sent.given,
        )
    day = day_text(form.origin.last_round)
    if form.origin.is_case:
        return ngettext(
            "questionnaire for {organisation}, {count} line, {given} filled in from the "
            "case and the last round, {day}",
            "questionnaire for {organisation}, {count} lines, {given} filled in from the "
            "case and the last round, {day}",
            sent.lines,
            organisation=whom,
            given=sent.given,
            day=day,
        )
    return ngettext(
        "questionnaire for {organisation}, {count} line, {given} filled in from the last "
        "round, {day}",
        "questionnaire for {organisation}, {count} lines, {given} filled in from the last "
        "round, {day}",
        sent.lines,
        organisation=whom,
        given=sent.given,
        day=day,
    )
