"""Why an entry about a label is refused, in words: a whole sentence for each kind of entry."""

from __future__ import annotations

from assess.core.label.decision import DecisionKind
from assess.languages import gettext


def not_finished(kind: DecisionKind) -> str:
    """Say that the case has to be finished first."""
    match kind:
        case DecisionKind.PROPOSED:
            return gettext("The case is not finished; finish it before the label is proposed.")
        case DecisionKind.AWARDED:
            return gettext("The case is not finished; finish it before the label is awarded.")
        case DecisionKind.REFUSED:
            return gettext("The case is not finished; finish it before the label is refused.")
        case DecisionKind.REVOKED:
            return gettext("The case is not finished; finish it before the label is revoked.")


def impossible(kind: DecisionKind, reason: str) -> str:
    """Say why the label cannot be what it is to become."""
    match kind:
        case DecisionKind.PROPOSED:
            return gettext("The label cannot be proposed: {reason}.", reason=reason)
        case DecisionKind.AWARDED:
            return gettext("The label cannot be awarded: {reason}.", reason=reason)
        case DecisionKind.REFUSED:
            return gettext("The label cannot be refused: {reason}.", reason=reason)
        case DecisionKind.REVOKED:
            return gettext("The label cannot be revoked: {reason}.", reason=reason)


def not_eligible(kind: DecisionKind) -> str:
    """Say that nothing was recorded, since criteria are not met; which ones stands below it."""
    match kind:
        case DecisionKind.PROPOSED:
            return gettext("The label cannot be proposed; nothing was recorded.")
        case DecisionKind.AWARDED:
            return gettext("The label cannot be awarded; nothing was recorded.")
        case DecisionKind.REFUSED:
            return gettext("The label cannot be refused; nothing was recorded.")
        case DecisionKind.REVOKED:
            return gettext("The label cannot be revoked; nothing was recorded.")
