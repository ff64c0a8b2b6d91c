"""The questionnaire that is sent ahead: what a manager sees of a catalogue, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from assess.core.case.assessment import Case
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    CountsQuestion,
    DecimalQuestion,
    GridQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    StoriesQuestion,
    UrlQuestion,
    YesPartlyNoQuestion,
)
from assess.core.text.value import Value
from assess.core.text.words_of import words_of

FORM = "assess-questionnaire"
"""What a form says it is; its version follows."""
VERSION = 1

OFFERED = (Status.DONT_KNOW, Status.NOT_APPLICABLE, Status.FOLLOW_UP, Status.REFUSED)
"""The reasons for no answer that a manager may give, in the order in which they are offered."""

Kind = Literal["whole", "number", "month", "one", "level", "mark", "text", "long", "address"]
"""What a line takes; `mark` is one of several choices that may all hold."""


class FormOption(Value):
    """One of the answers to choose from: the name or level that counts, and how it reads."""

    code: str
    label: str


class FormLine(Value):
    """One place for an answer; a question has one, or one for each of its parts."""

    key: str
    """The question, or `question.part`, or `question.number.field` of a story."""
    label: str = ""
    hint: str = ""
    kind: Kind
    unit: str = ""
    options: tuple[FormOption, ...] = ()
    low: float | None = None
    high: float | None = None


class FormItem(Value):
    """One question with its lines."""

    name: str
    label: str
    hint: str = ""
    condition: str = ""
    """When it is asked, where that depends on another answer."""
    required: bool
    lines: tuple[FormLine, ...]
    at_most: str | None = None
    """The question whose answer this one may not exceed."""
    adds_up_to: float | None = None
    """What the lines have to add up to."""
    adds_up_to_question: str | None = None
    """The question to whose answer the lines should add up."""

    @property
    def has_parts(self) -> bool:
        """Whether the answer is given on lines below the question."""
        return self.lines[0].key != self.name


class FormGroup(Value):
    """The questions of one indicator."""

    number: int
    title: str
    why: str
    items: tuple[FormItem, ...]


class FormPart(Value):
    """The questions of one area: a sheet or a chapter."""

    letter: str
    id: str
    title: str
    short_title: str
    intro: str
    groups: tuple[FormGroup, ...]

    @property
    def items(self) -> Iterator[FormItem]:
        """The questions of the area, in order."""
        for group in self.groups:
            yield from group.items


class DefinedTerm(Value):
    """What is meant by something that is asked for."""

    term: str
    meaning: str
    unit: str = ""


class Recipient(Value):
    """The case that a form is made for."""

    case: str
    organisation: str
    country: str
    interview_date: date
    expert: str
    synthetic: bool


class Questionnaire(Value):
    """A whole form, blank or with what is known already."""

    catalogue: str
    title: str
    notice: str
    recipient: Recipient | None = None
    parts: tuple[FormPart, ...]
    statuses: tuple[FormOption, ...]
    terms: tuple[DefinedTerm, ...]
    countries: tuple[FormOption, ...]
    given: Mapping[str, str | int | float]
    """What is filled in already, by the key of the line."""
    given_statuses: Mapping[str, str]
    given_notes: Mapping[str, str]
    given_from: str = ""
    """Where that comes from, in words."""


def questionnaire(catalogue: Catalogue, case: Case | None = None) -> Questionnaire:
    """Lay out the form of a catalogue for a case, or for nobody in particular; it is blank."""
    edition = catalogue.edition
    recipient = None
    if case is not None:
        recipient = Recipient(
            case=case.id,
            organisation=case.organisation.name,
            country=words_of(catalogue.country_name(case.organisation.country)),
            interview_date=case.details.interview_date,
            expert=case.details.expert,
            synthetic=case.synthetic,
        )
    return Questionnaire(
        catalogue=edition.id,
        title=str(edition.title),
        notice=str(edition.notice),
        recipient=recipient,
        parts=tuple(_parts(catalogue)),
        statuses=statuses(catalogue),
        terms=tuple(_terms(catalogue)),
        countries=tuple(
            FormOption(code=country.code, label=str(country.name))
            for country in sorted(
                catalogue.countries, key=lambda country: str(country.name).casefold()
            )
        ),
        given={},
        given_statuses={},
        given_notes={},
    )


def statuses(catalogue: Catalogue) -> tuple[FormOption, ...]:
    """Give the reasons for no answer that a form offers."""
    words = catalogue.edition.statuses
    return tuple(
        FormOption(code=status.value, label=str(words[status.value])) for status in OFFERED
    )


def _parts(catalogue: Catalogue) -> Iterator[FormPart]:
    for area in catalogue.edition.areas:
        groups = tuple(
            FormGroup(
                number=indicator.number,
                title=str(indicator.title),
                why=str(indicator.why),
                items=tuple(item_of(question, catalogue) for question in indicator.questions),
            )
            for indicator in catalogue.in_area(area)
            if indicator.questions
        )
        if groups:
            yield FormPart(
                letter=area.letter,
                id=area.id,
                title=str(area.title),
                short_title=str(area.short_title),
                intro=str(area.intro),
                groups=groups,
            )


def _terms(catalogue: Catalogue) -> Iterator[DefinedTerm]:
    for question in catalogue.questions.values():
        if question.short and question.hint:
            unit = getattr(question, "unit", "")
            yield DefinedTerm(term=str(question.short), meaning=str(question.hint), unit=unit)


def item_of(question: Question, catalogue: Catalogue) -> FormItem:
    """Lay out one question."""
    whole = getattr(question, "sums_to", None)
    return FormItem(
        name=question.name,
        label=str(question.label),
        hint=str(question.hint or ""),
        condition=_condition(question, catalogue),
        required=question.required,
        lines=tuple(_lines(question)),
        at_most=getattr(question, "at_most", None),
        adds_up_to=100 if isinstance(question, SharesQuestion) else None,
        adds_up_to_question=whole,
    )


def _condition(question: Question, catalogue: Catalogue) -> str:
    if question.relevant is None:
        return ""
    earlier = catalogue.questions[question.relevant.question]
    return f"Asked only depending on the answer to “{earlier.label}”; else leave it blank."


def _lines(question: Question) -> Iterator[FormLine]:
    name = question.name
    match question:
        case IntegerQuestion() | DecimalQuestion():
            kind: Kind = "whole" if isinstance(question, IntegerQuestion) else "number"
            yield FormLine(
                key=name, kind=kind, unit=question.unit, low=question.min, high=question.max
            )
        case MonthQuestion():
            yield FormLine(key=name, kind="month", unit="year-month")
        case SelectOneQuestion():
            yield FormLine(key=name, kind="one", options=_options(question))
        case SelectMultipleQuestion() if question.choices:
            for choice in question.choices:
                yield FormLine(key=f"{name}.{choice.name}", label=str(choice.label), kind="mark")
        case SelectMultipleQuestion():
            yield FormLine(key=name, kind="text", unit="countries")
        case ScaleQuestion() | YesPartlyNoQuestion():
            scale = isinstance(question, ScaleQuestion)
            yield FormLine(key=name, kind="level" if scale else "one", options=_options(question))
        case SharesQuestion() | CountsQuestion() | GridQuestion():
            yield from _part_lines(question)
        case StoriesQuestion():
            yield from _story_lines(question)
        case UrlQuestion():
            yield FormLine(key=name, kind="address")
        case _:
            yield FormLine(key=name, kind="long")


def _options(
    question: SelectOneQuestion | ScaleQuestion | YesPartlyNoQuestion | GridQuestion,
) -> tuple[FormOption, ...]:
    match question:
        case SelectOneQuestion():
            return tuple(
                FormOption(code=choice.name, label=str(choice.label)) for choice in question.choices
            )
        case YesPartlyNoQuestion():
            return YES_PARTLY_NO_OPTIONS
        case _:
            return tuple(
                FormOption(code=str(level), label=f"{level} – {anchor}")
                for level, anchor in enumerate(question.anchors)
            )


YES_PARTLY_NO_OPTIONS = tuple(FormOption(code=word, label=word) for word in ("yes", "partly", "no"))
YES_NO_OPTIONS = tuple(FormOption(code=word, label=word) for word in ("yes", "no"))


def _part_lines(question: SharesQuestion | CountsQuestion | GridQuestion) -> Iterator[FormLine]:
    for part in question.parts:
        key, hint = f"{question.name}.{part.name}", str(part.hint or "")
        match question:
            case SharesQuestion():
                yield FormLine(
                    key=key,
                    label=str(part.label),
                    hint=hint,
                    kind="number",
                    unit="%",
                    low=0,
                    high=100,
                )
            case CountsQuestion():
                yield FormLine(
                    key=key,
                    label=str(part.label),
                    hint=hint,
                    kind="whole",
                    unit=question.unit,
                    low=0,
                )
            case _:
                yield FormLine(
                    key=key,
                    label=str(part.label),
                    hint=hint,
                    kind="level",
                    options=_options(question),
                )


_STORY_LINES: tuple[tuple[str, str, Kind], ...] = (
    ("title", "Title", "text"),
    ("problem", "What the problem was", "long"),
    ("role", "What the cluster organisation did", "long"),
    ("participants", "Who took part", "text"),
    ("result", "The result, in figures if possible", "long"),
    ("released", "May it be published?", "one"),
)
"""The lines of a story: the field, how it reads, what it takes."""


def _story_lines(question: StoriesQuestion) -> Iterator[FormLine]:
    for number in range(1, question.most + 1):
        for field, label, kind in _STORY_LINES:
            yield FormLine(
                key=f"{question.name}.{number}.{field}",
                label=f"Story {number}: {label[0].lower()}{label[1:]}",
                kind=kind,
                options=YES_NO_OPTIONS if kind == "one" else (),
            )
