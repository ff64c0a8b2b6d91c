"""What is said about derived values, and about how they changed."""

from __future__ import annotations

from enum import StrEnum


class ScoringMessage(StrEnum):
    """How a value is shown, where it comes from, and why there is none."""

    MEASURE_OF_INDICATOR = "scoring.measure_of_indicator"
    INPUT_IS = "scoring.input_is"
    INPUT_WITHOUT_VALUE = "scoring.input_without_value"
    DIVISOR_IS_ZERO = "scoring.divisor_is_zero"
    SUM_IS_ZERO = "scoring.sum_is_zero"
    INPUT_IS_ZERO = "scoring.input_is_zero"
    NO_CLASS = "scoring.no_class"
    NO_ITEM = "scoring.no_item"
    ONLY_YEAR_KNOWN = "scoring.only_year_known"
    CONTRADICTION = "scoring.contradiction"

    WITH_UNIT = "scoring.with_unit"
    WITH_LEVEL = "scoring.with_level"
    UNUSUAL = "scoring.unusual"
    UNUSUAL_BECAUSE = "scoring.unusual_because"
    NO_VALUE = "scoring.no_value"
    NO_VALUE_BECAUSE = "scoring.no_value_because"
    ORIGIN = "scoring.origin"
    INPUT = "scoring.input"
    LEFT_OUT = "scoring.left_out"
    NOTE = "scoring.note"

    FROM_TO = "scoring.from_to"
    PERCENTAGE_POINTS_MORE = "scoring.percentage_points_more"
    PERCENTAGE_POINTS_FEWER = "scoring.percentage_points_fewer"
    MORE = "scoring.more"
    LESS = "scoring.less"
    MORE_OF_UNIT = "scoring.more_of_unit"
    LESS_OF_UNIT = "scoring.less_of_unit"
    MEASURE_WITH_NUMBER = "scoring.measure_with_number"
