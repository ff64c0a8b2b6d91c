"""assess answer: one answer, with the same checks as on the screen."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from assess import workflow
from assess.cli.case.consequences import conflict_in_words, remark_doubts
from assess.cli.catalogue.vocabulary import question_name
from assess.cli.command.output import plain, remark, say
from assess.cli.command.settings import DayType, Settings, WordsType
from assess.core.case.answer_text import answer_lines
from assess.core.case.assessment import Assessment
from assess.core.case.reading.answer import read
from assess.core.catalogue.answer_status import CHOSEN_BY_EXPERT, Status
from assess.errors import AssessError
from assess.languages import gettext, ngettext
from assess.languages.message import say as spoken
from assess.workflow.case import evidence
from assess.workflow.case.answering import Recorded
from assess.workflow.case.evidence_file import demand_file
from assess.workflow.desk.desk import Desk

_GIVE_REASON = "assess answer {case} {question} --reason TEXT"


@click.command("answer")
@click.argument("wanted", metavar="CASE", type=WordsType())
@click.argument("question", type=WordsType())
@click.argument("typed", metavar="[VALUE]", required=False, type=WordsType())
@click.option(
    "--status",
    type=click.Choice([status.value for status in CHOSEN_BY_EXPERT]),
    help="The reason for no answer, or for setting a value aside (implausible).",
)
@click.option(
    "--reason", type=WordsType(), help="The reason for a status, or for an unusual value."
)
@click.option("--note", type=WordsType(), help="A note on the answer; an empty text removes it.")
@click.option(
    "--for-report/--private",
    "for_report",
    default=None,
    help="Show the note in reports, forms and tables, or keep it private. A new note is private.",
)
@click.option("--by-date", type=DayType(), help="With the status follow_up: the day of the answer.")
@click.option(
    "--flag/--no-flag", default=None, help="Mark the question for later, or remove the mark."
)
@click.option(
    "--link", "links", multiple=True, type=WordsType(said=True), help="A page as evidence."
)
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A file as evidence, with its size and SHA-256; the file stays in its folder.",
)
@click.option("--copy", is_flag=True, help="Also keep copies of the files in the database.")
@click.option("--title", type=WordsType(), help="A title for the link or file.")
@click.pass_obj
def answer(  # a parameter for each option
    settings: Settings, /, wanted: str, question: str, typed: str | None, **options: Any
) -> None:
    """Answer a question of a case.

    Write VALUE as on the screen: 48, 1.2m, May 2009, yes, a choice or its number, a list
    (NOR,DNK), parts (sme=30 other=4), or JSON as in a case file. A single - reads it from standard
    input. After -- a VALUE may begin with a hyphen.
    """
    if typed == "-":
        typed = _read_stdin()
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        question = question_name(question, desk.catalogue_of(assessment.case))
        _demand_evidence(options)
        recorded = _given(desk, assessment, question, typed, options)
        is_left = recorded is None and options["reason"] is not None
        if is_left or ((recorded is None or recorded.is_saved) and _has_remarks(options)):
            kept = recorded.assessment if recorded else assessment
            reason = options["reason"] if recorded is None else None
            recorded = workflow.remark(
                desk,
                kept,
                question,
                note=options["note"],
                for_report=options["for_report"],
                flag=options["flag"],
                reason=reason,
            )
        if _has_evidence(options) and (recorded is None or recorded.is_saved):
            kept = recorded.assessment if recorded else assessment
            recorded = _with_evidence(desk, kept, question, options)
        if recorded is not None:
            _tell(desk, assessment, recorded, question)


def _read_stdin() -> str:
    content = sys.stdin.buffer.read()
    try:
        return content.decode("utf-8-sig").removesuffix("\n")
    except UnicodeDecodeError:
        raise AssessError(gettext("The standard input is not written in UTF-8.")) from None


def _has_remarks(options: dict[str, Any]) -> bool:
    return any(options[name] is not None for name in ("note", "for_report", "flag"))


def _has_evidence(options: dict[str, Any]) -> bool:
    return bool(options["links"] or options["files"])


def _demand_evidence(options: dict[str, Any]) -> None:
    """Refuse evidence that cannot be taken before the answer is saved."""
    if options["copy"] and not options["files"]:
        raise click.UsageError(gettext("--copy needs --file PATH."))
    if options["title"] is not None and not _has_evidence(options):
        raise click.UsageError(gettext("--title needs --link URL or --file PATH."))
    for link in options["links"]:
        evidence.demand_address(link)
    for path in options["files"]:
        demand_file(path, copy=options["copy"])


def _with_evidence(
    desk: Desk, assessment: Assessment, question: str, options: dict[str, Any]
) -> Recorded:
    recorded = Recorded(assessment, (), is_saved=True)
    title = options["title"]
    for link in options["links"]:
        recorded = evidence.add_link(desk, recorded.assessment, question, link, title)
    for path in options["files"]:
        recorded = evidence.add_file(
            desk, recorded.assessment, question, path, title=title, copy=options["copy"]
        )
    return recorded


def _given(
    desk: Desk, assessment: Assessment, question: str, typed: str | None, options: dict[str, Any]
) -> Recorded | None:
    """Record a value or a status, if there is one."""
    status = Status(options["status"]) if options["status"] else None
    by_date: date | None = options["by_date"]
    if by_date and status is not Status.FOLLOW_UP:
        raise click.UsageError(gettext("--by-date needs --status follow_up."))
    if status is Status.FOLLOW_UP and by_date is None:
        raise click.UsageError(gettext("Give the day of the answer: --by-date YYYY-MM-DD."))
    if typed is not None and status not in (None, Status.IMPLAUSIBLE):
        raise click.UsageError(
            gettext("Give either a VALUE or --status {status}, not both.", status=options["status"])
        )
    if typed is None and status is None:
        if not (_has_remarks(options) or _has_evidence(options) or options["reason"] is not None):
            raise click.UsageError(
                gettext(
                    "Give a VALUE, a --status, a --reason, a --note, a --flag, a --link or "
                    "a --file."
                )
            )
        return None
    value = None
    if typed is not None:
        catalogue = desk.catalogue_of(assessment.case)
        reading = read(catalogue.questions[question], typed, assessment, catalogue)
        if reading.fault:
            raise AssessError(
                gettext(
                    "{question}: {fault}. Nothing was saved.",
                    question=question,
                    fault=spoken(reading.fault),
                )
            )
        if reading.remark:
            remark(f"{question}: {spoken(reading.remark)}.")
        value = reading.value
    elif status is Status.IMPLAUSIBLE:
        value = assessment.answer(question).value
    return workflow.answer(
        desk,
        assessment,
        question,
        value,
        status=status or Status.ANSWERED,
        reason=options["reason"],
        follow_up_by=by_date,
    )


def _tell(desk: Desk, before: Assessment, recorded: Recorded, question: str) -> None:
    catalogue = desk.catalogue_of(before.case)
    if recorded.conflict is not None:
        raise AssessError(
            gettext(
                "{question}: {fault}. Nothing was saved. Give the answer again to replace "
                "the other one.",
                question=question,
                fault=conflict_in_words(recorded, catalogue),
            )
        )
    hard = [spoken(finding.text) for finding in recorded.findings if finding.kind == "hard"]
    if not recorded.is_saved:
        raise AssessError(
            gettext(
                "{question}: {fault}. Nothing was saved.", question=question, fault="; ".join(hard)
            )
        )
    given = recorded.assessment.answer(question)
    number = catalogue.indicator_of(question).number
    lines = answer_lines(catalogue.questions[question], given.value, catalogue)
    status = spoken(catalogue.edition.statuses[given.status.value])
    if len(lines) > 1:
        said = "".join(
            f"\n  {plain(spoken(line.label))}: {_brief(spoken(line.text))}" for line in lines
        )
        say(f"{number} {question}:{said}")
    else:
        aside = f"  ({status})" if lines and given.status is not Status.ANSWERED else ""
        said = " ".join(_brief(spoken(line.text)) for line in lines) or status
        say(f"{number} {question}: {said}{aside}")
    for finding in recorded.findings:
        if finding.kind == "soft":
            remark(gettext("Please check: {fault}.", fault=spoken(finding.text)))
            command = _GIVE_REASON.format(case=recorded.assessment.case.id, question=question)
            remark(gettext("If it is correct, give the reason: {command}", command=command))
        else:
            remark(gettext("Still open: {fault}.", fault=spoken(finding.text)))
    remark_doubts(question, before, recorded.assessment, catalogue)


def _brief(text: str) -> str:
    line = plain(text)
    if len(line) <= 200:
        return line
    return ngettext(
        "{text}… ({count} character)", "{text}… ({count} characters)", len(text), text=line[:190]
    )
