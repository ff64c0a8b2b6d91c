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

    PLAN_OPEN = "advice.plan_open"
    PLAN_UNDER_WAY = "advice.plan_under_way"
    PLAN_DONE = "advice.plan_done"
    PLAN_DROPPED = "advice.plan_dropped"
    PLAN_DROPPED_BECAUSE = "advice.plan_dropped_because"
    PLAN_FORWARD = "advice.plan_forward"
    PLAN_BACK = "advice.plan_back"
    PLAN_SAME = "advice.plan_same"
    PLAN_MOVED = "advice.plan_moved"
    PLAN_AIM_REACHED = "advice.plan_aim_reached"
    PLAN_AIM_NOT_REACHED = "advice.plan_aim_not_reached"
    PLAN_NOT_COMPARED = "advice.plan_not_compared"
    PLAN_WITHOUT_MEASURE = "advice.plan_without_measure"
