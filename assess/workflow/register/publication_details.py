"""How the public register is called, who publishes it and where it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assess.core.case.reading.address import as_address
from assess.core.case.value_form import address_fault
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.level import LOWEST
from assess.core.register.message import RegisterMessage
from assess.core.register.public_label import public_id
from assess.core.register.publisher_texts import PublisherTexts, SchemeTerms
from assess.core.register.record import Label, Publication
from assess.core.report.document.award_record import AwardRecord
from assess.core.report.record.code import QrCode
from assess.core.report.record.theme import Theme
from assess.core.text.message import Say, Sentence, message
from assess.errors import AssessError
from assess.exchange.container.qr_code import code_of
from assess.languages.message import say
from assess.languages.understanding import in_english
from assess.workflow.desk.desk import Desk


def publication(desk: Desk) -> Publication:
    """Give how the public register is called; the newest that was said counts."""
    said = desk.store.register.publications()
    return said[-1] if said else Publication(on=desk.today, by="nobody")


def register_title(about: Publication, say: Say) -> str:
    """Say how the register is called: as its publisher says, or by its usual title."""
    usual = message(RegisterMessage.TITLE)
    return say(usual) if about.title in ("", in_english(usual)) else about.title


def set_publication(desk: Desk, *, by: str, **stated: str | None) -> Publication:
    """Record how the public register is called; an empty text takes back what was said."""
    known = publication(desk)
    update: dict[str, object] = {"on": desk.today, "by": by, "recorded_at": desk.now}
    for name, text in stated.items():
        if text is None:
            continue
        value = text.strip()
        if name == "base_address" and value:
            value = as_address(value)
            if fault := address_fault(value):
                raise AssessError(say(Sentence(fault)))
            value = value.rstrip("/") + "/"
        update[name] = value or Publication.model_fields[name].default
    new = known.model_copy(update=update)
    if any(getattr(new, name) != getattr(known, name) for name in stated):
        desk.store.register.add([new], at=desk.now)
    return new


def page_code(desk: Desk, label: Label) -> QrCode | None:
    """Give the code that leads to the page of a label, where the register's address is known."""
    base = publication(desk).base_address
    return code_of(f"{base}label/{public_id(label)}.html") if base else None


def with_page_code(desk: Desk, record: AwardRecord, label: Label | None) -> AwardRecord:
    """Give an award record that leads to the page of its label, where that is known."""
    return record.model_copy(update={"code": page_code(desk, label)}) if label else record


def read_publisher(path: Path | None, templates: Path) -> tuple[Theme | None, PublisherTexts]:
    """Read what the theme file says of the publisher; Refused where it cannot be used."""
    if path is None:
        return None, PublisherTexts()
    from assess.exchange.register.publisher_texts_file import read_texts
    from assess.exchange.report import theme_file
    from assess.render.document.design_tokens import load_tokens

    theme = theme_file.read(path, load_tokens(templates))
    return theme, read_texts(path, theme.imprint)


def scheme_terms(catalogue: Catalogue, on: date) -> SchemeTerms | None:
    """Give what the rules of a day say of the lowest level; None where none is in force."""
    rules = catalogue.label
    policy = rules.policy_for(LOWEST, on)
    if policy is None:
        return None
    criteria = rules.criteria if policy.criteria_apply else ()
    return SchemeTerms(
        indicators=len(catalogue.indicators),
        months=policy.first.months,
        renewal_months=policy.renewal.months if policy.renewal else 0,
        areas=tuple(say(area.title) for area in catalogue.edition.areas),
        criteria=tuple((say(criterion.title), say(criterion.text)) for criterion in criteria),
        titles=tuple((str(level.id), say(level.title)) for level in rules.levels),
    )
