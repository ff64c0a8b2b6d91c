"""What award record, proof and brochure say."""

from __future__ import annotations

from enum import StrEnum


class ReportDocumentMessage(StrEnum):
    """Every message of the documents beside the report."""

    SYNTHETIC = "report.document_synthetic"
    PORTFOLIO = "report.document_portfolio"
    INTERVIEW = "report.document_interview"
    SERIAL_NUMBER = "report.document_serial_number"
    SPAN = "report.document_span"
    AWARDED = "report.document_awarded"
    REVOKED = "report.document_revoked"

    # what a label is on a day
    PENDING = "report.status_pending"
    NOT_AWARDED = "report.status_not_awarded"
    VALID = "report.status_valid"
    EXPIRED_RENEWABLE = "report.status_expired_renewable"
    LAPSED = "report.status_lapsed"
    SUPERSEDED = "report.status_superseded"
    STATUS_REVOKED = "report.status_revoked"
    UNKNOWN = "report.status_unknown"

    # the award record
    AWARD_TITLE = "report.award_title"
    AWARD_IS_NO_CERTIFICATE = "report.award_is_no_certificate"
    PROPOSED = "report.award_proposed"
    REFUSED = "report.award_refused"
    EXPERT = "report.award_expert"
    REASON = "report.award_reason"
    POLICY = "report.award_policy"
    CATALOGUE = "report.award_catalogue"
    NO_SERIAL_NUMBER = "report.award_no_serial_number"
    REPORT = "report.award_report"
    REPORT_EDITION = "report.award_report_edition"
    REPORT_DRAFT = "report.award_report_draft"
    SOFTWARE = "report.award_software"
    RULE_END = "report.award_rule_end"
    RULE_END_REPLACED = "report.award_rule_end_replaced"
    NOTICE = "report.award_notice"
    DECIDED_BY = "report.award_decided_by"
    DECIDED_BY_TWO = "report.award_decided_by_two"

    # the proof
    PROOF_TITLE = "report.proof_title"
    PROOF_IS_NO_CERTIFICATE = "report.proof_is_no_certificate"
    WAS_VALID = "report.proof_was_valid"
    IS_VALID = "report.proof_is_valid"
    WILL_BE_VALID = "report.proof_will_be_valid"
    WAS_NOT_VALID = "report.proof_was_not_valid"
    IS_NOT_VALID = "report.proof_is_not_valid"
    WILL_NOT_BE_VALID = "report.proof_will_not_be_valid"
    NOT_KNOWN_THEN = "report.proof_not_known_then"
    KNOWN_THEN = "report.proof_known_then"
    FROM_BEGINNING = "report.proof_from_beginning"
    UNTIL_FURTHER_NOTICE = "report.proof_until_further_notice"
    LISTED = "report.proof_listed"
    VALIDITY = "report.proof_validity"
    RULE = "report.proof_rule"
    SOURCE = "report.proof_source"
    OTHER_LABEL = "report.proof_other_label"
    UNTIL = "report.proof_until"
    UNTIL_AS = "report.proof_until_as"
    WITHOUT_DATE = "report.proof_without_date"
    WITHOUT_DATE_AS = "report.proof_without_date_as"

    # the brochure
    OVERVIEW = "report.brochure_overview"
    ABOUT_LIST = "report.brochure_about_list"
    ABOUT_BRONZE = "report.brochure_about_bronze"
    ABOUT_SILVER_AND_GOLD = "report.brochure_about_silver_and_gold"
    WITH_VALID_LABEL = "report.brochure_with_valid_label"
    COUNTRIES = "report.brochure_countries"
    HIGHEST_LEVEL = "report.brochure_highest_level"
    LEAD = "report.brochure_lead"
    COUNTRY = "report.brochure_country"
    COUNTRY_IN_SHORT = "report.brochure_country_in_short"
    SYNTHETIC_NAME = "report.brochure_synthetic_name"
    NO_END_STATED = "report.brochure_no_end_stated"
