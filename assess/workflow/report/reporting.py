"""Documents: the report of a case as a draft or an edition, and the award record of its label."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from assess import __version__
from assess.core.case.assessment import Assessment, State
from assess.core.case.open_point import PointKind
from assess.core.catalogue.level import LOWEST, Level
from assess.core.peers.position import PeerComparison
from assess.core.report.document.award_record import AwardRecord, award_record, with_head
from assess.core.report.page.assembly import assemble
from assess.core.report.record.edition import (
    EditionNote,
    Issued,
    draft_mark,
    freeze,
    without_review,
)
from assess.core.report.record.expert_profile import ExpertProfile
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import Report
from assess.core.report.record.theme import Theme
from assess.core.report.sentence.message import ReportExplanationMessage
from assess.core.text.message import message, series
from assess.errors import AssessError, NotFound, Way
from assess.files import write_whole
from assess.languages import day_text, gettext, spoken_language
from assess.languages.language import available, language
from assess.languages.message import say
from assess.languages.translation.draft import draft_sentence, with_draft_sentence
from assess.temporary import TemporaryFolder
from assess.workflow.advice.results import earlier_rounds, results
from assess.workflow.case.cases import points_of
from assess.workflow.case.evidence import doubtful
from assess.workflow.case.since_award import since_award
from assess.workflow.desk.desk import Desk
from assess.workflow.label.labelling import check, label_of
from assess.workflow.peers.peer_table import give_out
from assess.workflow.questionnaire.survey_counts import counts_of
from assess.workflow.report.issuing import NOBODY_ASKED, Consent, demand_consent
from assess.workflow.report.key_message import board_message

if TYPE_CHECKING:
    from assess.render.printing.printer import Printer

Tell = Callable[[str, int], None]
"""Takes the part that is worked on, and the page."""

Lacking = Callable[[tuple[str, ...]], None]
"""Takes the characters for which no font has a glyph, before the file is written."""


def preview_report(desk: Desk, assessment: Assessment, theme: Theme | None = None) -> Report:
    """Assemble the report of a case to be looked at: nothing is given out, and nothing is kept.

    Like every document, it is in the language that is spoken now.
    """
    return _assembled(desk, assessment, theme)[0]


def draft_report(desk: Desk, assessment: Assessment, theme: Theme | None = None) -> Report:
    """Assemble the report of a case to be given out; its table of peers then stays as it is.

    That is kept before anything is written: a file that was written and not kept would be a danger.
    """
    report, comparison = _assembled(desk, assessment, theme)
    give_out(desk, comparison)
    return report


def _assembled(
    desk: Desk, assessment: Assessment, theme: Theme | None
) -> tuple[Report, PeerComparison]:
    found = results(desk, assessment)
    board = board_message(desk, assessment, found)
    report = assemble(
        assessment,
        desk.catalogue_of(assessment.case),
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
        earlier=earlier_rounds(desk, assessment),
        plan=found.plan,
        surveys=counts_of(desk, assessment),
        followed=found.followed,
        own_message=board.text if board.is_edited else None,
        waiting=sum(point.kind is PointKind.PROPOSED for point in points_of(desk, assessment)),
        theme=theme,
        profile=_profile(desk),
        say=say,
        language=spoken_language().code,
    )
    imprint = (
        *report.imprint,
        *_evidence_doubts(desk, assessment),
        *_translation(),
        *_written_in(report),
    )
    update = {"language": spoken_language().code, "imprint": imprint}
    return report.model_copy(update=update), found.comparison


def _translation() -> tuple[Fact, ...]:
    """Say that the language of the report is a translation that nobody has reviewed."""
    text = draft_sentence()
    return (Fact(label=gettext("Language"), text=text),) if text else ()


def _written_in(report: Report) -> tuple[Fact, ...]:
    """Say that what people wrote is in their own languages, where these are others."""
    answers = [answer for group in report.annex.answers for answer in group.answers]
    written = [line.language for answer in answers for line in answer.lines]
    written += [answer.language for answer in answers if answer.reason]
    written += [answer.note_language for answer in answers if answer.note]
    others = dict.fromkeys(code for code in written if code and code != spoken_language().code)
    if not others:
        return ()
    names = [language(code).own_name if code in available() else code for code in others]
    text = gettext(
        "Texts that people wrote are not translated. The language of some of them is: {languages}.",
        languages=", ".join(names),
    )
    return (Fact(label=gettext("Original language"), text=text),)


def _evidence_doubts(desk: Desk, assessment: Assessment) -> tuple[Fact, ...]:
    """Say of which questions evidence has changed or is gone; paths are not for others to read."""
    questions = tuple(doubtful(desk, assessment))
    if not questions:
        return ()
    label = say(message(ReportExplanationMessage.IMPRINT_EVIDENCE_DOUBTS))
    return (Fact(label=label, text=say(series(questions, "comma"))),)


def write_report(
    report: Report,
    templates: Path,
    target: Path,
    *,
    summary: bool = False,
    printer: Printer | None = None,
    tell: Tell | None = None,
    lacking: Lacking | None = None,
) -> None:
    """Write an assembled report to a file; needs no desk, so that a thread may do it."""
    from assess.render.document.document import write_report as write

    write(
        report,
        templates,
        target,
        summary=summary,
        printer=printer,
        tell=tell,
        lacking=lacking,
    )


def print_report(
    desk: Desk,
    assessment: Assessment,
    templates: Path,
    target: Path,
    *,
    summary: bool = False,
    theme: Theme | None = None,
    tell: Tell | None = None,
    lacking: Lacking | None = None,
) -> Report:
    """Write the draft report of a case to a file; give what was written."""
    report = draft_report(desk, assessment, theme)
    write_report(report, templates, target, summary=summary, tell=tell, lacking=lacking)
    return report


def editions(desk: Desk, assessment: Assessment) -> tuple[EditionNote, ...]:
    """Give the editions of a case's report, oldest first."""
    return desk.store.editions.notes(assessment.case.id)


