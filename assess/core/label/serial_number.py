"""Serial numbers of labels: stored as issued, checked for plausibility, never invented."""

from __future__ import annotations

import re

from assess.core.case.assessment import Case
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.policy import LabelRules
from assess.core.label.message import LabelMessage
from assess.core.text.message import Message, Month, message


def serial_warnings(serial: str, case: Case, catalogue: Catalogue) -> tuple[Message, ...]:
    """Give what is odd about a serial number, compared with the case: form, country, month."""
    found = re.match(catalogue.label.serial_pattern, serial)
    if found is None:
        return (message(LabelMessage.SERIAL_OF_ODD_FORM, serial=repr(serial)),)
    country, _, year, month = found.groups()[:4]
    warnings = []
    if country != case.organisation.country:
        of_case = case.organisation.country
        warnings.append(
            message(
                LabelMessage.SERIAL_OF_OTHER_COUNTRY,
                serial=serial,
                country=country,
                of_case=of_case,
            )
        )
    interview = case.details.interview_date
    if (int(year), int(month)) != (interview.year, interview.month):
        warnings.append(
            message(
                LabelMessage.SERIAL_OF_OTHER_MONTH,
                serial=serial,
                month=f"{year}-{month}",
                interview=Month(interview.replace(day=1)),
            )
        )
    return tuple(warnings)


def listed_serial_warnings(serial: str, country: str, rules: LabelRules) -> tuple[Message, ...]:
    """Give what is odd about the serial number of a listed label: form and country."""
    found = re.match(rules.serial_pattern, serial)
    if found is None:
        return (message(LabelMessage.SERIAL_OF_ODD_FORM, serial=repr(serial)),)
    if found[1] != country:
        return (
            message(
                LabelMessage.LISTED_SERIAL_OF_OTHER_COUNTRY,
                serial=serial,
                country=found[1],
                of_label=country,
            ),
        )
    return ()
