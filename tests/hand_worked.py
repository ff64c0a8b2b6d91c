"""A case file in which every question is answered, and its measures worked out by hand."""

from __future__ import annotations

import copy
from typing import Any

CASE_ID = "byhand"

VALUES: dict[str, Any] = {
    "founded": "2015-04",
    "initiative_started": "2013",
    "legal_form": "association",
    "initiated_by": "mixed",
    "driving_forces": {"industry": 50, "research": 30, "public": 20},
    "specialisation": "one_field",
    "specialisation_text": "Wind and waves",
    "committed_total": 47,
    "committed_written": 41,
    "committed_paying": 38,
    "committed_active": 26,
    "composition": {
        "sme": 25,
        "non_sme": 6,
        "research_institute": 3,
        "university": 2,
        "training_provider": 1,
        "financial_intermediary": 1,
        "consultant": 4,
        "government_agency": 3,
        "other": 2,
    },
    "participants_150km": 33,
    "potential_companies": 130,
    "regional_companies": 31,
    "potential_research": 11,
    "regional_research": 7,
    "potential_basis": "The business register",
    "international_participants": 5,
    "international_countries": ["DNK", "SWE"],
    "role_written": "yes",
    "governing_body": "yes",
    "industry_in_body": "partly",
    "rules_written": "no",
    "body_meetings": 4,
    "involvement": 3,
    "staff_fte": 2.75,
    "staff_headcount": 4,
    "manager_experience": 8,
    "team_experience": 4.5,
    "needs_assessed": "partly",
    "training_plan": "yes",
    "training_days": 7.5,
    "staff_left": 1,
    "planning": {
        "strategy_process": 2,
        "strategy_document": 3,
        "implementation_plan": 1,
        "strategy_review": 0,
        "performance_monitoring": 2,
        "financial_controlling": 3,
    },
    "strategy_reviewed": "2025-11",
    "priorities": {
        "joint_research": 4,
        "business_development": 3,
        "internationalisation": 2,
        "human_resources": 1,
        "entrepreneurship": 0,
        "visibility": 4,
        "lobbying": 1,
        "cross_sector": 2,
        "digital_transformation": 4,
        "green_transition": 3,
        "social_economy": 0,
    },
    "reach": ["national", "european"],
    "budget_total": 415000,
    "financing": {
        "public_eu": 12.5,
        "public_national": 20,
        "public_regional": 14.5,
        "membership_fees": 33,
        "chargeable_services": 15,
        "other_private": 5,
    },
    "in_kind_value": 20000,
    "funding_secured": "from_2_to_3_years",
    "public_trend": "stable",
    "private_trend": "rising",
    "service_funding": {
        "call_information": 4,
        "partner_search": 3,
        "application_help": 0,
        "coordination": 2,
        "joint_projects_started": 1,
    },
    "funded_projects": 6,
    "service_technology": {
        "joint_research_started": 0,
        "technology_scouting": 1,
        "research_brokerage": 2,
        "test_facilities": 0,
        "ip_and_standards": 0,
    },
    "service_exchange": {
        "newsletter": 4,
        "events": 4,
        "working_group_support": 2,
        "company_visits": 1,
        "matchmaking": 3,
        "peer_benchmarking": 0,
    },
    "service_human_resources": {
        "courses": 2,
        "needs_analysis": 0,
        "recruiting": 1,
        "curricula": 0,
        "placements": 0,
    },
    "service_entrepreneurship": {
        "start_up_coaching": 1,
        "access_to_finance": 0,
        "incubator_links": 2,
        "spin_off_support": 0,
        "competitions": 0,
    },
    "service_promotion": {
        "domestic_fairs": 2,
        "external_matchmaking": 1,
        "location_marketing": 3,
        "policy_dialogue": 3,
        "links_to_domestic_clusters": 0,
    },
    "service_internationalisation": {
        "market_information": 3,
        "missions": 1,
        "fairs_abroad": 0,
        "foreign_cluster_contacts": 2,
        "soft_landing": 0,
        "international_projects": 1,
    },
    "steering": "broker",
    "participants_in_activities": 29,
    "participants_in_groups": 18,
    "participants_in_projects": 11,
    "participants_contacted": 35,
    "contacts_total": 83,
    "working_groups": 3,
    "group_meetings": 14,
    "groups_with_results": 2,
    "requests": 19,
    "request_origin": {"region": 45, "country": 25, "europe": 22.5, "world": 7.5},
    "partners_home": 3,
    "partners_abroad": 2,
    "partner_countries": ["DNK"],
    "international_strategy": "yes",
    "press_regional": 17,
    "press_national": 5,
    "press_international": 2,
    "visibility": {
        "regional_industry": 3,
        "national_industry": 2,
        "research": 2,
        "policy": 3,
        "public": 1,
        "abroad": 2,
    },
    "visibility_evidence": "Two hearings",
    "impact_research_sme": 3,
    "impact_research_large": 2,
    "impact_research_evidence": "Eleven first projects",
    "impact_business_sme": 2,
    "impact_business_large": 1,
    "impact_business_evidence": "Fourteen new customers",
    "impact_international_sme": 1,
    "impact_international_large": 0,
    "impact_international_evidence": "One branch abroad",
    "success_stories": [
        {"title": "A mooring line", "result": "12 jobs", "released": True},
        {"title": "Forty welders", "released": False},
        {"title": "One stand"},
    ],
}

