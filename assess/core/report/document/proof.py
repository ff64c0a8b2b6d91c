"""The proof: one page that says whether a label was valid on a day, as known now and then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assess.core.register.record import Label
from assess.core.register.register import Register
from assess.core.register.validity_timeline import LabelStatus, in_time
from assess.core.report.record.code import QrCode
from assess.core.report.record.fact import Fact
from assess.core.text.message import Say
from assess.core.text.value import Value
from assess.core.text.words import day_text, sentence


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
    label: Label, register: Register, on: date, *, today: date, code: QrCode | None = None, say: Say
) -> Proof:
    """Give the proof for a label and a day."""
    catalogue = register.catalogue
    titles = {str(level.id): str(level.full_title) for level in catalogue.label.levels}
    status = register.status(label, on)
    is_valid = status is LabelStatus.VALID
    said = "was" if on < today else "is" if on == today else "will be"
    answer = f"{said} valid on {day_text(on)}" if is_valid else _not_valid(status, on, said, say)
    return Proof(
        title=f"Label on {day_text(on)}",
        disclaimer=(
            "This page says what the register holds. It is not the certificate, which only the "
            "issuing body gives."
        ),
        marks=("Synthetic demonstration data",) if label.synthetic else (),
        printed_on=today,
        organisation=label.name,
        place=say(catalogue.country_name(label.country)),
        full_title=titles.get(label.level, label.level),
        answer=f"The {label.level} Label {answer}.",
        is_valid=is_valid,
        then=_then(label, register, on, say),
        facts=tuple(_facts(label, register, say)),
        life=tuple(
            SpanLine(
                first=day_text(span.first) if span.first else "the beginning",
                last=day_text(span.last) if span.last else "further notice",
                status=span.status.words,
                holds_day=(span.first or date.min) <= on <= (span.last or date.max),
            )
            for span in register.life(label)
        ),
        code=code,
        footer=sentence(str(catalogue.edition.notice)).rstrip("."),
    )


def _not_valid(status: LabelStatus, on: date, said: str, say: Say) -> str:
    return f"{said} not valid on {day_text(on)}: {status.words}"


def _then(label: Label, register: Register, on: date, say: Say) -> str:
    for span in register.life_as_known_then(label):
        if (span.first or date.min) <= on <= (span.last or date.max):
            if span.status is None:
                return "On that day the register did not hold this label yet."
            return f"As known on that day: {span.status.words}."
    return ""


def _facts(label: Label, register: Register, say: Say) -> Iterator[Fact]:
    given = label.given
    yield Fact(label="Comparative portfolio", text=label.portfolio)
    if label.interview_date:
        yield Fact(label="Interview", text=day_text(label.interview_date))
    if given is not None:
        is_decided = label.awarded is not None or (label.listed and label.listed.is_decision)
        yield Fact(label="Awarded" if is_decided else "Listed", text=day_text(given.on))
        if given.valid_from and given.valid_until:
            span = f"{day_text(given.valid_from)} to {day_text(given.valid_until)}"
            yield Fact(label="Valid", text=span)
        if given.rule:
            yield Fact(label="Rule", text=sentence(say(given.rule)))
        if given.serial:
            yield Fact(label="Serial number", text=given.serial)
    if label.listed:
        yield Fact(label="Source", text=label.listed.source)
    if label.ended:
        yield Fact(label="Revoked", text=day_text(label.ended.on))
    others = [held for held in register.held_by(label.key) if held.given and held != label]
    for held in sorted(others, key=in_time):
        end = f"until {day_text(held.valid_until)}" if held.valid_until else "without a date"
        named = f" ({held.name})" if held.name != label.name else ""
        yield Fact(label=f"Other {held.level} Label", text=f"{end}{named}")
