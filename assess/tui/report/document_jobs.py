"""Documents of a case, drafted and written apart from the screen, each with a desk of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assess.errors import AssessError

if TYPE_CHECKING:
    from assess.core.report.record.report import Report
    from assess.core.report.record.theme import Theme
    from assess.tui.frame.printing import Press
    from assess.workflow import Desk

Write = Callable[[Path], None]
"""Drafts a document and writes it to a file, on whatever thread it is called."""


class Told(NamedTuple):
    """What a document tells while it is written; each may be called from any thread."""

    part: Callable[[str, int], None]
    """Takes the part that is worked on, and the page."""
    lacking: Callable[[tuple[str, ...]], None]
    """Takes the characters without a glyph."""
    complain: Callable[[str], None]
    """Takes what is wrong and keeps the document from nothing."""


class DocumentJobs:
    """Gives what drafts and writes each kind of document of a case."""

    def __init__(
        self, open_desk: Callable[[], Desk], press: Press, templates: Path, theme_file: Path | None
    ) -> None:
        """Write with templates, and with one's own logo and colours where there is such a file."""
        self._open_desk = open_desk
        self._press = press
        self._templates = templates
        self._theme_file = theme_file

    def theme(self, complain: Callable[[str], None]) -> Theme | None:
        """Read one's own logo, colours and imprint; where they cannot be read, say why."""
        from assess.workflow import read_theme

        if self._theme_file is None:
            return None
        try:
            return read_theme(self._theme_file, self._templates)
        except AssessError as error:
            complain(str(error))
            return None

    def preview(self, case_id: str, complain: Callable[[str], None]) -> Report:
        """Draft the report of a case as it would be now, to be looked at."""
        from assess.workflow.case.cases import assessment_of
        from assess.workflow.report import reporting

        theme = self.theme(complain)
        with self._open_desk() as desk:
            return reporting.preview_report(desk, assessment_of(desk, case_id), theme)

    def report(
        self, case_id: str, told: Told, *, summary: bool, language: str | None = None
    ) -> Write:
        """Write the report of a case, or its summary; without a language in that of asking."""
        from assess.workflow.case.cases import assessment_of
        from assess.workflow.case.language.document_language import document_language, made_in
        from assess.workflow.report import reporting

        def write(target: Path) -> None:
            theme = self.theme(told.complain)
            with self._open_desk() as desk:
                assessment = assessment_of(desk, case_id)
                report = made_in(
                    document_language(assessment.case, language),
                    lambda: reporting.draft_report(desk, assessment, theme),
                    told.complain,
                )
            reporting.write_report(
                report,
                self._templates,
                target,
                summary=summary,
                printer=self._press.printer,
                tell=told.part,
                lacking=told.lacking,
            )

        return write

    def edition(
        self, case_id: str, told: Told, *, accepts_all: bool, language: str | None = None
    ) -> Write:
        """Issue the next edition of a case's report, and write it to a file."""
        from assess.workflow.case.cases import assessment_of
        from assess.workflow.case.language.document_language import document_language, made_in
        from assess.workflow.report import reporting
        from assess.workflow.report.issuing import Consent

        def write(target: Path) -> None:
            theme = self.theme(told.complain)
            consent = Consent(is_given=accepts_all)
            with self._open_desk() as desk:
                assessment = assessment_of(desk, case_id)
                pending = made_in(
                    document_language(assessment.case, language),
                    lambda: reporting.begin_edition(desk, assessment, theme, consent),
                    told.complain,
                )
            issued, pdf = pending.print(
                self._templates,
                printer=self._press.printer,
                tell=told.part,
                lacking=told.lacking,
            )
            with self._open_desk() as desk:
                note = reporting.record_edition(desk, issued, pdf)
                assessment = assessment_of(desk, case_id)
                reporting.write_edition(desk, assessment, note.number, self._templates, target)

        return write

    def award_record(self, case_id: str) -> Write:
        """Write the award record of a case, in the language in which it is asked."""
        from assess.workflow.case.cases import assessment_of
        from assess.workflow.case.language.document_language import document_language, made_in
        from assess.workflow.label.labelling import label_of
        from assess.workflow.register.publication_details import with_page_code
        from assess.workflow.report import reporting

        def write(target: Path) -> None:
            with self._open_desk() as desk:
                assessment = assessment_of(desk, case_id)
                record = made_in(
                    document_language(assessment.case),
                    lambda: reporting.draft_award_record(desk, assessment),
                )
                record = with_page_code(desk, record, label_of(desk, assessment))
            reporting.write_award_record(record, self._templates, target)

        return write
