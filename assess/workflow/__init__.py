"""The use cases: everything that happens, from either front end, happens through here."""

from assess.workflow.advice.results import Results, edit, results
from assess.workflow.case.answering import Recorded, answer, drafts, drop_draft, remark, save_draft
from assess.workflow.case.case_transfer import export_case
from assess.workflow.case.cases import (
    begin,
    change_details,
    find,
    finish,
    leave,
    listed,
    place_of,
    reopen,
    visit,
)
from assess.workflow.desk.desk import Desk, open_desk
from assess.workflow.label.labelling import award, check, propose, refuse, revoke, verdict
from assess.workflow.program.file_import import import_files
from assess.workflow.program.verifying import VerifiedDatabase, verify
from assess.workflow.register.likeness import similar_organisations
from assess.workflow.register.register import registered
from assess.workflow.report.reporting import (
    editions,
    issue_report,
    print_award_record,
    print_report,
    read_theme,
    write_edition,
)

__all__ = [
    "Desk",
    "Recorded",
    "Results",
    "VerifiedDatabase",
    "answer",
    "award",
    "begin",
    "change_details",
    "check",
    "drafts",
    "drop_draft",
    "edit",
    "editions",
    "export_case",
    "find",
    "finish",
    "import_files",
    "issue_report",
    "leave",
    "listed",
    "open_desk",
    "place_of",
    "print_award_record",
    "print_report",
    "propose",
    "read_theme",
    "refuse",
    "registered",
    "remark",
    "reopen",
    "results",
    "revoke",
    "save_draft",
    "similar_organisations",
    "verdict",
    "verify",
    "visit",
    "write_edition",
]
