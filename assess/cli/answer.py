"""assess answer: one answer, with the same checks as on the screen."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import click

from assess import workflow
from assess.cli.screen import plain, remark, say
from assess.cli.settings import Day, Settings, Words
from assess.core.answer import CHOSEN_BY_EXPERT, Status
from assess.core.answer_text import answer_lines
from assess.core.assessment import Assessment
from assess.core.reading import read
from assess.errors import AssessError, NotFound
from assess.workflow.answering import Recorded
from assess.workflow.desk import Desk


@click.command("answer")
@click.argument("wanted", metavar="CASE", type=Words())
@click.argument("question", type=Words())
@click.argument("typed", metavar="[VALUE]", required=False, type=Words())
@click.option(
    "--status",
    type=click.Choice([status.value for status in CHOSEN_BY_EXPERT]),
    help="Why there is no value, or why it is set aside (implausible).",
)
@click.option("--reason", type=Words(), help="Why a status is given or an unusual value is right.")
@click.option("--note", type=Words(), help="A note to the answer; an empty one goes.")
@click.option("--by-date", type=Day(), help="With the status follow_up: until when.")
@click.option("--flag/--no-flag", default=None, help="Mark it to come back to, or not any more.")
@click.pass_obj
def answer(  # a parameter for each option
    settings: Settings, /, wanted: str, question: str, typed: str | None, **options: Any
) -> None:
    """Answer a question of a case.

    VALUE is written as on the screen: 48, 1.2m, May 2009, yes, a choice or its number, a list
    (NOR,DNK), parts (sme=30 other=4), or JSON as in a case file. A single - reads it from standard
    input; after -- a VALUE may begin with a hyphen.
    """
    if typed == "-":
        typed = _read_stdin()
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        if question not in desk.catalogue.questions:
            raise NotFound(f"There is no question {question!r}; `assess codebook` lists them.")
        recorded = _given(desk, assessment, question, typed, options)
        if recorded is None or (recorded.is_saved and _has_remarks(options)):
            kept = recorded.assessment if recorded else assessment
            reason = options["reason"] if recorded is None else None
            recorded = workflow.remark(
                desk, kept, question, note=options["note"], flag=options["flag"], reason=reason
            )
        _tell(desk, recorded, question)


def _read_stdin() -> str:
    content = sys.stdin.buffer.read()
    try:
        return content.decode("utf-8-sig").removesuffix("\n")
    except UnicodeDecodeError:
        raise AssessError("What stands on standard input is not written in UTF-8.") from None


def _has_remarks(options: dict[str, Any]) -> bool:
    return options["note"] is not None or options["flag"] is not None


def _given(
    desk: Desk, assessment: Assessment, question: str, typed: str | None, options: dict[str, Any]
) -> Recorded | None:
    """Record a value or a status, if there is one."""
    status = Status(options["status"]) if options["status"] else None
    by_date: date | None = options["by_date"]
    if by_date and status is not Status.FOLLOW_UP:
        raise click.UsageError("--by-date belongs to --status follow_up.")
    if status is Status.FOLLOW_UP and by_date is None:
        raise click.UsageError("Say until when it follows: --by-date YYYY-MM-DD.")
    if typed is not None and status not in (None, Status.IMPLAUSIBLE):
        raise click.UsageError(f"Give either a VALUE or --status {options['status']}, not both.")
    if typed is None and status is None:
        if not _has_remarks(options) and options["reason"] is None:
            raise click.UsageError("Give a VALUE, a --status, a --reason, a --note or a --flag.")
        return None
    value = None
    if typed is not None:
        reading = read(desk.catalogue.questions[question], typed, assessment, desk.catalogue)
        if reading.fault:
            raise AssessError(f"{question}: {reading.fault}. Nothing was saved.")
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


def _tell(desk: Desk, recorded: Recorded, question: str) -> None:
    hard = [str(finding) for finding in recorded.findings if finding.kind == "hard"]
    if not recorded.is_saved:
        raise AssessError(f"{question}: {'; '.join(hard)}. Nothing was saved.")
    given = recorded.assessment.answer(question)
    number = desk.catalogue.indicator_of(question).number
    lines = answer_lines(desk.catalogue.questions[question], given.value, desk.catalogue)
    status = str(desk.catalogue.edition.statuses[given.status.value])
    if len(lines) > 1:
        said = "".join(f"\n  {plain(line.label)}: {_brief(line.text)}" for line in lines)
        say(f"{number} {question}:{said}")
    else:
        aside = f"  ({status})" if lines and given.status is not Status.ANSWERED else ""
        said = " ".join(_brief(line.text) for line in lines) or status
        say(f"{number} {question}: {said}{aside}")
    for finding in recorded.findings:
        if finding.kind == "soft":
            remark(f"Please check: {finding}.")
            remark(
                "If it is right, say why: "
                f"assess answer {recorded.assessment.case.id} {question} --reason TEXT"
            )
        else:
            remark(f"Still open: {finding}.")


def _brief(text: str) -> str:
    line = plain(text)
    return line if len(line) <= 200 else f"{line[:190]}… ({len(text)} characters)"
