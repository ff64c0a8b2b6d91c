"""Documents: the report of a case and the award record of its label."""

from __future__ import annotations

from pathlib import Path

from assess import __version__
from assess.core.assessment import Assessment
from assess.core.open_point import PointKind
from assess.core.register import Level
from assess.core.report.assembly import assemble
from assess.core.report.award import AwardRecord, award_record
from assess.core.report.record import Report
from assess.errors import AssessError
from assess.workflow.cases import points_of
from assess.workflow.comparing import keep_shown
from assess.workflow.desk import Desk
from assess.workflow.labelling import check, label_of
from assess.workflow.results import results


def draft_report(desk: Desk, assessment: Assessment) -> Report:
    """Assemble the report of a case as it is now; what it shows of the peers is kept."""
    found = results(desk, assessment)
    keep_shown(desk, assessment, found.comparison)
    return assemble(
        assessment,
        desk.catalogue,
        found.scores,
        found.recommendations,
        found.strengths,
        check(desk, assessment),
        label_of(desk, assessment),
        today=desk.today,
        software=__version__,
        comparison=found.comparison,
        before=found.before,
        rounds=found.rounds,
        waiting=sum(one.kind is PointKind.PROPOSED for one in points_of(desk, assessment)),
    )


def write_report(report: Report, templates: Path, target: Path) -> None:
    """Print an assembled report to a PDF file; needs no desk, so that a thread may do it."""
    from assess.render.pdf import write_report as write

    write(report, templates, target)


def print_report(desk: Desk, assessment: Assessment, templates: Path, target: Path) -> Report:
    """Print the draft report of a case to a PDF file; give what was printed."""
    report = draft_report(desk, assessment)
    write_report(report, templates, target)
    return report


def draft_award_record(desk: Desk, assessment: Assessment, level: Level = "Bronze") -> AwardRecord:
    """Assemble the award record of a case's label."""
    label = label_of(desk, assessment, level)
    if label is None or label.awarded is None:
        raise AssessError("The label was not awarded, so there is no award record.")
    return award_record(label, assessment, desk.catalogue, software=__version__)


def write_award_record(record: AwardRecord, templates: Path, target: Path) -> None:
    """Print an assembled award record to a PDF file; needs no desk, so that a thread may do it."""
    from assess.render.pdf import write_award_record as write

    write(record, templates, target)


def print_award_record(
    desk: Desk, assessment: Assessment, templates: Path, target: Path, *, level: Level = "Bronze"
) -> None:
    """Print the award record of a case's label to a PDF file."""
    write_award_record(draft_award_record(desk, assessment, level), templates, target)