class Pending:
    """An edition that is frozen and not printed yet; nothing of it is recorded so far."""

    def __init__(self, draft: Report, record: Report, before: EditionNote | None, by: str) -> None:
        self.record = record
        self._draft = draft_mark(draft, say)
        self._before = before
        self._by = by

    def print(
        self,
        templates: Path,
        *,
        printer: Printer | None = None,
        tell: Tell | None = None,
        lacking: Lacking | None = None,
    ) -> tuple[Issued, bytes]:
        """Print it; needs no desk, so that a thread may do it."""
        from assess.render.document.document import write_report as write

        with TemporaryFolder("edition") as folder:
            target = folder.path / "edition.pdf"
            printed = write(
                self.record, templates, target, printer=printer, tell=tell, lacking=lacking
            )
            content = target.read_bytes()
        note = EditionNote(
            case=self.record.case,
            number=self.record.edition or 1,
            on=self.record.day,
            by=self._by,
            sha256=self.record.sha256,
            pdf_sha256=hashlib.sha256(content).hexdigest(),
            pages=printed.pages,
            supersedes=self._before.number if self._before else None,
        )
        return Issued(note=note, record=self.record, draft=self._draft), content


def begin_edition(
    desk: Desk,
    assessment: Assessment,
    theme: Theme | None = None,
    consent: Consent = NOBODY_ASKED,
) -> Pending:
    """Freeze the report of a finished case as its next edition.

    Raises AssessError where something is not looked at yet, and there is no consent to it.
    """
    if assessment.case.state is not State.FINISHED:
        raise AssessError(
            gettext("The case is not finished; finish it before its report is issued.")
        )
    known = desk.store.editions.notes(assessment.case.id)
    before = known[-1] if known else None
    draft, comparison = _assembled(desk, assessment, theme)
    if before is not None:
        last = desk.store.editions.newest_draft(assessment.case.id)
        if last == draft_mark(draft, say):
            raise AssessError(
                gettext(
                    "Nothing has changed since edition {number} of {day}, so there is no "
                    "edition {next}.",
                    number=before.number,
                    day=day_text(before.on),
                    next=before.number + 1,
                )
            ).helped_by(Way.EDITION)
    unreviewed = demand_consent(desk, assessment, consent)
    if consent.is_given:
        draft, comparison = _assembled(desk, assessment, theme)
    give_out(desk, comparison)
    by = desk.name_for(assessment)
    number = before.number + 1 if before else 1
    desk.sign_record()  # what the edition says, and its head, is then signed as well
    reviewed = without_review(draft, unreviewed, say)
    head = desk.store.entries.head(assessment.case.id)
    frozen = freeze(reviewed, number, by, before, say, head=head)
    return Pending(draft, frozen, before, by)


