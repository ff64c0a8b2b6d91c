"""Serial numbers of labels: stored as issued, checked for plausibility, never invented."""

from __future__ import annotations

import re

from assess.core.case.assessment import Case
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.policy import LabelRules


def serial_warnings(serial: str, case: Case, catalogue: Catalogue) -> tuple[str, ...]:
    """Give what is odd about a serial number, compared with the case: form, country, month."""
    found = re.match(catalogue.label.serial_pattern, serial)
    if found is None:
        return (f"serial {serial!r} does not have the usual form (such as DNK063201604C160869)",)
    country, _, year, month = found.groups()[:4]
    warnings = []
    if country != case.organisation.country:
        of_case = case.organisation.country
        warnings.append(
            f"serial {serial}: its country {country} is not that of the case ({of_case})"
        )
    interview = case.details.interview_date
    if (int(year), int(month)) != (interview.year, interview.month):
        warnings.append(
            f"serial {serial}: its month {year}-{month} is not that of the interview "
            f"({interview:%Y-%m})"
        )
    return tuple(warnings)


def listed_serial_warnings(serial: str, country: str, rules: LabelRules) -> tuple[str, ...]:
    """Give what is odd about the serial number of a listed label: form and country."""
    found = re.match(rules.serial_pattern, serial)
    if found is None:
        return (f"serial {serial!r} does not have the usual form (such as DNK063201604C160869)",)
    if found[1] != country:
        return (f"serial {serial}: its country {found[1]} is not that of the label ({country})",)
    return ()
