"""The use cases: everything that happens, from either front end, happens through here.

A name is loaded when it is first asked for: a command reads only what it needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assess.workflow.advice.results import Results, edit, results
    from assess.workflow.case.answering import (
        Recorded,
        answer,
        drafts,
        drop_draft,
        remark,
        save_draft,
    )
    from assess.workflow.case.case_finding import find
    from assess.workflow.case.case_transfer import export_case
    from assess.workflow.case.cases import (
        begin,
        change_details,
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

_ROOMS = {
    "advice.results": ("Results", "edit", "results"),
    "case.answering": ("Recorded", "answer", "drafts", "drop_draft", "remark", "save_draft"),
    "case.case_finding": ("find",),
    "case.case_transfer": ("export_case",),
    "case.cases": (
        "begin",
        "change_details",
        "finish",
        "leave",
        "listed",
        "place_of",
        "reopen",
        "visit",
    ),
    "desk.desk": ("Desk", "open_desk"),
    "label.labelling": ("award", "check", "propose", "refuse", "revoke", "verdict"),
    "program.file_import": ("import_files",),
    "program.verifying": ("VerifiedDatabase", "verify"),
    "register.likeness": ("similar_organisations",),
    "register.register": ("registered",),
    "report.reporting": (
        "editions",
        "issue_report",
        "print_award_record",
        "print_report",
        "read_theme",
        "write_edition",
    ),
}
"""Where each name stands."""

_MODULE_OF = {name: module for module, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    """Load what is asked for, and keep it."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = found
    return found


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
