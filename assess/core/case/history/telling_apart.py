"""Cases that a list would show alike: copies of one interview under several editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from assess.core.text.name import identity_key

if TYPE_CHECKING:  # the first list is shown before anything large is loaded
    from assess.core.case.assessment import Case
    from assess.core.case.case_line import CaseLine


def editions_to_name(cases: Iterable[Case | CaseLine]) -> Mapping[str, str]:
    """Give by its id the edition of each case that has a copy under another one.

    A copy is a case of the same organisation with the same day of the interview, as opening a case
    with another edition makes it.
    """
    known = tuple(cases)
    editions = {(_interview(case), case.catalogue) for case in known}
    several = Counter(interview for interview, _ in editions)
    return {case.id: case.catalogue for case in known if several[_interview(case)] > 1}


def _interview(case: Case | CaseLine) -> tuple[str, str, object]:
    organisation = case.organisation
    return (
        organisation.country,
        identity_key(organisation.name),
        case.details.interview_date,
    )
