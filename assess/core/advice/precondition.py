"""Preconditions: what a rule presumes, held against the answers and the peers of a case."""

from __future__ import annotations

from collections.abc import Iterable

from assess.core.advice.trigger import Known, named_score, standing_for
from assess.core.case.check.answer_view import held
from assess.core.catalogue.indicator import Indicator
from assess.core.catalogue.rule.advice_rule import Need


def are_denied(needs: Iterable[Need], indicator: Indicator, known: Known) -> bool:
    """Tell whether the answers deny one of the preconditions; what is not known denies none.

    An answer that is in doubt denies as well: nothing is advised that it contradicts.
    """
    return any(
        False in (_is_met(need, indicator, known), _is_stated(need, indicator, known))
        for need in needs
    )


def are_met(needs: Iterable[Need], indicator: Indicator, known: Known) -> bool:
    """Tell whether all preconditions are known to be met."""
    return all(_is_met(need, indicator, known) is True for need in needs)


def _is_met(need: Need, indicator: Indicator, known: Known) -> bool | None:
    if need.holds_ is not None:
        found = held(need.holds_, known.assessment, known.catalogue)
        return None if found is None else bool(found)
    score = named_score(need.measure or "", indicator, known.scores)
    if score is None or score.value is None:
        return None
    if not need.position:
        return need.holds(score.value)
    standing = standing_for(score, known)
    if standing is None or standing.position not in ("below", "within", "above"):
        return None
    return standing.position in need.position


def _is_stated(need: Need, indicator: Indicator, known: Known) -> bool | None:
    """Tell whether the answers say that a precondition is met, whatever they are worth."""
    if need.holds_ is not None:
        found = held(need.holds_, known.stated, known.catalogue)
        return None if found is None else bool(found)
    score = named_score(need.measure or "", indicator, known.stated_scores)
    if score is None or need.position:
        return None
    return need.holds(score.stated if score.value is None else score.value)
