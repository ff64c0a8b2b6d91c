"""Remarks: the notes, reasons and marks beside the answers of a case that is held."""

from __future__ import annotations

from assess.core.case.answer import Answer
from assess.core.case.checking import Finding
from assess.core.case.history.proposal import joined
from assess.workflow.case.answering import Recorded, remark
from assess.workflow.case.interview.held_case import NOTE, REASON, HeldCase


class Remarks:
    """Keeps what is remarked beside the answers; nothing that others remarked is lost by it."""

    def __init__(self, case: HeldCase) -> None:
        """Take a case; a note or reason that is being typed is none before it is kept."""
        self._case = case

    def note(
        self,
        name: str,
        text: str,
        seen: Answer | None = None,
        *,
        for_report: bool | None = None,
    ) -> None:
        """Keep a note; one that was written elsewhere since `seen` stays above it.

        A new one is the expert's own, unless it is `for_report`.
        """
        self._case.see(seen)
        self._record(name, note=text, for_report=for_report)
        self._case.forget(name + NOTE)

    def reason(self, name: str, text: str) -> tuple[Finding, ...]:
        """Keep the reason for an unusual answer; one that was given elsewhere stays above it.

        Gives what stands against it, as against a number alone; what was typed then stays a draft.
        """
        recorded = self._record(name, reason=text)
        if not recorded.is_saved:
            return tuple(finding for finding in recorded.findings if finding.kind == "hard")
        self._case.forget(name + REASON)
        return ()

    def turn_flag(self, name: str) -> bool:
        """Set or take away the flag "come back"; tells which."""
        case = self._case
        flag = not case.assessment.answer(name).flag
        recorded = remark(case.desk, case.assessment, name, flag=flag)
        if recorded.conflict is not None:  # it was turned in another window: it is as wanted
            case.assessment = recorded.assessment
        case.take(recorded)
        return flag

    def turn_report(self, name: str) -> bool:
        """Mark the note of a question for the report, or as private again; tells which."""
        marked = self._case.assessment.answer(name).for_report is False
        self._record(name, for_report=marked)
        return marked

    def _record(
        self,
        name: str,
        *,
        note: str | None = None,
        for_report: bool | None = None,
        reason: str | None = None,
    ) -> Recorded:
        case = self._case
        recorded = remark(
            case.desk, case.assessment, name, note=note, for_report=for_report, reason=reason
        )
        if (there := recorded.conflict) is not None:
            case.assessment = recorded.assessment
            recorded = remark(
                case.desk,
                case.assessment,
                name,
                note=None if note is None else joined(there.note, note),
                for_report=for_report,
                reason=None if reason is None else joined(there.reason, reason),
            )
        case.take(recorded)
        return recorded
