"""assess label: eligibility, verdicts, decisions and the award record."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from assess import locations, workflow
from assess.cli.command.document import CASE_LANGUAGE, prepare_pdf
from assess.cli.command.output import plain, remark, say, say_json, working
from assess.cli.command.settings import DayType, Settings, WordsType
from assess.cli.label.label_text import say_check, say_criterion, say_decision
from assess.core.case.assessment import Assessment
from assess.core.catalogue.level import LOWEST, OWN_LEVELS, Level
from assess.core.label.label_check import LabelCheck
from assess.core.label.validity import previous_fault
from assess.core.text.words import sentence
from assess.errors import AssessError
from assess.languages import gettext
from assess.languages.message import say as spoken
from assess.workflow.case.language.document_language import document_language, made_in

_CASE = click.argument("wanted", metavar="CASE", type=WordsType())
_BY = click.option(
    "--by", type=WordsType(said=True), required=True, help="The person or board that decided."
)
_ON = click.option("--on", type=DayType(), required=True, help="The day of the decision.")
_WHY = click.option("--reason", type=WordsType(said=True), required=True, help="The reason.")
_SECOND = click.option(
    "--second",
    type=WordsType(said=True),
    help="A second person, needed if the person who decides also led the interview.",
)
_PREVIOUS = click.option(
    "--previous",
    type=DayType(),
    help="The last day of the previous label, if it is not in the register.",
)

_LEVEL = click.option(
    "--level",
    type=click.Choice(OWN_LEVELS, case_sensitive=False),
    default=LOWEST,
    help="The level. For Gold, use assess register record.",
)


@click.group("label")
def label() -> None:
    """Check, propose, award, refuse or revoke the label of a case."""


@label.command("check")
@_CASE
@_PREVIOUS
@_LEVEL
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def check(
    settings: Settings, wanted: str, previous: date | None, level: Level, *, as_json: bool
) -> None:
    """Show the eligibility, the validity of an award, and its rule."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        _demand_possible(desk, assessment, level, previous)
        found = workflow.check(desk, assessment, previous, level=level)
    if as_json:
        say_json(_document(found))
    else:
        say_check(found, assessment)


def _demand_possible(
    desk: workflow.Desk, assessment: Assessment, level: Level, previous: date | None
) -> None:
    interview = assessment.case.details.interview_date
    wrong = (
        previous_fault(desk.catalogue_of(assessment.case).label, level, interview, previous)
        if previous
        else None
    )
    if wrong:
        raise AssessError(sentence(spoken(wrong)))


def _document(found: LabelCheck) -> dict[str, Any]:
    validity = found.validity
    reasons = [*found.eligibility.reasons, *([found.reason] if found.reason else [])]
    return {
        "policy": found.policy,
        "kind": validity.kind if validity else None,
        "criteria": [
            {
                "id": criterion.id,
                "title": spoken(criterion.title),
                "verdict": criterion.verdict,
                "reason": criterion.reason,
                "by": criterion.by,
                "value": criterion.value,
                "warning": spoken(criterion.warning) if criterion.warning else None,
            }
            for criterion in found.eligibility.criteria
        ],
        "criteria_apply": found.eligibility.criteria_apply,
        "eligible": found.eligibility.eligible,
        "reasons": [*map(spoken, reasons)],
        "previous": str(found.previous) if found.previous else None,
        "valid_from": str(validity.valid_from) if validity else None,
        "valid_until": str(validity.valid_until) if validity else None,
        "window_until": str(validity.window_until) if validity and validity.window_until else None,
        "rule": spoken(validity.rule) if validity else None,
        "warnings": [*map(spoken, validity.warnings)] if validity else [],
    }


@label.command("verdict")
@_CASE
@click.argument("criterion", metavar="E1..E8", type=WordsType())
@click.argument("word", metavar="met|not_met|open", type=click.Choice(["met", "not_met", "open"]))
@click.option("--reason", type=WordsType(), help="The reason; it is required for met and not_met.")
@click.pass_obj
def verdict(settings: Settings, wanted: str, criterion: str, word: Any, reason: str | None) -> None:
    """Record the verdict on one criterion."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        found = workflow.verdict(desk, assessment, criterion.upper(), word, reason)
    say_criterion(
        next(checked for checked in found.eligibility.criteria if checked.id == criterion.upper())
    )


@label.command("propose")
@_CASE
@_LEVEL
@click.pass_obj
def propose(settings: Settings, wanted: str, level: Level) -> None:
    """Propose the label of a finished, eligible case."""
    with settings.open_desk() as desk:
        say_decision(workflow.propose(desk, workflow.find(desk, wanted), level=level))


@label.command("award")
@_CASE
@_BY
@_ON
@_SECOND
@click.option("--serial", type=WordsType(said=True), help="The serial number, as issued.")
@click.option(
    "--valid-until",
    type=DayType(),
    help="The last day as issued, if it differs from the computed one.",
)
@_PREVIOUS
@_LEVEL
@click.pass_obj
def award(settings: Settings, /, wanted: str, **decided: Any) -> None:
    """Record that the label was awarded."""
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        _demand_possible(desk, assessment, decided["level"], decided["previous"])
        say_decision(workflow.award(desk, assessment, **decided))


@label.command("refuse")
@_CASE
@_BY
@_ON
@_WHY
@_SECOND
@_LEVEL
@click.pass_obj
def refuse(settings: Settings, /, wanted: str, **decided: Any) -> None:
    """Record that the label was refused, with the reason."""
    with settings.open_desk() as desk:
        say_decision(workflow.refuse(desk, workflow.find(desk, wanted), **decided))


@label.command("revoke")
@_CASE
@_BY
@_ON
@_WHY
@_SECOND
@_LEVEL
@click.pass_obj
def revoke(settings: Settings, /, wanted: str, **decided: Any) -> None:
    """Record that an awarded label was revoked, with the reason."""
    with settings.open_desk() as desk:
        say_decision(workflow.revoke(desk, workflow.find(desk, wanted), **decided))


@label.command("record")
@_CASE
@click.option("-o", "target", type=click.Path(path_type=Path), required=True, metavar="FILE.pdf")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@_LEVEL
@CASE_LANGUAGE
@click.pass_obj
def record(  # a parameter for each option
    settings: Settings,
    wanted: str,
    target: Path,
    level: Level,
    language: str | None,
    *,
    force: bool,
) -> None:
    """Print the award record of a case as PDF."""
    from assess.workflow.label.labelling import label_of
    from assess.workflow.register.publication_details import with_page_code
    from assess.workflow.report.reporting import draft_award_record, write_award_record

    prepare_pdf(target, force=force)
    with settings.open_desk() as desk:
        assessment = workflow.find(desk, wanted)
        with working(gettext("Printing the award record")):
            label = label_of(desk, assessment, level)
            spoken_in = document_language(assessment.case, language)
            made = made_in(spoken_in, lambda: draft_award_record(desk, assessment, level), remark)
            coded = with_page_code(desk, made, label)
            write_award_record(coded, locations.templates_folder(), target)
    say(
        gettext(
            "{path}: the award record of {organisation}",
            path=target,
            organisation=plain(assessment.case.organisation.name),
        )
    )
