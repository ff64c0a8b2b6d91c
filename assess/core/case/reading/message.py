"""What is said about what was typed: how it was understood, or why it was not."""

from __future__ import annotations

from enum import StrEnum


class ReadingMessage(StrEnum):
    """How something typed was understood, or why it was not."""

    NOTHING_TYPED = "case.nothing_typed"
    TEXT_LENGTH = "case.text_length"
    READ_AS_NUMBER = "case.read_as_number"
    READ_AS_JSON = "case.read_as_json"
    HALF_A_CHARACTER = "case.half_a_character"
    NOT_JSON = "case.not_json"
    JSON_NOT_NUMBER = "case.json_not_number"
    JSON_NULL = "case.json_null"

    NUMBER_ASKED_NOT_PERCENTAGE = "case.number_asked_not_percentage"
    NUMBER_ASKED_NOT_AMOUNT = "case.number_asked_not_amount"
    PERCENTAGE_ASKED_NOT_AMOUNT = "case.percentage_asked_not_amount"
    PERCENTAGE_FOR_NUMBER = "case.percentage_for_number"
    PERCENTAGE_FOR_UNIT = "case.percentage_for_unit"
    AMOUNT_FOR_NUMBER = "case.amount_for_number"
    AMOUNT_FOR_UNIT = "case.amount_for_unit"
    AMOUNT_FOR_EUR = "case.amount_for_eur"
    NUMBER_AMBIGUOUS = "case.number_ambiguous"

    CHOICE_UNKNOWN = "case.choice_unknown"
    COUNTRY_UNKNOWN = "case.country_unknown"
    COUNTRY_AMBIGUOUS = "case.country_ambiguous"
    COUNTRY_OF_CODE = "case.country_of_code"
    LEVEL_UNKNOWN = "case.level_unknown"
    NOT_BY_PART = "case.not_by_part"
    NOT_A_NUMBER_HERE = "case.not_a_number_here"

    NUMBER_UNREADABLE = "case.number_unreadable"
    NUMBER_IS_DATE = "case.number_is_date"
    NUMBER_ROUGH = "case.number_rough"
    NUMBER_RANGE = "case.number_range"
    NUMBER_TOO_LARGE = "case.number_too_large"
    NUMBER_UNCLEAR_WORD = "case.number_unclear_word"
    NUMBER_UNKNOWN_WORD = "case.number_unknown_word"

    SHARES_COMPLETE = "case.shares_complete"
    SHARES_LEFT = "case.shares_left"
    SHARES_TOO_MUCH = "case.shares_too_much"
    COUNTS_COMPLETE = "case.counts_complete"
    COUNTS_LEFT = "case.counts_left"
    COUNTS_TOO_MUCH = "case.counts_too_much"
    COUNTS_SO_FAR = "case.counts_so_far"
    COUNTS_IN_ALL = "case.counts_in_all"

    DAY_MISSING = "case.day_missing"
    DAY_UNREADABLE = "case.day_unreadable"
    DAY_SHORT_YEAR = "case.day_short_year"
    DAY_AMBIGUOUS = "case.day_ambiguous"
    DAY_MONTH_AMBIGUOUS = "case.day_month_ambiguous"
    DAY_NOT_THERE = "case.day_not_there"
    DAY_OUTSIDE_YEARS = "case.day_outside_years"

    NAMED_DAY_MISSING = "case.named_day_missing"
    NAMED_DAY_UNREADABLE = "case.named_day_unreadable"
    NAMED_DAY_SHORT_YEAR = "case.named_day_short_year"
    NAMED_DAY_AMBIGUOUS = "case.named_day_ambiguous"
    NAMED_DAY_MONTH_AMBIGUOUS = "case.named_day_month_ambiguous"
    NAMED_DAY_NOT_THERE = "case.named_day_not_there"
    NAMED_DAY_OUTSIDE_YEARS = "case.named_day_outside_years"
    LISTED_DAY_MISSING = "case.listed_day_missing"
    LISTED_DAY_UNREADABLE = "case.listed_day_unreadable"

    FIRST_DAY_TAKEN = "case.first_day_taken"
    LAST_DAY_TAKEN = "case.last_day_taken"

    MONTH_UNREADABLE = "case.month_unreadable"
    MONTH_AMBIGUOUS = "case.month_ambiguous"
    MONTH_NAME_AMBIGUOUS = "case.month_name_ambiguous"
    MONTH_IN_LANGUAGE = "case.month_in_language"

    ON_MONDAY = "case.on_monday"
    ON_TUESDAY = "case.on_tuesday"
    ON_WEDNESDAY = "case.on_wednesday"
    ON_THURSDAY = "case.on_thursday"
    ON_FRIDAY = "case.on_friday"
    ON_SATURDAY = "case.on_saturday"
    ON_SUNDAY = "case.on_sunday"


class MonthMessage(StrEnum):
    """The names of the months, and of languages in which a name means another month."""

    JANUARY = "case.january"
    FEBRUARY = "case.february"
    MARCH = "case.march"
    APRIL = "case.april"
    MAY = "case.may"
    JUNE = "case.june"
    JULY = "case.july"
    AUGUST = "case.august"
    SEPTEMBER = "case.september"
    OCTOBER = "case.october"
    NOVEMBER = "case.november"
    DECEMBER = "case.december"

    CROATIAN = "case.croatian"
    CZECH = "case.czech"
    POLISH = "case.polish"
