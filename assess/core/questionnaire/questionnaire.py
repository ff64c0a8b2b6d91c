"""The questionnaire that is sent ahead: what a manager sees of a catalogue, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

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
from assess.core.questionnaire.message import FormMessage
from assess.core.text.alphabet import LATIN, Alphabet
from assess.core.text.message import Day, Message, MessageValue, Say, Text, message
from assess.core.text.value import DEFAULT_LANGUAGE, Value, Wording

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
    also: tuple[str, ...] = ()
    """How it reads in the other languages in which it may be answered."""


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


class Origin(Value):
    """Where what is filled in already comes from: the case as it is, the last round, or both."""

    is_case: bool
    last_round: date | None = None

    def message(self) -> Message:
        """Say it in a sentence."""
        if self.last_round is None:
            return message(FormMessage.FROM_CASE)
        day = Day(self.last_round, in_words=True)
        if self.is_case:
            return message(FormMessage.FROM_CASE_AND_LAST_ROUND, day=day)
        return message(FormMessage.FROM_LAST_ROUND, day=day)


class Questionnaire(Value):
    """A whole form, blank or with what is known already."""

    catalogue: str
    title: str
    notice: str
    draft: str = ""
    """Says that the form is a translation that nobody has reviewed; empty: it is none."""
    recipient: Recipient | None = None
    parts: tuple[FormPart, ...]
    language: str = DEFAULT_LANGUAGE
    statuses: tuple[FormOption, ...]
    yes_no: tuple[FormOption, ...]
    """What stands on a line that takes a mark: that the choice holds, and that it does not."""
    terms: tuple[DefinedTerm, ...]
    countries: tuple[FormOption, ...]
    given: Mapping[str, str | int | float]
    """What is filled in already, by the key of the line."""
    given_statuses: Mapping[str, str]
    given_notes: Mapping[str, str]
    origin: Origin | None = None
    given_from: str = ""
    """Where that comes from, in a sentence."""


class FormSpeech(NamedTuple):
    """How a form is said, and in which other languages it may have been answered."""

    say: Say
    also: Sequence[Say] = ()

    def option(self, code: str, text: Text) -> FormOption:
        """Give an answer to choose from, by how it reads."""
        return FormOption(
            code=code, label=self.say(text), also=tuple(said(text) for said in self.also)
        )

    def in_each(self, text: Text) -> Iterator[str]:
        """Give a text in each of the languages."""
        yield from (said(text) for said in (self.say, *self.also))

    def yes_no(self) -> tuple[FormOption, ...]:
        """Give yes and no."""
        return self.option("yes", message(FormMessage.YES)), self.option(
            "no", message(FormMessage.NO)
        )


def questionnaire(
    catalogue: Catalogue,
    case: Case | None = None,
    *,
    say: Say,
    language: str = DEFAULT_LANGUAGE,
    alphabet: Alphabet = LATIN,
) -> Questionnaire:
    """Lay out the form of a catalogue for a case, or for nobody in particular; it is blank.

    `language` is that in which `say` says it, with its alphabet.
    """
    speech = FormSpeech(say)
    edition = catalogue.edition
    recipient = None
    if case is not None:
        recipient = Recipient(
            case=case.id,
            organisation=case.organisation.name,
            country=_country_name(catalogue, case.organisation.country, say),
            interview_date=case.details.interview_date,
            expert=case.details.expert,
            synthetic=case.synthetic,
        )
    return Questionnaire(
        catalogue=edition.id,
        title=say(edition.title),
        notice=say(edition.notice),
        recipient=recipient,
        parts=tuple(_parts(catalogue, speech)),
        language=language,
        statuses=statuses(catalogue, speech),
        yes_no=speech.yes_no(),
        terms=tuple(_terms(catalogue, say)),
        countries=tuple(
            sorted(
                (speech.option(country.code, country.name) for country in catalogue.countries),
                key=lambda country: alphabet.key(country.label),
            )
        ),
        given={},
        given_statuses={},
        given_notes={},
    )


def statuses(catalogue: Catalogue, speech: FormSpeech) -> tuple[FormOption, ...]:
    """Give the reasons for no answer that a form offers."""
    words = catalogue.edition.statuses
    return tuple(speech.option(status.value, words[status.value]) for status in OFFERED)


def _country_name(catalogue: Catalogue, code: str, say: Say) -> str:
    names = (country.name for country in catalogue.countries if country.code == code)
    return say(next(names, code))


def _parts(catalogue: Catalogue, speech: FormSpeech) -> Iterator[FormPart]:
    say = speech.say
    for area in catalogue.areas:
        groups = tuple(
            FormGroup(
                number=indicator.number,
                title=say(indicator.title),
                why=say(indicator.why),
                items=tuple(
                    item_of(question, catalogue, speech) for question in indicator.questions
                ),
            )
            for indicator in catalogue.in_area(area)
            if indicator.questions
        )
        if groups:
            yield FormPart(
                letter=area.letter,
                id=area.id,
                title=say(area.title),
                short_title=say(area.short_title),
                intro=say(area.intro),
                groups=groups,
            )


def _terms(catalogue: Catalogue, say: Say) -> Iterator[DefinedTerm]:
    for question in catalogue.questions.values():
        if question.short and question.hint:
            yield DefinedTerm(
                term=say(question.short),
                meaning=say(question.hint),
                unit=say(getattr(question, "unit", "")),
            )


def item_of(question: Question, catalogue: Catalogue, speech: FormSpeech) -> FormItem:
    """Lay out one question."""
    whole = getattr(question, "sums_to", None)
    return FormItem(
        name=question.name,
        label=speech.say(question.label),
        hint=_optional(question.hint, speech.say),
        condition=_condition(question, catalogue, speech.say),
        required=question.required,
        lines=tuple(_lines(question, speech)),
        at_most=getattr(question, "at_most", None),
        adds_up_to=100 if isinstance(question, SharesQuestion) else None,
        adds_up_to_question=whole,
    )


def line_keys(question: Question) -> tuple[str, ...]:
    """Give the keys of the lines of a question, whatever they say."""
    return tuple(line.key for line in _lines(question, FormSpeech(_unsaid)))


def _unsaid(_text: MessageValue) -> str:
    return ""


def _optional(text: Text | None, say: Say) -> str:
    return say(text) if text else ""


def _condition(question: Question, catalogue: Catalogue, say: Say) -> str:
    if question.relevant is None:
        return ""
    earlier = catalogue.questions[question.relevant.question]
    return say(message(FormMessage.CONDITION, question=earlier.label))


def _lines(question: Question, speech: FormSpeech) -> Iterator[FormLine]:
    name, say = question.name, speech.say
    match question:
        case IntegerQuestion() | DecimalQuestion():
            kind: Kind = "whole" if isinstance(question, IntegerQuestion) else "number"
            yield FormLine(
                key=name,
                kind=kind,
                unit=say(question.unit),
                low=question.min,
                high=question.max,
            )
        case MonthQuestion():
            yield FormLine(key=name, kind="month", unit=say(message(FormMessage.YEAR_AND_MONTH)))
        case SelectOneQuestion():
            yield FormLine(key=name, kind="one", options=_options(question, speech))
        case SelectMultipleQuestion() if question.choices:
            for choice in question.choices:
                yield FormLine(key=f"{name}.{choice.name}", label=say(choice.label), kind="mark")
        case SelectMultipleQuestion():
            yield FormLine(key=name, kind="text", unit=say(message(FormMessage.COUNTRIES)))
        case ScaleQuestion() | YesPartlyNoQuestion():
            scale = isinstance(question, ScaleQuestion)
            options = _options(question, speech)
            yield FormLine(key=name, kind="level" if scale else "one", options=options)
        case SharesQuestion() | CountsQuestion() | GridQuestion():
            yield from _part_lines(question, speech)
        case StoriesQuestion():
            yield from _story_lines(question, speech)
        case UrlQuestion():
            yield FormLine(key=name, kind="address")
        case _:
            yield FormLine(key=name, kind="long")


def _options(
    question: SelectOneQuestion | ScaleQuestion | YesPartlyNoQuestion | GridQuestion,
    speech: FormSpeech,
) -> tuple[FormOption, ...]:
    match question:
        case SelectOneQuestion():
            return tuple(speech.option(choice.name, choice.label) for choice in question.choices)
        case YesPartlyNoQuestion():
            yes, no = speech.yes_no()
            return yes, speech.option("partly", message(FormMessage.PARTLY)), no
        case _:
            return tuple(
                FormOption(
                    code=str(level),
                    label=_level(level, anchor, speech.say),
                    also=tuple(_level(level, anchor, said) for said in speech.also),
                )
                for level, anchor in enumerate(question.anchors)
            )


def _level(level: int, anchor: Wording, say: Say) -> str:
    return f"{level} – {say(anchor)}"


def _part_lines(
    question: SharesQuestion | CountsQuestion | GridQuestion, speech: FormSpeech
) -> Iterator[FormLine]:
    for part in question.parts:
        line = FormLine(
            key=f"{question.name}.{part.name}",
            label=speech.say(part.label),
            hint=_optional(part.hint, speech.say),
            kind="level",
        )
        more: dict[str, object]
        match question:
            case SharesQuestion():
                unit = "%"
                more = {"kind": "number", "unit": unit, "low": 0, "high": 100}
            case CountsQuestion():
                more = {"kind": "whole", "unit": speech.say(question.unit), "low": 0}
            case _:
                more = {"options": _options(question, speech)}
        yield line.model_copy(update=more)


_STORY_LINES: tuple[tuple[str, FormMessage, Kind], ...] = (
    ("title", FormMessage.STORY_TITLE, "text"),
    ("problem", FormMessage.STORY_PROBLEM, "long"),
    ("role", FormMessage.STORY_ROLE, "long"),
    ("participants", FormMessage.STORY_PARTICIPANTS, "text"),
    ("result", FormMessage.STORY_RESULT, "long"),
    ("released", FormMessage.STORY_RELEASED, "one"),
)
"""The lines of a story: the field, how it reads, what it takes."""


def _story_lines(question: StoriesQuestion, speech: FormSpeech) -> Iterator[FormLine]:
    for number in range(1, question.most + 1):
        for field, label, kind in _STORY_LINES:
            yield FormLine(
                key=f"{question.name}.{number}.{field}",
                label=speech.say(message(label, number=number)),
                kind=kind,
                options=speech.yes_no() if kind == "one" else (),
            )
