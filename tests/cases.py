"""Whole cases for tests: one fictitious organisation with an answer to every question."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from assess.core.advice.advice import advise
from assess.core.advice.plan_line import plan_lines
from assess.core.advice.review import Reviewed
from assess.core.case.answer import Answer, Evidence
from assess.core.case.assessment import Assessment, Case, Details, Impartiality, State, is_relevant
from assess.core.case.organisation import Organisation
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    CountsQuestion,
    DecimalQuestion,
    GridQuestion,
    IntegerQuestion,
    MonthQuestion,
    Question,
    ScaleQuestion,
    SelectMultipleQuestion,
    SelectOneQuestion,
    SharesQuestion,
    StoriesQuestion,
    UrlQuestion,
    YesPartlyNoQuestion,
)
from assess.core.label.eligibility import Verdict
from assess.core.label.label_check import check_label
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.register.record import Label
from assess.core.report.page.assembly import assemble
from assess.core.report.record.report import Report
from assess.core.scoring.earlier_round import EarlierRound
from assess.core.scoring.measure_change import compare_rounds
from assess.core.scoring.score import score
from assess.languages.message import say
from assess.languages.understanding import in_english
from tests.notation import NEWEST

AT = datetime(2026, 3, 12, 15, 30, tzinfo=UTC)
TODAY = date(2026, 3, 20)
SOFTWARE = "assess 0.1.0"

VALUES: dict[str, Any] = {
    "founded": "2013-09",
    "initiative_started": "2010",
    "legal_form": "association",
    "initiated_by": "mixed",
    "driving_forces": {"industry": 55, "research": 30, "public": 15},
    "specialisation": "related_fields",
    "specialisation_text": "Wave and tidal energy, from materials and moorings to grid connection.",
    "committed_total": 86,
    "committed_written": 63,
    "committed_paying": 71,
    "committed_active": 48,
    "composition": {
        "sme": 45,
        "non_sme": 13,
        "research_institute": 6,
        "university": 4,
        "training_provider": 3,
        "financial_intermediary": 0,
        "consultant": 8,
        "government_agency": 5,
        "other": 2,
    },
    "participants_150km": 64,
    "potential_companies": 240,
    "regional_companies": 52,
    "potential_research": 14,
    "regional_research": 9,
    "international_participants": 7,
    "international_countries": ["SWE", "GBR", "PRT"],
    "role_written": "yes",
    "governing_body": "yes",
    "industry_in_body": "partly",
    "rules_written": "no",
    "body_meetings": 5,
    "involvement": 3,
    "staff_fte": 2.4,
    "staff_headcount": 3,
    "manager_experience": 6.5,
    "team_experience": 4,
    "needs_assessed": "yes",
    "training_plan": "no",
    "training_days": 7.5,
    "staff_left": 1,
    "planning": {
        "strategy_process": 2,
        "strategy_document": 3,
        "implementation_plan": 2,
        "strategy_review": 1,
        "performance_monitoring": 1,
        "financial_controlling": 3,
    },
    "strategy_reviewed": "2025-05",
    "priorities": {
        "joint_research": 4,
        "business_development": 4,
        "internationalisation": 3,
        "human_resources": 2,
        "entrepreneurship": 1,
        "visibility": 4,
        "lobbying": 2,
        "cross_sector": 3,
        "digital_transformation": 1,
        "green_transition": 4,
        "social_economy": 0,
    },
    "reach": ["local", "national", "european"],
    "budget_total": 412000,
    "financing": {
        "public_eu": 18,
        "public_national": 22,
        "public_regional": 14,
        "membership_fees": 28,
        "chargeable_services": 12,
        "other_private": 6,
    },
    "funding_secured": "from_1_to_2_years",
    "public_trend": "falling",
    "private_trend": "rising",
    "service_funding": {
        "call_information": 4,
        "partner_search": 3,
        "application_help": 2,
        "coordination": 2,
        "joint_projects_started": 2,
    },
    "funded_projects": 5,
    "service_technology": {
        "joint_research_started": 2,
        "technology_scouting": 1,
        "research_brokerage": 3,
        "test_facilities": 4,
        "ip_and_standards": 0,
    },
    "service_exchange": {
        "newsletter": 4,
        "events": 3,
        "working_group_support": 3,
        "company_visits": 2,
        "matchmaking": 2,
        "peer_benchmarking": 0,
    },
    "service_human_resources": {
        "courses": 2,
        "needs_analysis": 1,
        "recruiting": 0,
        "curricula": 1,
        "placements": 2,
    },
    "service_entrepreneurship": {
        "start_up_coaching": 0,
        "access_to_finance": 1,
        "incubator_links": 0,
        "spin_off_support": 0,
        "competitions": 1,
    },
    "service_promotion": {
        "domestic_fairs": 2,
        "external_matchmaking": 1,
        "location_marketing": 3,
        "policy_dialogue": 3,
        "links_to_domestic_clusters": 2,
    },
    "service_internationalisation": {
        "market_information": 2,
        "missions": 1,
        "fairs_abroad": 2,
        "foreign_cluster_contacts": 3,
        "soft_landing": 0,
        "international_projects": 1,
    },
    "steering": "broker",
    "participants_in_activities": 54,
    "participants_in_groups": 31,
    "participants_in_projects": 22,
    "participants_contacted": 61,
    "working_groups": 4,
    "group_meetings": 19,
    "groups_with_results": 3,
    "requests": 38,
    "request_origin": {"region": 40, "country": 35, "europe": 20, "world": 5},
    "partners_home": 5,
    "partners_abroad": 3,
    "partner_countries": ["DNK", "FRA", "PRT"],
    "international_strategy": "partly",
    "press_regional": 23,
    "press_national": 6,
    "visibility": {
        "regional_industry": 4,
        "national_industry": 2,
        "research": 3,
        "policy": 3,
        "public": 1,
        "abroad": 2,
    },
    "visibility_evidence": "A survey among 120 companies of the region in 2025.",
    "impact_research_sme": 3,
    "impact_research_large": 2,
    "impact_research_evidence": "Eleven joint projects since 2023, two of them with a patent.",
    "impact_business_sme": 2,
    "impact_business_large": 1,
    "impact_international_sme": 1,
    "success_stories": [
        {
            "title": "A mooring that halves the cost of installation",
            "problem": "Small makers of moorings could not test at sea on their own.",
            "role": "The cluster brought six members and the test site together.",
            "participants": "Fjordline Moorings, Kelp & Co, two institutes",
            "result": "Cost of installation down by 48 %, 14 new jobs, two licences sold.",
            "released": True,
        },
        {
            "title": "From welding to composites in eighteen months",
            "problem": "A shipyard lost its last orders in steel.",
            "role": "Working group, training voucher, and a contact to the university.",
            "participants": "Nordskip Yard and three suppliers",
            "result": "32 people retrained, turnover back to the level of 2019.",
            "released": False,
        },
    ],
}

NOT_ANSWERED: dict[str, Answer] = {
    "contacts_total": Answer(question="contacts_total", status=Status.DONT_KNOW),
    "press_international": Answer(
        question="press_international", status=Status.FOLLOW_UP, follow_up_by=date(2026, 4, 2)
    ),
    "impact_business_evidence": Answer(question="impact_business_evidence", status=Status.REFUSED),
    "impact_international_large": Answer(
        question="impact_international_large",
        status=Status.NOT_APPLICABLE,
        reason="The larger participants have had their own offices abroad for decades.",
    ),
    "in_kind_value": Answer(
        question="in_kind_value",
        status=Status.IMPLAUSIBLE,
        value=9500000,
        reason="More than twenty times the budget; probably a slip in the unit.",
    ),
    "impact_international_evidence": Answer(
        question="impact_international_evidence", status=Status.ADDED_LATER
    ),
}

NOTES = {
    "staff_fte": "Two seconded staff are not counted.",
    "committed_total": "Counted from the list of members of 1 March 2026.",
    "governing_body": "The statutes are being rewritten.\nA new board is to be elected in May.",
    "financing": "Euros at the mean rate of 2025; Interreg is counted as European Union.",
    "success_stories": "A third story will follow once the customer agrees.",
}


SEEN = "seen at www.example.org on 2026-11-02"
"""A reason that is enough for every criterion."""


def organisation_case(name: str = "Nordic Wave Energy Cluster", **changes: Any) -> Case:
    """Give the case of an invented organisation."""
    details: dict[str, Any] = {
        "portfolio": "Energy and environment",
        "interview_date": date(2026, 3, 12),
        "mode": "video",
        "expert": "Ada Lindqvist",
        "contact": "Jonas Vik, cluster manager",
        "pool_consent": True,
        "impartiality": Impartiality(
            statement=(
                "I have had no employment, board seat, contract or other interest in the "
                "organisation in the last three years"
            ),
            by="Ada Lindqvist",
            on=date(2026, 3, 2),
        ),
    }
    stated: dict[str, Any] = {
        "id": "k7w2m9qd",
        "organisation": Organisation(
            name=name, country="NOR", region="Vestland", website="https://nordicwave.example"
        ),
        "details": Details(**details),
        "catalogue": NEWEST,
        "synthetic": True,
        "created_at": AT,
        **changes,
    }
    return Case(**stated)


def values_for(catalogue: Catalogue) -> dict[str, Any]:
    """Give the values above without what an edition does not ask for any more."""
    return {
        name: {part: value[part] for part in question.part_names}
        if isinstance(question := catalogue.questions[name], GridQuestion)
        else value
        for name, value in VALUES.items()
    }


def full_case(catalogue: Catalogue) -> Assessment:
    """Give a case in which every question is answered or says why not."""
    assessment = Assessment(case=organisation_case(catalogue=catalogue.edition.id))
    for name, question in catalogue.questions.items():
        if not is_relevant(question, assessment, catalogue):
            continue
        answer = NOT_ANSWERED.get(name)
        if answer is None:
            value = values_for(catalogue).get(name, _plain_value(question))
            answer = Answer(question=name, status=Status.ANSWERED, value=value)
        if name == "founded":
            evidence = Evidence(kind="link", location="https://register.example/entry/1207")
            answer = answer.changed(evidence=(evidence,))
        reason = "Confirmed against the staff list." if name == "body_meetings" else answer.reason
        answer = answer.changed(note=NOTES.get(name), reason=reason, at=AT, by="Ada Lindqvist")
        assessment = assessment.with_answer(answer)
    return assessment


def _plain_value(question: Question) -> Any:
    """Give some right value for a question that the table above does not name."""
    match question:
        case IntegerQuestion() | DecimalQuestion():
            return 3
        case MonthQuestion():
            return "2020-05"
        case SelectOneQuestion():
            return question.choices[0].name
        case SelectMultipleQuestion():
            return [question.choices[0].name] if question.choices else ["DNK"]
        case ScaleQuestion():
            return 2
        case YesPartlyNoQuestion():
            return "partly"
        case SharesQuestion():
            return {
                name: 100 if index == 0 else 0 for index, name in enumerate(question.part_names)
            }
        case CountsQuestion() | GridQuestion():
            return dict.fromkeys(question.part_names, 1)
        case StoriesQuestion():
            return []
        case UrlQuestion():
            return "https://nordicwave.example"
        case _:
            return "As told in the interview."


VERDICTS = {
    identifier: Verdict(
        criterion=identifier, verdict="met", reason="Seen in the interview.", by="Ada Lindqvist"
    )
    for identifier in ("E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8")
}


def reviewed(
    assessment: Assessment, catalogue: Catalogue, comparison: PeerComparison = NO_COMPARISON
) -> tuple[tuple[Reviewed, ...], tuple[Reviewed, ...]]:
    """Give recommendations and strengths as found, without edits."""
    scores = score(assessment, catalogue)
    advice, good = advise(scores, assessment, catalogue, comparison, edits={}, english=in_english)
    return advice, good


def report_of(
    assessment: Assessment,
    catalogue: Catalogue,
    decision: Label | None = None,
    comparison: PeerComparison = NO_COMPARISON,
    last: Assessment | None = None,
    waiting: int = 0,
) -> Report:
    """Assemble the report of a case, with every criterion met."""
    scores = score(assessment, catalogue)
    advice, good = reviewed(assessment, catalogue, comparison)
    check = check_label(scores, assessment, catalogue, VERDICTS, None)
    return assemble(
        assessment,
        catalogue,
        scores,
        advice,
        good,
        check,
        decision,
        today=TODAY,
        software=SOFTWARE,
        comparison=comparison,
        rounds=compare_rounds(assessment, last, scores, score(last, catalogue), catalogue)
        if last is not None
        else None,
        earlier=[
            EarlierRound(
                case=each.case.id,
                day=each.case.details.interview_date,
                scores=score(each, catalogue),
            )
            for each in (last,)
            if each is not None
        ],
        plan=plan_lines(advice, {}, scores, catalogue),
        waiting=waiting,
        say=say,
        language="en",
    )


def earlier_case(catalogue: Catalogue) -> Assessment:
    """Give the last round of the full case, two years before and with other answers."""
    now = full_case(catalogue)
    details = now.case.details.model_copy(update={"interview_date": date(2024, 2, 20)})
    state = {"id": "b3x8n4ty", "details": details, "state": State.FINISHED}
    before = Assessment(case=now.case.model_copy(update=state), answers=now.answers)
    values: dict[str, Any] = {
        "committed_total": 71,
        "committed_written": 40,
        "involvement": 2,
        "steering": "central",
        "funding_secured": "under_1_year",
        "staff_fte": 2,
        "body_meetings": 6,
        "participants_in_activities": 30,
        "contacts_total": 90,
    }
    for question, value in values.items():
        answer = Answer(question=question, status=Status.ANSWERED, value=value)
        before = before.with_answer(answer)
    return before.with_answer(Answer(question="working_groups", status=Status.DONT_KNOW))