def record_edition(desk: Desk, issued: Issued, pdf: bytes) -> EditionNote:
    """Record a printed edition with its file, for good."""
    stamped = issued.model_copy(update={"at": desk.now})
    desk.store.editions.add(stamped, pdf, at=desk.now)
    return issued.note


def issue_report(
    desk: Desk,
    assessment: Assessment,
    templates: Path,
    *,
    theme: Theme | None = None,
    consent: Consent = NOBODY_ASKED,
    tell: Tell | None = None,
    lacking: Lacking | None = None,
) -> EditionNote:
    """Freeze, print and record the next edition of a case's report."""
    pending = begin_edition(desk, assessment, theme, consent)
    return record_edition(desk, *pending.print(templates, tell=tell, lacking=lacking))


def _profile(desk: Desk) -> ExpertProfile | None:
    """Read the expert's own settings, if there are any."""
    if desk.expert_file is None:
        return None
    from assess.exchange.report import expert_file

    return expert_file.read(desk.expert_file)


def read_theme(path: Path, templates: Path) -> Theme:
    """Read a theme file and check its contrast against the rest of the look."""
    from assess.exchange.report import theme_file
    from assess.render.document.design_tokens import load_tokens

    return theme_file.read(path, load_tokens(templates))


def write_edition(
    desk: Desk,
    assessment: Assessment,
    number: int,
    templates: Path,
    target: Path,
    *,
    summary: bool = False,
) -> EditionNote:
    """Write an edition again: as PDF the very file that was issued, else from its frozen record."""
    known = {note.number: note for note in editions(desk, assessment)}
    note = known.get(number)
    if note is None:
        there = ", ".join(map(str, known))
        raise NotFound(
            gettext("There is no edition {number}; there are {there}.", number=number, there=there)
            if known
            else gettext("There is no edition {number}; no edition was issued yet.", number=number)
        )
    if target.suffix.lower() == ".pdf" and not summary:
        write_whole(target, _file(desk, note), is_private=True)
        return note
    issued = desk.store.editions.get(assessment.case.id, number)
    if issued is not None:
        write_report(issued.record, templates, target, summary=summary)
    return note


def _file(desk: Desk, note: EditionNote) -> bytes:
    if note.number in desk.store.editions.erased(note.case):
        raise AssessError(
            gettext(
                "The record and the PDF of edition {number} were erased; its number and its "
                "hash stay.",
                number=note.number,
            )
        )
    content = desk.store.files.get(note.pdf_sha256)
    if content is None or hashlib.sha256(content).hexdigest() != note.pdf_sha256:
        raise AssessError(
            gettext(
                "The file of edition {note_number} is damaged or missing in the database; "
                "`assess verify` shows more. Its record is complete: write it as .html or "
                ".docx.",
                note_number=note.number,
            )
        )
    return content


def draft_award_record(desk: Desk, assessment: Assessment, level: Level = LOWEST) -> AwardRecord:
    """Assemble the award record of a case's label, with the newest edition of its report."""
    label = label_of(desk, assessment, level)
    if label is None or label.awarded is None:
        raise AssessError(gettext("The label was not awarded, so there is no award record."))
    known = desk.store.editions.of(assessment.case.id)
    report = known[-1].record if known else None
    record = award_record(
        label,
        assessment,
        desk.catalogue_of(assessment.case),
        report=report,
        since=since_award(desk, assessment.case),
        software=__version__,
        language=spoken_language().code,
        say=say,
    )
    record = record.model_copy(update={"disclaimer": with_draft_sentence(record.disclaimer)})
    return with_head(record, desk.store.entries.head(assessment.case.id), say)


def write_award_record(record: AwardRecord, templates: Path, target: Path) -> None:
    """Print an assembled award record to a PDF file; needs no desk, so that a thread may do it."""
    from assess.render.document.document import write_award_record as write

    write(record, templates, target)


def print_award_record(
    desk: Desk, assessment: Assessment, templates: Path, target: Path, *, level: Level = LOWEST
) -> None:
    """Print the award record of a case's label to a PDF file."""
    write_award_record(draft_award_record(desk, assessment, level), templates, target)