MEASURES: dict[str, dict[str, Any]] = {
    # 2015-04 to 2026-11: 11 years and 7 months = 139 / 12
    "age": {"age_years": 11.6, "age_group": "over_8"},
    "legal_form": {"legal_form": "association"},
    # 50 is not over 50
    "driving_forces": {
        "driving_type": "mixed",
        "driving_forces.industry": 50,
        "driving_forces.research": 30,
        "driving_forces.public": 20,
    },
    "specialisation": {"specialisation": 2},
    # 41 / 47
    "committed_participants": {"committed_participants": 47, "written_share": 87.2},
    # each of 47; (25 + 6) / 47 = 65.957
    "composition": {
        "composition.sme": 53.2,
        "composition.non_sme": 12.8,
        "composition.research_institute": 6.4,
        "composition.university": 4.3,
        "composition.training_provider": 2.1,
        "composition.financial_intermediary": 2.1,
        "composition.consultant": 8.5,
        "composition.government_agency": 6.4,
        "composition.other": 4.3,
        "industry_share": 66.0,
    },
    "regional_concentration": {"regional_share": 70.2},
    # (31 + 7) / (130 + 11) = 26.950
    "growth_potential": {"potential_used": 27.0, "potential_used_class": "from_25_to_50"},
    "international_participants": {"international_share": 10.6},
    # 1 + 1 + 0.5 + 0
    "roles_and_governing_body": {"governance_elements": 2.5},
    "participant_involvement": {"involvement": 3},
    # 47 / 2.75 = 17.0909
    "participants_per_employee": {"staff_fte": 2.75, "participants_per_fte": 17.09},
    "competences": {"training_days": 7.5, "development_elements": 1.5, "turnover_share": 25.0},
    # 11 of 18
    "strategic_planning": {
        "planning.strategy_process": 2,
        "planning.strategy_document": 3,
        "planning.implementation_plan": 1,
        "planning.strategy_review": 0,
        "planning.performance_monitoring": 2,
        "planning.financial_controlling": 3,
        "planning_share": 61.1,
    },
    "strategic_priorities": {
        **{f"priorities.{item}": level for item, level in VALUES["priorities"].items()},
        "top_priorities": ["joint_research", "visibility", "digital_transformation"],
    },
    # 415 000 / 47 = 8 829.787
    "financing_sources": {
        **{f"financing.{part}": share for part, share in VALUES["financing"].items()},
        "public_share": 47.0,
        "private_share": 53.0,
        "budget_per_participant": 8829.79,
    },
    "financial_sustainability": {"funding_secured": 2},
    "service_funding": {"spectrum": 80.0, "intensity": 2.0, "funded_projects": 6},
    "service_technology": {"spectrum": 40.0, "intensity": 0.6},
    # 5 of 6; 14 / 6
    "service_exchange": {"spectrum": 83.3, "intensity": 2.33},
    "service_human_resources": {"spectrum": 40.0, "intensity": 0.6},
    "service_entrepreneurship": {"spectrum": 40.0, "intensity": 0.6},
    "service_promotion": {"spectrum": 80.0, "intensity": 1.8},
    # 4 of 6; 7 / 6
    "service_internationalisation": {"spectrum": 66.7, "intensity": 1.17},
    # 430 / 7; 9.1 / 7; 6 of the nine; 11 / 9
    "service_overview": {
        "spectrum": 61.4,
        "intensity": 1.3,
        "business_spectrum": 66.7,
        "business_intensity": 1.22,
    },
    "steering": {"steering": "broker"},
    "cooperation_degree": {"active_share": 61.7, "group_share": 38.3, "project_share": 23.4},
    # 35 / 47; 83 / 47
    "personal_contacts": {"contacted_share": 74.5, "contacts_per_participant": 1.77},
    # 14 / 3
    "working_groups": {"working_groups": 3, "meetings_per_group": 4.67},
    "cooperation_requests": {
        "requests": 19,
        "requests_from_abroad": 30.0,
        **{f"request_origin.{part}": share for part, share in VALUES["request_origin"].items()},
    },
    "cluster_partnerships": {"partners_home": 3, "partners_abroad": 2},
    "press_appearances": {"press_total": 24},
    # 13 / 6
    "visibility": {
        **{f"visibility.{item}": level for item, level in VALUES["visibility"].items()},
        "visibility_mean": 2.17,
    },
    "impact_research": {"impact_research_sme": 3, "impact_research_large": 2},
    "impact_business": {"impact_business_sme": 2, "impact_business_large": 1},
    "impact_international": {"impact_international_sme": 1, "impact_international_large": 0},
}
"""Every measure of the catalogue by indicator, to the precision that is stated for it."""

for _service in [name for name in MEASURES if name.startswith("service_") and name in VALUES]:
    MEASURES[_service] |= {f"{_service}.{item}": level for item, level in VALUES[_service].items()}


def case_file(**changed: Any) -> dict[str, Any]:
    """Give the case file; a question given by name is answered otherwise, or not at all (None)."""
    values = {**VALUES, **changed}
    return {
        "format": "assess-case",
        "version": 1,
        "catalogue": "2026.1",
        "organisation": {
            "name": "Handmade Wind Cluster",
            "country": "NOR",
            "region": "Vestland",
            "website": "https://handmade.example",
        },
        "case": {
            "id": CASE_ID,
            "portfolio": "Energy and environment",
            "interview_date": "2026-11-02",
            "mode": "video",
            "expert": "Ada Expert",
            "contact": None,
            "project_code": None,
            "state": "in_progress",
            "pool_consent": True,
            "impartiality": {"statement": "none", "by": "Ada Expert", "on": "2026-11-01"},
        },
        "answers": copy.deepcopy(
            [
                value
                if isinstance(value, dict) and "question" in value
                else {"question": question, "status": "answered", "value": value}
                for question, value in values.items()
                if value is not None
            ]
        ),
    }
