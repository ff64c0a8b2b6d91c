"""The proof: one page that says whether a label was valid on a day, as known now and then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assess.core.published_list.kept import SOURCES
from assess.core.register.record import Label
from assess.core.register.register import Register
from assess.core.register.status_account import account, short_status, told_status
from assess.core.register.validity_timeline import LabelStatus, Span, in_time
from assess.core.report.document.label_status import status_word
from assess.core.report.document.message import ReportDocumentMessage
from assess.core.report.record.code import QrCode
from assess.core.report.record.fact import Fact
from assess.core.text.kept import Understand
from assess.core.text.message import Day, Message, MessageValue, Say, Sentence, message
from assess.core.text.value import Value
from assess.core.text.words import sentence


class SpanLine(Value):
    """Days with one status, in words."""

    first: str
    last: str
    status: str
    holds_day: bool
    """Whether the day that was asked for is one of them."""


class Proof(Value):
    """What the register says of a label on a day, ready to print on one page."""

    language: str = "en"
    title: str
    disclaimer: str
    marks: tuple[str, ...]
    printed_on: date
    organisation: str
    place: str
    full_title: str
    answer: str
    is_valid: bool
    then: str
    """What the register knew on the day itself."""
    facts: tuple[Fact, ...]
    life: tuple[SpanLine, ...]
    code: QrCode | None = None
    """Leads to the page of the label, where the address of the public register is known."""
    footer: str


def proof(
    label: Label,
    register: Register,
    on: date,
    *,
    today: date,
    code: QrCode | None = None,
    language: str = "en",
    say: Say,
    understand: Understand,
) -> Proof:
    """Give the proof for a label and a day, in the language in which `say` says it.

    `understand` tells where a listing comes from.
    """
    catalogue = register.catalogue
    titles = {str(level.id): level.full_title for level in catalogue.label.levels}
    status = register.status(label, on)
    return Proof(
        language=language,
        title=say(message(ReportDocumentMessage.PROOF_TITLE, day=Day(on, in_words=True))),
        disclaimer=say(message(ReportDocumentMessage.PROOF_IS_NO_CERTIFICATE)),
        marks=(say(message(ReportDocumentMessage.SYNTHETIC)),) if label.synthetic else (),
        printed_on=today,
        organisation=label.name,
        place=say(catalogue.country_name(label.country)),
        full_title=say(titles.get(label.level, label.level)),
        answer=say(_answer(label, register, on, today)),
        is_valid=status is LabelStatus.VALID,
        then=_then(label, register, on, say),
        facts=tuple(_facts(label, register, say, understand)),
        life=tuple(
            SpanLine(
                first=say(_day(span.first) or message(ReportDocumentMessage.FROM_BEGINNING)),
                last=say(_day(span.last) or message(ReportDocumentMessage.UNTIL_FURTHER_NOTICE)),
                status=say(_span_word(label, span, register)),
                holds_day=(span.first or date.min) <= on <= (span.last or date.max),
            )
            for span in register.life(label)
        ),
        code=code,
        footer=sentence(say(catalogue.edition.notice)).rstrip("."),
    )


def _day(day: date | None) -> Day | None:
    return Day(day, in_words=True) if day else None


def _answer(label: Label, register: Register, on: date, today: date) -> Message:
    """Say whether the label was, is or will be valid; or that it is not known, and why."""
    day, level = Day(on, in_words=True), label.level
    tense = 0 if on < today else 1 if on == today else 2
    told = account(label, register.status(label, on), on, register.track(label), in_words=True)
    if told.reason is not None:
        code = (
            ReportDocumentMessage.WAS_UNKNOWN,
            ReportDocumentMessage.IS_UNKNOWN,
            ReportDocumentMessage.WILL_BE_UNKNOWN,
        )[tense]
        return message(code, level=level, day=day, reason=told.reason)
    if told.status is LabelStatus.VALID:
        code = (
            ReportDocumentMessage.WAS_VALID,
            ReportDocumentMessage.IS_VALID,
            ReportDocumentMessage.WILL_BE_VALID,
        )[tense]
        return message(code, level=level, day=day)
    code = (
        ReportDocumentMessage.WAS_NOT_VALID,
        ReportDocumentMessage.IS_NOT_VALID,
        ReportDocumentMessage.WILL_NOT_BE_VALID,
    )[tense]
    return message(code, level=level, day=day, status=_why(label, told.status, register, on))


def _why(label: Label, status: LabelStatus, register: Register, on: date) -> Message:
    """Say why a label is not valid on a day."""
    if status is LabelStatus.REVOKED and label.ended is not None:
        return message(ReportDocumentMessage.REVOKED_ON, day=Day(label.ended.on, in_words=True))
    if status is LabelStatus.SUPERSEDED:
        since = next(
            span.first
            for span in register.life(label)
            if (span.first or date.min) <= on <= (span.last or date.max)
        )
        if since is not None:
            return message(ReportDocumentMessage.REPLACED_ON, day=Day(since, in_words=True))
    return status_word(status)


def _span_word(label: Label, span: Span, register: Register) -> Message:
    """Say what a label was over a span of days."""
    inside = span.first or span.last or date.max
    told = told_status(label, span.status, inside, register.track(label))
    is_undated = told is LabelStatus.UNKNOWN and label.valid_until is None
    return short_status(label, told, in_words=True) if is_undated else status_word(told)


def _then(label: Label, register: Register, on: date, say: Say) -> str:
    """Say what the register knew on the day itself."""
    known = register.known_then(label, on)
    key = label.case, label.level
    held = next((other for other in known.labels if (other.case, other.level) == key), None)
    if held is None:
        return say(message(ReportDocumentMessage.NOT_KNOWN_THEN))
    told = account(held, known.status(held, on), on, known.track(held), in_words=True)
    if told.reason is not None:
        return say(message(ReportDocumentMessage.UNKNOWN_THEN, reason=told.reason))
    return say(message(ReportDocumentMessage.KNOWN_THEN, status=_why(held, told.status, known, on)))


def _facts(label: Label, register: Register, say: Say, understand: Understand) -> Iterator[Fact]:
    def fact(label: ReportDocumentMessage, text: MessageValue) -> Fact:
        return Fact(label=say(message(label)), text=say(text))

    given = label.given
    yield fact(ReportDocumentMessage.PORTFOLIO, label.portfolio)
    if label.interview_date:
        yield fact(ReportDocumentMessage.INTERVIEW, Day(label.interview_date, in_words=True))
    if given is not None:
        is_decided = label.awarded is not None or (label.listed and label.listed.is_decision)
        word = ReportDocumentMessage.AWARDED if is_decided else ReportDocumentMessage.LISTED
        yield fact(word, Day(given.on, in_words=True))
        if given.valid_from and given.valid_until:
            first = Day(given.valid_from, in_words=True)
            last = Day(given.valid_until, in_words=True)
            span = message(ReportDocumentMessage.SPAN, first=first, last=last)
            yield fact(ReportDocumentMessage.VALIDITY, span)
        if given.rule:
            yield fact(ReportDocumentMessage.RULE, Sentence(given.rule))
        if given.serial:
            yield fact(ReportDocumentMessage.SERIAL_NUMBER, given.serial)
    if label.listed:
        yield fact(ReportDocumentMessage.SOURCE, understand(label.listed.source, SOURCES))
    if label.ended:
        yield fact(ReportDocumentMessage.REVOKED, Day(label.ended.on, in_words=True))
    others = [held for held in register.held_by(label.key) if held.given and held != label]
    for held in sorted(others, key=in_time):
        head = message(ReportDocumentMessage.OTHER_LABEL, level=held.level)
        yield Fact(label=say(head), text=say(_end(held, label.name)))


def _end(held: Label, name: str) -> Message:
    """Say until when another label was valid, and of which name it is where it is of another."""
    day = _day(held.valid_until)
    if day is not None and held.name != name:
        return message(ReportDocumentMessage.UNTIL_AS, day=day, name=held.name)
    if day is not None:
        return message(ReportDocumentMessage.UNTIL, day=day)
    if held.name != name:
        return message(ReportDocumentMessage.WITHOUT_DATE_AS, name=held.name)
    return message(ReportDocumentMessage.WITHOUT_DATE)
