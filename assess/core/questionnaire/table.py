"""Cases as tables: one row for each case, or one for each answer, and what the columns mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assess.core.case.answer import Answer, AnswerValue, Evidence
from assess.core.case.answer_text import answer_lines
from assess.core.case.assessment import Assessment, is_relevant
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import Question, SelectMultipleQuestion, StoriesQuestion
from assess.core.questionnaire.message import TableMessage
from assess.core.questionnaire.questionnaire import FormItem, FormSpeech, item_of
from assess.core.text.message import Text, message
from assess.core.text.text_message import TextMessage

Cell = str | int | float | None
"""What stands in a table; None: nothing."""


class FoundCase(NamedTuple):
    """What was found in a cell of a table that came in, and where."""

    text: str
    place: str
    fault: Text | None
    """Why it cannot be taken as it stands."""


STATUS, REASON, NOTE, DUE = ":status", ":reason", ":note", ":follow_up_by"
"""What follows the name of a question in the head of a column that is not a value."""

ABOUT_CASE: Mapping[str, TableMessage] = {
    "case": TableMessage.CASE,
    "organisation": TableMessage.ORGANISATION,
    "country": TableMessage.COUNTRY,
    "region": TableMessage.REGION,
    "website": TableMessage.WEBSITE,
    "portfolio": TableMessage.PORTFOLIO,
    "interview_date": TableMessage.INTERVIEW_DATE,
    "mode": TableMessage.MODE,
    "expert": TableMessage.EXPERT,
    "contact": TableMessage.CONTACT,
    "project_code": TableMessage.PROJECT_CODE,
    "state": TableMessage.STATE,
    "pool_consent": TableMessage.POOL_CONSENT,
    "synthetic": TableMessage.SYNTHETIC,
    "catalogue": TableMessage.CATALOGUE,
    "created_at": TableMessage.CREATED_AT,
}
"""The first columns of every table, with what they say."""

NONE = "none"
"""What stands where several may be chosen, and none was."""


class TableColumn(NamedTuple):
    """A column of the table of cases."""

    name: str
    label: str
    type: str
    unit: str = ""
    codes: tuple[tuple[str, str], ...] = ()
    """The codes that stand in it, with what they mean."""


class TableLayout:
    """The columns of the tables of one catalogue, worked out once."""

    def __init__(self, catalogue: Catalogue, speech: FormSpeech) -> None:
        """Lay out the columns in the order of the interview; what they mean is said."""
        self.catalogue, self.speech = catalogue, speech
        self.items: dict[str, FormItem] = {
            name: item_of(question, catalogue, speech)
            for name, question in catalogue.questions.items()
        }
        self.columns: tuple[TableColumn, ...] = tuple(self._columns())

    def _columns(self) -> Iterator[TableColumn]:
        say = self.speech.say
        for name, label in ABOUT_CASE.items():
            yield TableColumn(name, say(message(label)), "text")
        words = self.catalogue.edition.statuses
        statuses = tuple((status.value, say(words[status.value])) for status in Status)
        yes, no = (option.label for option in self.speech.yes_no())
        for name, question in self.catalogue.questions.items():
            item = self.items[name]
            for line in item.lines:
                codes = tuple((option.code, option.label) for option in line.options)
                if line.kind == "mark":
                    codes = (("1", yes), ("0", no))
                asked = f"{item.label} {line.label}".strip()
                yield TableColumn(line.key, asked, question.type, line.unit, codes)
            title = question.title
            status = say(message(TableMessage.STATUS_OF, question=title))
            yield TableColumn(f"{name}{STATUS}", status, "status", "", statuses)
            reason = say(message(TableMessage.REASON_OF, question=title))
            yield TableColumn(f"{name}{REASON}", reason, "text")
            note = say(message(TableMessage.NOTE_OF, question=title))
            yield TableColumn(f"{name}{NOTE}", note, "text")
            due = say(message(TableMessage.DUE_OF, question=title))
            yield TableColumn(f"{name}{DUE}", due, "day")


def about_case(assessment: Assessment) -> dict[str, Cell]:
    """Give what stands in the first columns."""
    case = assessment.case
    details, organisation = case.details, case.organisation
    return {
        "case": case.id,
        "organisation": organisation.name,
        "country": organisation.country,
        "region": organisation.region,
        "website": organisation.website,
        "portfolio": details.portfolio,
        "interview_date": str(details.interview_date),
        "mode": details.mode,
        "expert": details.expert,
        "contact": details.contact,
        "project_code": details.project_code,
        "state": case.state.value,
        "pool_consent": int(details.pool_consent),
        "synthetic": int(case.synthetic),
        "catalogue": case.catalogue,
        "created_at": case.created_at.isoformat(),
    }


def case_row(assessment: Assessment, layout: TableLayout) -> dict[str, Cell]:
    """Give a case as a row, by the names of the columns; what the routing hides says nothing."""
    row = about_case(assessment)
    for name, question in layout.catalogue.questions.items():
        if not is_relevant(question, assessment, layout.catalogue):
            row[f"{name}{STATUS}"] = Status.SKIPPED.value
            continue
        answer = assessment.answers.get(name)
        if answer is None:
            row[f"{name}{STATUS}"] = Status.NOT_REACHED.value
            continue
        if answer.value is not None:
            row.update(line_cells(question, answer.value, layout.items[name]))
        row[f"{name}{STATUS}"] = answer.status.value
        row[f"{name}{REASON}"] = answer.reason
        row[f"{name}{NOTE}"] = answer.public_note
        row[f"{name}{DUE}"] = str(answer.follow_up_by) if answer.follow_up_by else None
    return row


def line_cells(question: Question, value: AnswerValue, item: FormItem) -> dict[str, Cell]:
    """Give a value as the cells of its lines: numbers as numbers, choices by their codes."""
    name = question.name
    match question, value:
        case SelectMultipleQuestion(), list() if question.choices:
            return {
                line.key: int(line.key.removeprefix(f"{name}.") in value) for line in item.lines
            }
        case SelectMultipleQuestion(), list():
            return {name: "; ".join(map(str, value)) or NONE}
        case StoriesQuestion(), list():
            return {
                f"{name}.{number}.{field}": ("yes" if said else "no")
                if isinstance(said, bool)
                else str(said)
                for number, story in enumerate(value, start=1)
                for field, said in (story.items() if isinstance(story, dict) else ())
            }
        case _, dict():
            return {f"{name}.{part}": _cell(said) for part, said in value.items()}
        case _:
            return {name: _cell(value)}


def _cell(value: AnswerValue) -> Cell:
    return value if isinstance(value, str | int | float) else str(value)


ANSWER_COLUMNS = (
    "number",  # the number of the indicator
    "indicator",  # the id of the indicator
    "question",  # the question
    "part",  # the part of the question, where it has several
    "value",  # the value: a number, a text, or the code of a choice
    "label",  # what the value means
    "unit",  # the unit of a number
    "status",  # why there is a value or none, as a code
    "reason",  # why not, or why an unusual value is right
    "note",  # what was noted beside it
    "follow_up_by",  # by which day an answer is to follow
    "flag",  # 1 where the expert wants to come back to it
    "evidence",  # what backs it: a line for each link or file, a file with its SHA-256
    "at",  # when it was answered
    "by",  # who entered it
)
"""The columns of the table of answers after those about the case."""

ANSWER_CASE_COLUMNS = ("case", "organisation", "country", "interview_date", "mode", "catalogue")


def answer_rows(assessment: Assessment, layout: TableLayout) -> Iterator[dict[str, Cell]]:
    """Give each answer of a case as rows, one for each part; what is hidden is left out."""
    about = about_case(assessment)
    head = {name: about[name] for name in ANSWER_CASE_COLUMNS}
    for name, question in layout.catalogue.questions.items():
        answer = assessment.answers.get(name)
        if answer is None or not is_relevant(question, assessment, layout.catalogue):
            continue
        indicator = layout.catalogue.indicator_of(name)
        common: dict[str, Cell] = {
            **head,
            "number": indicator.number,
            "indicator": indicator.id,
            "question": name,
            "status": answer.status.value,
            "reason": answer.reason,
            "note": answer.public_note,
            "follow_up_by": str(answer.follow_up_by) if answer.follow_up_by else None,
            "flag": int(answer.flag),
            "evidence": "\n".join(_backed_by(item, layout) for item in answer.evidence) or None,
            "at": answer.at.isoformat() if answer.at else None,
            "by": answer.by,
        }
        yield from _rows_of(question, answer, layout, common)


def _backed_by(evidence: Evidence, layout: TableLayout) -> str:
    where = evidence.location
    if evidence.sha256:
        where = layout.speech.say(
            message(
                TableMessage.FILE_WITH_CHECKSUM,
                location=evidence.location,
                checksum=evidence.sha256,
            )
        )
    if not evidence.title:
        return where
    return layout.speech.say(message(TextMessage.LABELLED, label=evidence.title, text=where))


def _rows_of(
    question: Question, answer: Answer, layout: TableLayout, common: dict[str, Cell]
) -> Iterator[dict[str, Cell]]:
    if answer.value is None:
        yield common
        return
    item = layout.items[question.name]
    lines = {line.key: line for line in item.lines}
    for key, said in line_cells(question, answer.value, item).items():
        line = lines.get(key)
        label: Cell = None
        if line is not None and line.options:
            label = next(
                (option.label for option in line.options if option.code == str(said)), None
            )
        elif isinstance(question, SelectMultipleQuestion) and not question.choices:
            label = "; ".join(
                layout.speech.say(answer_line.text)
                for answer_line in answer_lines(question, answer.value, layout.catalogue)
            )
        yield {
            **common,
            "part": key.removeprefix(question.name).lstrip(".") or None,
            "value": said,
            "label": label,
            "unit": (line.unit or None) if line else None,
        }


def answer_heads() -> tuple[str, ...]:
    """Give the names of the columns of the table of answers."""
    return (*ANSWER_CASE_COLUMNS, *ANSWER_COLUMNS)


def code_rows(layout: TableLayout) -> Iterator[tuple[str, ...]]:
    """Give the code book of the table of cases: each column, and each code that stands in it."""
    for column in layout.columns:
        yield column.name, column.label, column.type, column.unit, "", ""
        for code, meaning in column.codes if column.type != "status" else ():
            yield column.name, "", "", "", code, meaning
    words = layout.catalogue.edition.statuses
    for status in Status:
        said = layout.speech.say(words[status.value])
        yield f"…{STATUS}", "", "status", "", status.value, said


CODE_HEADS = ("column", "label", "type", "unit", "code", "meaning")
