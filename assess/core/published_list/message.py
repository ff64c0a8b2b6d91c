"""What is said of published lists: what is wrong with a row, what of it was left out, its place."""

from __future__ import annotations

from enum import StrEnum


class PublishedListMessage(StrEnum):
    """What is said of a row of a list."""

    NAME_MISSING = "published_list.name_missing"
    NAME_UNREADABLE = "published_list.name_unreadable"
    PORTFOLIO_MISSING = "published_list.portfolio_missing"
    PORTFOLIO_UNKNOWN = "published_list.portfolio_unknown"
    PORTFOLIO_MISSPELT = "published_list.portfolio_misspelt"
    COUNTRY_UNCLEAR = "published_list.country_unclear"
    COUNTRY_UNKNOWN = "published_list.country_unknown"
    COUNTRY_OTHER = "published_list.country_other"
    LEVEL_UNKNOWN = "published_list.level_unknown"
    DAY_MISSING = "published_list.day_missing"
    DAY_NEEDED = "published_list.day_needed"
    ADDRESS_LEFT_OUT = "published_list.address_left_out"

    LINE = "published_list.line"
    LINES = "published_list.lines"
    ROW = "published_list.row"
    ROW_OF_SHEET = "published_list.row_of_sheet"
    ROW_OF_TABLE = "published_list.row_of_table"
    DECISION = "published_list.decision"
    FROM_LINE = "published_list.from_line"
    FROM_LINES = "published_list.from_lines"
    FROM_ROW = "published_list.from_row"
    FROM_ROW_OF_SHEET = "published_list.from_row_of_sheet"
    FROM_ROW_OF_TABLE = "published_list.from_row_of_table"
    BY_HAND = "published_list.by_hand"
    DECISION_BY_HAND = "published_list.decision_by_hand"
