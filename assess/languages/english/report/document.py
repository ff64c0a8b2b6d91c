"""The English of award record, proof and brochure."""

from __future__ import annotations

from collections.abc import Mapping

from assess.languages.plural import Plural

_SHARED: Mapping[str, str | Plural] = {
    "document_synthetic": "Synthetic demonstration data",
    "document_portfolio": "Comparative portfolio",
    "document_interview": "Interview",
    "document_serial_number": "Serial number",
    "document_span": "{first} to {last}",
    "document_awarded": "Awarded",
    "document_since_award": "Since the award",
    "document_revoked": "Revoked",
    "status_pending": "pending",
    "status_not_awarded": "not awarded",
    "status_valid": "valid",
    "status_expired_renewable": "ended, renewable",
    "status_lapsed": "ended",
    "status_superseded": "superseded",
    "status_revoked": "revoked",
    "status_unknown": "not known",
}

_AWARD_RECORD: Mapping[str, str | Plural] = {
    "award_title": "Award record",
    "award_is_no_certificate": (
        "This page records the decision and the rule behind it. It is not the "
        "certificate. Only the issuing body gives certificates."
    ),
    "award_proposed": "Proposed",
    "award_refused": "Refused",
    "award_expert": "Expert",
    "award_impartiality": "Impartiality",
    "award_reason": "Reason",
    "award_policy": "Policy",
    "award_catalogue": "Catalogue",
    "award_no_serial_number": "None issued",
    "award_report": "Report",
    "award_report_edition": "edition {number}, SHA-256 {digest}",
    "award_report_draft": "draft, SHA-256 {digest}",
    "award_software": "Software",
    "award_rule_end": "Last day by the rule",
    "award_rule_end_replaced": "{day}; the label was issued with another last day, which counts",
    "award_notice": "Notice",
    "award_decided_by": "{day} by {name}",
    "award_decided_by_two": "{day} by {name}, second name {second}",
}

_PROOF: Mapping[str, str | Plural] = {
    "proof_title": "Label on {day}",
    "proof_is_no_certificate": (
        "This page shows what the register contains. It is not the certificate. Only the "
        "issuing body gives certificates."
    ),
    "proof_was_valid": "The {level} Label was valid on {day}.",
    "proof_is_valid": "The {level} Label is valid on {day}.",
    "proof_will_be_valid": "The {level} Label will be valid on {day}.",
    "proof_was_not_valid": "The {level} Label was not valid on {day}: {status}.",
    "proof_is_not_valid": "The {level} Label is not valid on {day}: {status}.",
    "proof_will_not_be_valid": "The {level} Label will not be valid on {day}: {status}.",
    "proof_was_unknown": (
        "Whether the {level} Label was valid on {day} is not known, because {reason}."
    ),
    "proof_is_unknown": (
        "Whether the {level} Label is valid on {day} is not known, because {reason}."
    ),
    "proof_will_be_unknown": (
        "Whether the {level} Label will be valid on {day} is not known, because {reason}."
    ),
    "proof_revoked_on": "revoked on {day}",
    "proof_replaced_on": "a later label has replaced it since {day}",
    "proof_not_known_then": "On that day the register did not contain this label yet.",
    "proof_known_then": "What the register showed on that day: {status}.",
    "proof_unknown_then": "What the register showed on that day: not known, because {reason}.",
    "proof_from_beginning": "the beginning",
    "proof_until_further_notice": "further notice",
    "proof_listed": "Listed",
    "proof_validity": "Valid",
    "proof_rule": "Rule",
    "proof_source": "Source",
    "proof_other_label": "Other {level} Label",
    "proof_until": "until {day}",
    "proof_until_as": "until {day} ({name})",
    "proof_without_date": "without a date",
    "proof_without_date_as": "without a date ({name})",
}

_BROCHURE: Mapping[str, str | Plural] = {
    "brochure_overview": "Country overview",
    "brochure_about_list": (
        "This overview lists, by country, the organisations whose label is in the "
        "register. Labels that have ended stay in the list, with their last day."
    ),
    "brochure_about_bronze": (
        "Bronze: striving for cluster excellence. An impartial expert benchmarked the "
        "organisation on 36 indicators. Since 15 November 2019 the organisation must "
        "also meet eligibility criteria."
    ),
    "brochure_about_silver_and_gold": (
        "Silver: dedicated to cluster excellence. Gold: proven for cluster excellence."
    ),
    "brochure_with_valid_label": Plural(
        "organisation with a valid label", "organisations with a valid label"
    ),
    "brochure_countries": Plural("country", "countries"),
    "brochure_highest_level": Plural(
        "{level} as the highest level", "{level} as the highest level"
    ),
    "brochure_lead": Plural(
        "{valid} of {organisations} organisations in {count} country held a valid label on {day}.",
        "{valid} of {organisations} organisations in {count} countries held a valid label on "
        "{day}.",
    ),
    "brochure_country": Plural(
        "{valid} of {count} organisation with a valid label",
        "{valid} of {count} organisations with a valid label",
    ),
    "brochure_country_in_short": "{valid} of {all}",
    "brochure_synthetic_name": "{name} (synthetic)",
    "brochure_no_end_stated": "not stated",
    "brochure_more_unknown": Plural(
        "for {count} this is not known", "for {count} this is not known"
    ),
    "brochure_mix_part": "{portfolio} {count}",
    "brochure_edition": "Edition of {day}",
    "scheme_label": "The label",
    "scheme_what": (
        "The Cluster Management Excellence Label is a European mark for organisations that manage "
        "clusters: networks of companies, research and public bodies in a field and a region. It "
        "shows that the management has let impartial experts compare its work with that of "
        "others, and that it strives to improve."
    ),
    "scheme_level": "{level}: {claim}",
    "scheme_method": "The benchmarking",
    "scheme_interview": Plural(
        "An impartial expert talks with the manager of the cluster, on site or by video, about "
        "{count} indicator, and compares the answers with those of similar clusters. The "
        "management gets a report of its own with recommendations. The interview covers:",
        "An impartial expert talks with the manager of the cluster, on site or by video, about "
        "{count} indicators, and compares the answers with those of similar clusters. The "
        "management gets a report of its own with recommendations. The interview covers:",
    ),
    "scheme_lasts": "How long it lasts",
    "scheme_first": Plural(
        "A first Bronze Label is valid for {count} month from the interview, to the end of that "
        "month.",
        "A first Bronze Label is valid for {count} months from the interview, to the end of that "
        "month.",
    ),
    "scheme_renewal": Plural(
        "If it is renewed in time, the new label is valid {count} month longer.",
        "If it is renewed in time, the new label is valid {count} months longer.",
    ),
    "scheme_earlier": "Labels of earlier years follow the rules of their time.",
    "scheme_decision": "Who decides",
    "scheme_who_decides": (
        "The expert proposes. The European Secretariat for Cluster Analysis (ESCA) assesses the "
        "proposal, and a board decides. An expert who has an interest in the organisation does "
        "not decide on it."
    ),
    "scheme_publisher": "Publisher and contact",
}

SENTENCES: Mapping[str, str | Plural] = {**_SHARED, **_AWARD_RECORD, **_PROOF, **_BROCHURE}
