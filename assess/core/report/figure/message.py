"""What the charts say, and the texts beside them that say the same in words."""

from __future__ import annotations

from enum import StrEnum


class ReportFigureMessage(StrEnum):
    """Every message of a chart."""

    THIS_CLUSTER = "report.chart_this_cluster"
    NO_VALUE = "report.chart_no_value"
    ROW = "report.chart_row"
    ROW_AMONG = "report.chart_row_among"
    PEERS_ARE = "report.chart_peers_are"

    # scales and levels
    PUBLISHED = "report.chart_published"
    BAND = "report.chart_band"

    # wholes, classes and checklists
    WITHOUT_PARTS = "report.chart_without_parts"
    PART = "report.chart_part"
    MEDIANS = "report.chart_medians"
    NO_CLASS = "report.chart_no_class"
    OWN_CLASS = "report.chart_own_class"
    CLASSES = "report.chart_classes"
    OTHER_CLASSES = "report.chart_other_classes"
    CLASSES_OF_GROUP = "report.chart_classes_of_group"
    CLASS_SHARE = "report.chart_class_share"
    HAVE_IT = "report.chart_have_it"
    YES = "report.chart_yes"
    PARTLY = "report.chart_partly"
    NO = "report.chart_no"

    # services
    FIELD = "report.chart_field"
    FIELD_AMONG = "report.chart_field_among"
    NOT_ASKED = "report.chart_not_asked"

    # areas
    AT_A_GLANCE = "report.chart_at_a_glance"
    GLANCE = "report.chart_glance"
    GLANCE_AMONG = "report.chart_glance_among"
    GLANCE_KEY = "report.chart_glance_key"
    ON_OWN_SCALES = "report.chart_on_own_scales"
    AMONG_PEERS = "report.chart_among_peers"
    NONE_AMONG_PEERS = "report.chart_none_among_peers"
    NOTHING = "report.chart_nothing"
    MISSING = "report.chart_missing"
    MOST_POSSIBLE = "report.chart_most_possible"
    BELOW = "report.chart_below"
    MIDDLE_HALF = "report.chart_middle_half"
    ABOVE = "report.chart_above"
    MARK_ON_SCALE = "report.chart_mark_on_scale"
    MARK_BELOW = "report.chart_mark_below"
    MARK_WITHIN = "report.chart_mark_within"
    MARK_ABOVE = "report.chart_mark_above"
    STRIP = "report.chart_strip"
    STRIP_WITH_GAPS = "report.chart_strip_with_gaps"
    STRIP_OF_GAPS = "report.chart_strip_of_gaps"

    # rounds
    TREND = "report.chart_trend"
    TREND_KEY = "report.chart_trend_key"
    TREND_POINT = "report.chart_trend_point"
    TREND_ROW = "report.chart_trend_row"
