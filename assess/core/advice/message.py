"""What is said of what the catalogue advises."""

from __future__ import annotations

from enum import StrEnum


class AdviceMessage(StrEnum):
    """What stands in the wordings of recommendations and strengths, and why in this place."""

    NO_VALUE = "advice.no_value"
    PEERS = "advice.peers"
    AND_MORE = "advice.and_more"

    AGAINST_ELIGIBILITY = "advice.against_eligibility"
    FOR_MINIMUM = "advice.for_minimum"
    BY_DISTANCE_AND_RATING = "advice.by_distance_and_rating"
    BY_DISTANCE = "advice.by_distance"
    BY_RATING = "advice.by_rating"
    BY_FINDING = "advice.by_finding"
    ORDER_OF_EXPERT = "advice.order_of_expert"

    EFFORT_DAY = "advice.effort_day"
    EFFORT_MONTH = "advice.effort_month"
    EFFORT_MORE = "advice.effort_more"
    NO_QUALITY_ITEM = "advice.no_quality_item"
