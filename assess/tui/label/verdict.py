"""A verdict on a criterion in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.languages import gettext
from assess.languages.message import say
from assess.tui.widgets.columns import room_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assess.core.label.eligibility import CriterionCheck, VerdictWord

VERDICTS: Mapping[VerdictWord, str] = {
    "met": gettext("met"),
    "not_met": gettext("not met"),
    "open": gettext("not judged"),
}
_SIGNS: Mapping[VerdictWord, tuple[str, str]] = {
    "met": ("✓", "accent"),
    "not_met": ("✗", "strong"),
    "open": ("?", "quiet"),
}
"""The sign of each verdict, and how it looks."""

VERDICT_WIDTH = room_for(9, *(f"{_SIGNS[word][0]} {said}" for word, said in VERDICTS.items()))
"""How many cells a verdict with its sign takes."""


def verdict_words(criterion: CriterionCheck) -> tuple[str, str]:
    """Give the verdict with its sign, marked where it disagrees with the number."""
    sign, look = _SIGNS[criterion.verdict]
    word = f"{sign} {VERDICTS[criterion.verdict]}"
    return (f"{word} !", "warning") if criterion.warning else (word, look)


def verdict_title(criterion: CriterionCheck, verdict: VerdictWord) -> str:
    """Say which verdict on which criterion is given."""
    title = say(criterion.title)
    match verdict:
        case "met":
            return gettext("{criterion} met: {title}", criterion=criterion.id, title=title)
        case "not_met":
            return gettext("{criterion} not met: {title}", criterion=criterion.id, title=title)
        case "open":
            return gettext("{criterion} not judged: {title}", criterion=criterion.id, title=title)
