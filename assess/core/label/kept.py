"""What a decision keeps of its rule and warnings: messages, or the prose of an older version."""

from __future__ import annotations

from collections.abc import Mapping

from assess.core.label.decision import LabelDecision
from assess.core.label.message import LabelMessage
from assess.core.text.kept import KeptMessages, PlaceKind, Understand, understood_text

_DAY, _MONTH = PlaceKind.DAY, PlaceKind.MONTH
_WHOLE, _TEXT = PlaceKind.WHOLE_NUMBER, PlaceKind.TEXT

_FROM_MONTH = {"interview": _MONTH, "months": _WHOLE, "until": _DAY}
_FROM_DAY = {"interview": _DAY, "months": _WHOLE, "until": _DAY}
_FROM_PREVIOUS = {"previous": _DAY, "months": _WHOLE, "until": _DAY}
_CLOSED = {"closed": _DAY}

RULES = KeptMessages(
    {
        LabelMessage.FIRST_TO_END_OF_MONTH: _FROM_MONTH,
        LabelMessage.FIRST_TO_SAME_DAY: _FROM_DAY,
        LabelMessage.FIRST_TO_LAST_DAY: _FROM_DAY,
        LabelMessage.TOO_LATE_TO_END_OF_MONTH: _FROM_MONTH | _CLOSED,
        LabelMessage.TOO_LATE_TO_SAME_DAY: _FROM_DAY | _CLOSED,
        LabelMessage.TOO_LATE_TO_LAST_DAY: _FROM_DAY | _CLOSED,
        LabelMessage.RENEWED_TO_END_OF_MONTH: _FROM_PREVIOUS,
        LabelMessage.RENEWED_TO_SAME_DAY: _FROM_PREVIOUS,
        LabelMessage.RENEWED_TO_LAST_DAY: _FROM_PREVIOUS,
        LabelMessage.RENEWED_FROM_INTERVIEW_TO_END_OF_MONTH: _FROM_MONTH,
        LabelMessage.RENEWED_FROM_INTERVIEW_TO_SAME_DAY: _FROM_DAY,
        LabelMessage.RENEWED_FROM_INTERVIEW_TO_LAST_DAY: _FROM_DAY,
    }
)
"""Rules of awards."""

LISTED_RULES = KeptMessages(
    {
        LabelMessage.LISTED_WITH_SPAN: {"starts": _DAY, "until": _DAY},
        LabelMessage.LISTED_BEFORE_TERM: {"until": _DAY, "listed_on": _DAY},
        LabelMessage.LISTED_WITHOUT_POLICY: {"until": _DAY},
        LabelMessage.LISTED_WITH_TERM: {
            "until": _DAY,
            "policy": _TEXT,
            "months": _WHOLE,
            "starts": _DAY,
        },
    }
)
"""Rules of listed labels."""

_SPAN: Mapping[str, PlaceKind] = {"at_least": _WHOLE, "at_most": _WHOLE}

WARNINGS = KeptMessages(
    {
        LabelMessage.EARLY: {"months": _WHOLE, "previous": _DAY},
        LabelMessage.NOTHING_FOLLOWED: {"level": _TEXT, **_SPAN},
        LabelMessage.FOLLOWED_AT_ODD_TIME: {"level": _TEXT, "earlier": _DAY, **_SPAN},
        LabelMessage.ISSUED_OTHERWISE: {"issued": _DAY, "computed": _DAY},
        LabelMessage.IMPARTIALITY_NOT_DECLARED: {},
        LabelMessage.INTEREST_STATED: {"statement": _TEXT},
        LabelMessage.IMPARTIALITY_DECLARED_LATE: {"declared": _DAY, "interview": _DAY},
        LabelMessage.IMPARTIALITY_DECLARED_BY_OTHER: {"by": _TEXT, "expert": _TEXT},
        LabelMessage.SERIAL_OF_ODD_FORM: {"serial": _TEXT},
        LabelMessage.SERIAL_OF_OTHER_COUNTRY: {"serial": _TEXT, "country": _TEXT, "of_case": _TEXT},
        LabelMessage.SERIAL_OF_OTHER_MONTH: {
            "serial": _TEXT,
            "month": _TEXT,
            "interview": _MONTH,
        },
    }
)
"""Warnings of proposals and awards."""

LISTED_WARNINGS = KeptMessages(
    {
        LabelMessage.BEGINS_AFTER_END: {"starts": _DAY, "until": _DAY},
        LabelMessage.SERIAL_OF_ODD_FORM: {"serial": _TEXT},
        LabelMessage.LISTED_SERIAL_OF_OTHER_COUNTRY: {
            "serial": _TEXT,
            "country": _TEXT,
            "of_label": _TEXT,
        },
    }
)
"""Warnings of listed labels."""


def understood_decision(decision: LabelDecision, understand: Understand) -> LabelDecision:
    """Give a decision with its prose as the messages that it is, where that is certain."""
    if not decision.rule and not decision.warnings:
        return decision
    rule = decision.rule and understood_text(decision.rule, RULES, understand)
    warnings = tuple(understood_text(kept, WARNINGS, understand) for kept in decision.warnings)
    if rule is decision.rule and warnings == decision.warnings:
        return decision
    return decision.model_copy(update={"rule": rule, "warnings": warnings})
