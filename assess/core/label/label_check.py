"""The check of a label: eligibility and validity of a case, on which a decision is based."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.level import LOWEST
from assess.core.label.eligibility import Eligibility, Verdict, check_eligibility
from assess.core.label.message import LabelMessage
from assess.core.label.validity import Validity, validity
from assess.core.scoring.score import Scores
from assess.core.text.message import Message, message
from assess.core.text.value import Value


class LabelCheck(Value):
    """What a decision on a case would be based on; no policy: no label, because ..."""

    level: str = LOWEST
    policy: str | None
    eligibility: Eligibility
    validity: Validity | None
    previous: date | None = None
    reason: Message | None = None


def check_label(
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    verdicts: Mapping[str, Verdict],
    previous: date | None,
    *,
    level: str = LOWEST,
) -> LabelCheck:
    """Check eligibility and validity of a case for a level of the label."""
    interview = assessment.case.details.interview_date
    policy = catalogue.label.policy_for(level, interview)
    eligibility = check_eligibility(policy, scores, assessment, catalogue, verdicts)
    if policy is None:
        reason = message(LabelMessage.NO_POLICY, level=level, interview=interview)
        return LabelCheck(
            level=level, policy=None, eligibility=eligibility, validity=None, reason=reason
        )
    return LabelCheck(
        level=level,
        policy=policy.id,
        eligibility=eligibility,
        validity=validity(policy, interview, previous),
        previous=previous,
    )
