"""Effort: how much a recommendation takes, in words."""

from __future__ import annotations

from collections.abc import Mapping

from assess.core.advice.message import AdviceMessage
from assess.core.catalogue.rule.advice_rule import Effort

EFFORTS: Mapping[Effort, AdviceMessage] = {
    "S": AdviceMessage.EFFORT_DAY,
    "M": AdviceMessage.EFFORT_MONTH,
    "L": AdviceMessage.EFFORT_MORE,
}
