"""The cover of the report: whose it is, from when, and by whom."""

from __future__ import annotations

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.register.record import Label
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.fact import Fact
from assess.core.report.record.message import ReportRecordMessage
from assess.core.report.record.report import Cover
from assess.core.text.message import Day, Month, Say, Text, message
from assess.core.text.words import sentence, shortened

NAME_LENGTH, FACT_LENGTH = 110, 90
"""How much of a name and of a fact the cover holds; the imprint holds all of it."""


def cover(assessment: Assessment, catalogue: Catalogue, decision: Label | None, say: Say) -> Cover:
    """Give the cover of a draft; `decision` is the label, where one was decided."""
    case = assessment.case
    country = say(catalogue.country_name(case.organisation.country))
    region = case.organisation.region
    place = f"{shortened(region, FACT_LENGTH)}, {country}" if region else country
    on_site = case.details.mode == "onsite"
    interview = message(
        ReportPageMessage.ON_SITE if on_site else ReportPageMessage.BY_VIDEO,
        day=Day(case.details.interview_date, in_words=True),
    )
    said: list[tuple[str, Text]] = [
        (ReportPageMessage.COUNTRY, place),
        (ReportPageMessage.PORTFOLIO, shortened(case.details.portfolio, FACT_LENGTH)),
        (ReportPageMessage.INTERVIEW, interview),
        (ReportPageMessage.EXPERT, shortened(case.details.expert, FACT_LENGTH)),
        (ReportRecordMessage.EDITION, message(ReportPageMessage.NOT_ISSUED)),
    ]
    serial = decision.awarded.serial if decision and decision.awarded else None
    if serial:
        said.append((ReportPageMessage.SERIAL_NUMBER, serial))
    return Cover(
        organisation=shortened(case.organisation.name, NAME_LENGTH),
        facts=tuple(Fact(label=say(message(label)), text=say(text)) for label, text in said),
        month=say(Month(case.details.interview_date, in_words=True)),
        notice=sentence(say(catalogue.edition.notice)),
    )
