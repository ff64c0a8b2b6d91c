"""Answers of a survey as they come back: by the page, the workbook, the PDF, or in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.questionnaire.browser.answer_file import ANSWERS
from assess.core.questionnaire.message import ReturnedMessage
from assess.core.questionnaire.printed_form import returned_fields
from assess.core.questionnaire.returned_form import Returned, read_form
from assess.core.questionnaire.survey.survey_count import SurveyAnswer
from assess.core.text.message import Message, Text
from assess.core.text.name import same_name
from assess.core.text.words import shortened
from assess.errors import Refused
from assess.exchange.container.pdf_fields import read_fields
from assess.exchange.container.recognition import WORKBOOKS, Kind, recognise
from assess.exchange.container.spreadsheet.guard import QUESTIONNAIRE
from assess.exchange.container.spreadsheet.sheet import ReadSheet
from assess.exchange.container.strict_json import MAX_BYTES
from assess.exchange.container.text.encoding import decoded
from assess.exchange.container.text.separated import separated_sheet
from assess.exchange.container.workbook import peek, read_sheets
from assess.exchange.container.wrapping import unwrapped
from assess.exchange.questionnaire import answer_json, returned_workbook, survey_table
from assess.files import content_of
from assess.languages import gettext
from assess.languages.message import say
from assess.workflow.questionnaire.form_return import answered_in, known_keys
from assess.workflow.questionnaire.surveying import SurveyMade


class _Form(NamedTuple):
    """One form that came back, and where from."""

    place: str
    returned: Returned
    id: str | None = None
    saved_at: str = ""


class SurveyReader:
    """Reads files of answers, one or many in each; says which it leaves out, and why."""

    def __init__(self, made: SurveyMade, assessment: Assessment) -> None:
        self._made, self._case = made, assessment.case
        self._keys = frozenset(known_keys(made.catalogue))
        self.left_out: list[str] = []
        self.remarks: list[str] = []
        """What of a form that counts could not be read, or is not kept."""

    def read(self, path: Path) -> Iterator[SurveyAnswer]:
        """Give the answers of a file."""
        try:
            found = [self._answer(form) for form in self._forms(path)]
        except Refused as error:
            self.left_out.append(str(error).splitlines()[0].rstrip("."))
            return
        yield from (answer for answer in found if answer is not None)

    def _forms(self, path: Path) -> list[_Form]:
        content, name = _content(path), path.name
        match recognise(content):
            case kind if kind == ANSWERS:
                return [self._of_answers(content, name)]
            case Kind.WEB_PAGE if within := answer_json.answers_within(content):
                return [self._of_answers(within, name)]
            case kind if kind in WORKBOOKS:
                sheets = read_sheets(content, name, QUESTIONNAIRE)
                if returned_workbook.is_questionnaire(peek(content, name)):
                    return [_Form(name, returned_workbook.read(sheets, name, self._keys))]
                return self._of_table(sheets, name)
            case Kind.PDF:
                fields = read_fields(content, name)
                asked = self._made.catalogue
                return [_Form(name, returned_fields(fields.texts, fields.pages, asked, say))]
            case Kind.TEXT if content.strip()[:1] not in (b"{", b""):
                text = decoded(content, name).text
                return self._of_table([separated_sheet(text, name, gettext("row"))], name)
            case _:
                raise _no_answers(name)

    def _of_answers(self, content: bytes, name: str) -> _Form:
        answers = answer_json.read(content, name)
        if answers.kind != self._made.survey.id:
            raise Refused(gettext("{file} has answers of another form.", file=name), ())
        returned = answers.returned(self._keys, answers.rules)
        return _Form(name, returned, answers.id, answers.saved_at or "")

    def _of_table(self, sheets: Iterable[ReadSheet], name: str) -> list[_Form]:
        found = survey_table.rows_of(sheets, self._made.form)
        if not found.rows:
            raise _no_answers(name)
        if found.unread:
            columns = ", ".join(shortened(head, 60) for head in found.unread)
            text = gettext(
                "{file}: these columns were not read: {columns}", file=name, columns=columns
            )
            self.remarks.append(text)
        return [
            _Form(gettext("{file}, row {row}", file=name, row=row), returned)
            for row, returned in found.rows
        ]

    def _answer(self, form: _Form) -> SurveyAnswer | None:
        of, case = form.returned, self._case
        is_other = of.organisation and not same_name(of.organisation, case.organisation.name)
        if is_other or (of.case and of.case != case.id):
            text = gettext("{file}: it is for another organisation or case", file=form.place)
            self.left_out.append(text)
            return None
        blank, speech = Assessment(case=case), answered_in(of.language)
        read = read_form(of, blank, self._made.catalogue, form.place, speech)
        answers = {each.question: each.value for each in read.proposals if each.value is not None}
        self.remarks += [
            gettext("{file}: {text}", file=form.place, text=say(_plainly(remark)))
            for remark in read.remarks
        ]
        if any(entry.text.strip() for entry in of.notes.values()):
            text = gettext("{file}: it has notes, which are not kept", file=form.place)
            self.remarks.append(text)
        return SurveyAnswer(form.place, answers, form.id, form.saved_at)


def _plainly(remark: Text) -> Text:
    """Say what is wrong with an answer, without that it is kept: nothing of it is."""
    if isinstance(remark, Message) and remark.code == ReturnedMessage.KEPT_AS_NOTE:
        return Message(ReturnedMessage.AT, remark.values)
    return remark


def _no_answers(name: str) -> Refused:
    return Refused(gettext("{file} has no answers of this form.", file=name), ())


def _content(path: Path) -> bytes:
    try:
        content = content_of(path, MAX_BYTES + 1)
    except OSError as error:
        raise Refused(
            gettext("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error),
            (),
        ) from error
    return unwrapped(content, str(path))[0]
