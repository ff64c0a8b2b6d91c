"""What is said about forms and tables: their own words, and what is met when they come back."""

from __future__ import annotations

from enum import StrEnum


class FormMessage(StrEnum):
    """What a form says beside the wording of the catalogue."""

    YES = "questionnaire.yes"
    PARTLY = "questionnaire.partly"
    NO = "questionnaire.no"
    NONE_CHOSEN = "questionnaire.none_chosen"
    YEAR_AND_MONTH = "questionnaire.year_and_month"
    COUNTRIES = "questionnaire.countries"
    CONDITION = "questionnaire.condition"
    STORY_TITLE = "questionnaire.story_title"
    STORY_PROBLEM = "questionnaire.story_problem"
    STORY_ROLE = "questionnaire.story_role"
    STORY_PARTICIPANTS = "questionnaire.story_participants"
    STORY_RESULT = "questionnaire.story_result"
    STORY_RELEASED = "questionnaire.story_released"
    FROM_CASE = "questionnaire.from_case"
    FROM_LAST_ROUND = "questionnaire.from_last_round"
    FROM_CASE_AND_LAST_ROUND = "questionnaire.from_case_and_last_round"


class ReturnedMessage(StrEnum):
    """What is met in a form that came back."""

    ON_PAGE = "questionnaire.on_page"
    SEVERAL_TICKED = "questionnaire.several_ticked"
    AT = "questionnaire.at"
    KEPT_AS_NOTE = "questionnaire.kept_as_note"
    AT_QUESTION = "questionnaire.at_question"
    NO_LINE = "questionnaire.no_line"
    NO_QUESTION = "questionnaire.no_question"
    LINES_MISSING = "questionnaire.lines_missing"
    MANY_LINES_MISSING = "questionnaire.many_lines_missing"
    STATUS_BESIDE_ANSWER = "questionnaire.status_beside_answer"
    REASON_NEEDED = "questionnaire.reason_needed"
    NO_REASON = "questionnaire.no_reason"
    NOT_OFFERED = "questionnaire.not_offered"
    INCOMPLETE = "questionnaire.incomplete"
    AS_WRITTEN = "questionnaire.as_written"
    NONE_OF = "questionnaire.none_of"
    NEITHER_YES_NOR_NO = "questionnaire.neither_yes_nor_no"
    LINES_BLANK = "questionnaire.lines_blank"
    BESIDE = "questionnaire.beside"
    STRAY_KEPT = "questionnaire.stray_kept"
    COMMENT_KEPT = "questionnaire.comment_kept"
    STRAY_NAMED = "questionnaire.stray_named"
    COMMENT_NAMED = "questionnaire.comment_named"
    BOX_NAMED = "questionnaire.box_named"
    MORE_NAMED = "questionnaire.more_named"
    TALLY = "questionnaire.tally"
    OTHER_RULES = "questionnaire.other_rules"


class SurveyMessage(StrEnum):
    """What is said of the counts of a survey."""

    LEVEL = "questionnaire.survey_level"
    BESIDE = "questionnaire.survey_beside"
    BESIDE_QUESTION = "questionnaire.survey_beside_question"
    BESIDE_OF_INVITED = "questionnaire.survey_beside_of_invited"
    APART = "questionnaire.survey_apart"
    ANSWERED = "questionnaire.survey_answered"
    ANSWERED_OF_INVITED = "questionnaire.survey_answered_of_invited"
    ANSWERED_OF_COMMITTED = "questionnaire.survey_answered_of_committed"
    TOO_FEW = "questionnaire.survey_too_few"
    OWN_VIEW = "questionnaire.survey_own_view"
    TITLE = "questionnaire.survey_title"
    TITLE_ABOUT = "questionnaire.survey_title_about"
    PART = "questionnaire.survey_part"
    SHARE = "questionnaire.survey_share"
    ITEM = "questionnaire.survey_item"
    MEDIAN = "questionnaire.survey_median"


class TableMessage(StrEnum):
    """What the columns of a table mean."""

    CASE = "questionnaire.column_case"
    ORGANISATION = "questionnaire.column_organisation"
    COUNTRY = "questionnaire.column_country"
    REGION = "questionnaire.column_region"
    WEBSITE = "questionnaire.column_website"
    PORTFOLIO = "questionnaire.column_portfolio"
    INTERVIEW_DATE = "questionnaire.column_interview_date"
    MODE = "questionnaire.column_mode"
    EXPERT = "questionnaire.column_expert"
    CONTACT = "questionnaire.column_contact"
    PROJECT_CODE = "questionnaire.column_project_code"
    STATE = "questionnaire.column_state"
    POOL_CONSENT = "questionnaire.column_pool_consent"
    SYNTHETIC = "questionnaire.column_synthetic"
    CATALOGUE = "questionnaire.column_catalogue"
    CREATED_AT = "questionnaire.column_created_at"
    OF_EDITION = "questionnaire.of_edition"
    STATUS_OF = "questionnaire.status_of"
    REASON_OF = "questionnaire.reason_of"
    NOTE_OF = "questionnaire.note_of"
    DUE_OF = "questionnaire.due_of"
    FILE_WITH_CHECKSUM = "questionnaire.file_with_checksum"


class RowMessage(StrEnum):
    """What is wrong about the case in a row of a table."""

    NOT_STATED = "questionnaire.not_stated"
    FAULT = "questionnaire.fault"
    NO_COUNTRY = "questionnaire.no_country"

    NO_MODE = "questionnaire.no_mode"

    NO_PORTFOLIO = "questionnaire.no_portfolio"
    NO_STATE = "questionnaire.no_state"
    NO_MOMENT = "questionnaire.no_moment"
    OTHER_CATALOGUE = "questionnaire.other_catalogue"
