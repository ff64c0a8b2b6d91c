"""What the report says of values, positions and definitions, how it is read, and its imprint."""

from __future__ import annotations

from enum import StrEnum


class ReportSentenceMessage(StrEnum):
    """Every message of a value, of its peers and of its definition."""

    HELD_ON_SITE = "report.held_on_site"
    HELD_BY_VIDEO = "report.held_by_video"

    # a value
    WITH_UNIT = "report.with_unit"
    OF_TOP = "report.of_top"
    WITH_NAME = "report.with_name"
    WITH_ASIDE = "report.with_aside"
    PART_OF_WHOLE = "report.part_of_whole"
    MEASURE = "report.measure"
    MEASURE_WITHOUT_VALUE = "report.measure_without_value"
    MEASURE_AMONG_PEERS = "report.measure_among_peers"
    NO_PARTS = "report.no_parts"
    ALL_AT_ONE_LEVEL = "report.all_at_one_level"
    HIGHEST_AND_LOWEST = "report.highest_and_lowest"
    LARGEST_PARTS = "report.largest_parts"

    # a definition
    ACCOUNT = "report.account"
    ACCOUNT_OF_PEERS = "report.account_of_peers"
    HALF_SINCE = "report.half_since"
    SAME_INPUTS = "report.same_inputs"
    INPUTS = "report.inputs"
    INPUT_VALUE = "report.input_value"
    SAME_FORMULA = "report.same_formula"
    PART_AND_VALUE = "report.part_and_value"
    PARTS_WITHOUT_VALUE = "report.parts_without_value"
    PER_CENT = "report.per_cent"
    MOST_FREQUENT = "report.most_frequent"
    CLASS_OF_GROUPS = "report.class_of_groups"
    GROUP_SHARE = "report.group_share"

    # the peers
    GROUPS = "report.groups"
    NO_GROUPS = "report.no_groups"
    NO_PEERS = "report.no_peers"
    PROTECTION = "report.protection"
    MIDDLE_HALF = "report.middle_half"
    USUAL_GROUP = "report.usual_group"
    HIDDEN_GROUPS = "report.hidden_groups"
    SYNTHETIC_PEERS = "report.synthetic_peers"
    INTERVIEWS_SINCE = "report.interviews_since"
    AS_OF = "report.as_of"
    PEERS_ARE = "report.peers_are"
    PEERS_ARE_AND_MORE = "report.peers_are_and_more"


class ReportExplanationMessage(StrEnum):
    """Every message of how the report is read, of what would come next, and of the imprint."""

    LEARNING = "report.learning"
    LEARNING_IN_FULL = "report.learning_in_full"
    PUBLISHED = "report.published"
    PUBLISHED_IN_FULL = "report.published_in_full"
    CHARTS_IN_FULL = "report.charts_in_full"
    NO_ANSWER = "report.no_answer"
    NO_ANSWER_IN_FULL = "report.no_answer_in_full"
    LEFT_OUT = "report.left_out"
    WITHOUT_VALUE = "report.without_value"

    NEXT_LEVEL = "report.next_level"
    SILVER_ASKS = "report.silver_asks"
    SILVER_ASKS_AT_ANY_TIME = "report.silver_asks_at_any_time"
    CANDIDATES = "report.candidates"
    GAINED_MOST = "report.gained_most"
    GAIN = "report.gain"
    GAINS = "report.gains"
    GAINS_SERVE = "report.gains_serve"
    NO_EVIDENCE = "report.no_evidence"

    IMPRINT_HANDED_OVER = "report.imprint_handed_over"
    IMPRINT_ORGANISATION = "report.imprint_organisation"
    IMPRINT_WEB_SITE = "report.imprint_web_site"
    IMPRINT_PORTFOLIO = "report.imprint_portfolio"
    IMPRINT_EXPERT = "report.imprint_expert"
    IMPRINT_INTERVIEW = "report.imprint_interview"
    IMPRINT_IMPARTIALITY = "report.imprint_impartiality"
    IMPRINT_STATEMENT = "report.imprint_statement"
    IMPRINT_NO_STATEMENT = "report.imprint_no_statement"
    IMPRINT_CONTACT = "report.imprint_contact"
    IMPRINT_PROJECT_CODE = "report.imprint_project_code"
    IMPRINT_CATALOGUE = "report.imprint_catalogue"
    IMPRINT_EVIDENCE = "report.imprint_evidence"
    IMPRINT_INDICATORS = "report.imprint_indicators"
    IMPRINT_POLICY = "report.imprint_policy"
    IMPRINT_NO_POLICY = "report.imprint_no_policy"
    IMPRINT_CASE = "report.imprint_case"
    IMPRINT_DAY = "report.imprint_day"
    IMPRINT_SOFTWARE = "report.imprint_software"
