"""Recommendations: position, class, missing element and change as triggers; their order; edits."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from assess.core.advice.recommendation import Recommendation, recommend
from assess.core.advice.review import Edit, review
from assess.core.case.answer import Evidence
from assess.core.case.assessment import Assessment
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.condition import Trigger
from assess.core.catalogue.policy import Follows
from assess.core.peers.peer_comparison import compare
from assess.core.peers.pool import PeerRecord, pooled_values
from assess.core.peers.position import NO_COMPARISON, PeerComparison
from assess.core.report.page.gain import area_gains
from assess.core.report.page.outlook import minimum_lines, silver_outlook
from assess.core.scoring.score import score
from assess.languages.message import say
from assess.languages.understanding import in_english
from assess.languages.validation import say_flaw
from tests.cases import full_case
from tests.core.peer_table import ENERGY, OWN, SHARE, hand_table
from tests.notation import answered
from tests.peers import drawn_comparison

PLANS = (
    "strategy_process",
    "strategy_document",
    "implementation_plan",
    "strategy_review",
    "performance_monitoring",
    "financial_controlling",
)
NO_RESEARCH = {
    "sme": 20,
    "non_sme": 5,
    "research_institute": 0,
    "university": 0,
    "training_provider": 1,
    "financial_intermediary": 1,
    "consultant": 0,
    "government_agency": 0,
    "other": 0,
}
NO_PRIORITIES = dict.fromkeys(
    (
        "joint_research",
        "business_development",
        "internationalisation",
        "human_resources",
        "entrepreneurship",
        "visibility",
        "lobbying",
        "cross_sector",
        "digital_transformation",
        "green_transition",
        "social_economy",
    ),
    0,
)
ABROAD = {"partners_abroad": 0}
UNKNOWN_TO_ALL = dict.fromkeys(
    ("regional_industry", "national_industry", "research", "policy", "public", "abroad"), 1
)
NO_SERVICES = dict.fromkeys(
    ("call_information", "partner_search", "application_help", "coordination"), 0
)
ALL_PRIVATE = {
    "financing": {
        "public_eu": 0,
        "public_national": 0,
        "public_regional": 0,
        "membership_fees": 60,
        "chargeable_services": 20,
        "other_private": 20,
    }
}


def among_table(assessment: Assessment, catalogue: Catalogue, *more: PeerRecord) -> PeerComparison:
    values = pooled_values(score(assessment, catalogue), assessment, catalogue)
    return compare(values, OWN, hand_table(catalogue, *more), catalogue)


def advised(
    catalogue: Catalogue, before: dict[str, Any] | None = None, **answers: Any
) -> dict[str, Recommendation]:
    """Give the recommendations for answers, among the peers of the table, by key, in order."""
    case = answered(**answers)
    earlier = None if before is None else score(answered(**before), catalogue)
    found = recommend(
        score(case, catalogue), case, catalogue, among_table(case, catalogue), earlier
    )
    return {one.key: one for one in found}


def bound(share: int) -> dict[str, Any]:
    return {"committed_total": 100, "committed_written": share}


def test_a_value_below_the_middle_half_is_advised_on_with_group_and_middle_half(
    catalogue: Catalogue,
) -> None:
    one = advised(catalogue, **bound(30))["committed_participants.loosely_tied"]
    assert say(one.finding) == (
        "30\u00a0% of the participants have committed themselves in writing, less than in the "
        f"middle half of the 10 peers in {ENERGY} (51.3 to 73.8\u00a0%)."
    )
    assert say(one.group) == f"{ENERGY} [10]"
    assert one.quality_items == ("1.1",)
    assert (bool(one.meaning), bool(one.action), bool(one.first_step)) == (True, True, True)


@pytest.mark.parametrize(("share", "is_advised"), [(51, True), (52, False), (74, False)])
def test_within_or_above_the_middle_half_nothing_is_advised(
    catalogue: Catalogue, share: int, is_advised: bool
) -> None:
    found = advised(catalogue, **bound(share))
    assert ("committed_participants.loosely_tied" in found) == is_advised


def test_without_peers_no_position_triggers(catalogue: Catalogue) -> None:
    case = answered(**bound(1))
    keys = {one.key for one in recommend(score(case, catalogue), case, catalogue)}
    assert "committed_participants.loosely_tied" not in keys


def test_classes_and_missing_elements_trigger_without_peers(catalogue: Catalogue) -> None:
    case = answered(legal_form="no_own_legal_form", role_written="no", rules_written="partly")
    found = {one.key: one for one in recommend(score(case, catalogue), case, catalogue)}
    missing = found["roles_and_governing_body.role_written"]
    assert "Manager’s tasks and powers in writing" in say(missing.finding)
    assert any(one.indicator == "legal_form" for one in found.values())
    assert say(missing.group) == ""


@pytest.mark.parametrize(
    ("then", "now", "is_advised"),
    [(80, 60, True), (80, 76, False), (60, 80, False), (None, 60, False)],
)
def test_what_fell_since_the_last_round_is_advised_on(
    catalogue: Catalogue, then: int | None, now: int, is_advised: bool
) -> None:
    before = None if then is None else {"committed_total": then}
    found = advised(catalogue, before, committed_total=now)
    assert ("committed_participants.fallen" in found) == is_advised
    if is_advised:
        text = say(found["committed_participants.fallen"].finding)
        assert "60 participants" in text.replace("\u00a0", " ")
        assert "80 participants" in text.replace("\u00a0", " ")


def test_what_lies_farther_below_goes_first(first_edition: Catalogue) -> None:
    # in the first edition both of these indicators have a direction, and without minimum
    # requirements nothing but the distance puts one before the other
    items = tuple(
        item.model_copy(update={"minimum": False}) for item in first_edition.label.quality_items
    )
    rules = first_edition.label.model_copy(update={"quality_items": items})
    catalogue = first_edition.model_copy(update={"label": rules})
    near = advised(catalogue, **bound(50), participants_150km=10)
    far = advised(catalogue, **bound(40), participants_150km=39)
    first, second = "committed_participants.loosely_tied", "regional_concentration.spread_out"
    assert [key for key in near if key in (first, second)] == [second, first]
    assert [key for key in far if key in (first, second)] == [first, second]


def test_what_the_cluster_gives_priority_to_goes_before_its_equal(catalogue: Catalogue) -> None:
    items = catalogue.questions["priorities"].part_names
    nothing = {
        name: dict.fromkeys(catalogue.questions[name].part_names, 0)
        for name in ("service_entrepreneurship", "service_human_resources")
    }

    def order(rated: int, **levels: int) -> list[str]:
        priorities = {**dict.fromkeys(items, rated), **levels}
        answers: dict[str, Any] = {"priorities": priorities, **nothing}
        found = advised(catalogue, None, **answers)
        return [one.indicator for one in found.values() if one.indicator in nothing]

    assert order(0, entrepreneurship=2)[0] == "service_entrepreneurship"
    assert order(0, human_resources=2)[0] == "service_human_resources"


def test_an_indicator_has_one_recommendation(catalogue: Catalogue) -> None:
    found = advised(
        catalogue,
        {"committed_total": 300},
        **bound(1),
        participants_150km=10,
        role_written="no",
        governing_body="no",
        rules_written="no",
    )
    order = [one.indicator for one in found.values()]
    assert sorted(order) == sorted(set(order))
    assert {"committed_participants", "roles_and_governing_body"} <= set(order)


PRECONDITIONS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    # rule, answers with which it applies, answers that deny what it presumes
    (
        "age.renew_strategy",
        {"founded": "2005"},
        {"planning": dict.fromkeys(PLANS, 3), "strategy_reviewed": "2025-06"},
    ),
    ("age.early_wins", {"founded": "2025"}, {"planning": dict.fromkeys(PLANS, 2)}),
    ("legal_form.own_entity", {"legal_form": "no_own_legal_form"}, {"role_written": "yes"}),
    (
        "roles_and_governing_body.industry_in_body",
        {"industry_in_body": "no"},
        {"governing_body": "no"},
    ),
    ("composition.no_research", {"composition": NO_RESEARCH}, {"priorities": NO_PRIORITIES}),
    ("cluster_partnerships.aims_in_writing", {"international_strategy": "no"}, ABROAD),
    ("visibility.key_audience", {"visibility": UNKNOWN_TO_ALL}, {"priorities": NO_PRIORITIES}),
    ("steering.keep_initiative", {"steering": "central"}, {"involvement": 4}),
    ("service_funding.none", {"service_funding": NO_SERVICES}, {"funded_projects": 3}),
    ("financial_sustainability.secure_funding", {"funding_secured": "under_1_year"}, ALL_PRIVATE),
]


@pytest.mark.parametrize(("key", "answers", "denying"), PRECONDITIONS)
def test_nothing_is_advised_that_the_answers_deny(
    key: str, answers: dict[str, Any], denying: dict[str, Any], catalogue: Catalogue
) -> None:
    assert key in advised(catalogue, **answers)
    assert key not in advised(catalogue, **answers, **denying)


def test_what_fails_a_criterion_of_eligibility_goes_first_and_says_so(
    catalogue: Catalogue,
) -> None:
    found = advised(catalogue, committed_total=12, planning=dict.fromkeys(PLANS, 0), founded="2005")
    reasons = [say(one.reason) for one in found.values()]
    assert next(iter(found)) == "committed_participants.too_few"
    assert "criterion E3" in reasons[0]
    assert list(found)[1] == "strategic_planning.strategy_document"
    assert "item 4.2" in reasons[1]
    assert "has not rated the subject" in reasons[2]


def test_services_share_two_cards_and_effects_one(catalogue: Catalogue) -> None:
    services = [
        name
        for name, question in catalogue.questions.items()
        if catalogue.indicator_of(name).area == "services" and question.part_names
    ]
    none = {name: dict.fromkeys(catalogue.questions[name].part_names, 0) for name in services}
    effects = {f"impact_{name}_sme": 0 for name in ("research", "business", "international")}
    answers: dict[str, Any] = {**none, **effects}
    found = advised(catalogue, None, **answers)
    cards = [one for one in found.values() if one.indicator.startswith("service_")]
    assert len([one for one in cards if one.indicator != "service_overview"]) == 2
    assert len(found["group.services"].covers) == 6
    assert "Information on calls" in say(found["group.services"].finding) or "more" in say(
        found["group.services"].finding
    )
    assert found["group.impacts"].covers == (
        "impact_research",
        "impact_business",
        "impact_international",
    )
    assert not any(key.startswith("impact_") for key in found)


def test_an_edited_text_is_not_called_outdated_because_one_more_peer_came(
    catalogue: Catalogue,
) -> None:
    case = answered(**bound(30))
    scores = score(case, catalogue)
    key = "committed_participants.loosely_tied"
    found = recommend(scores, case, catalogue, among_table(case, catalogue))
    (plain,) = [one for one in review("recommendation", found, {}, in_english) if one.key == key]
    edits = {key: Edit(about="recommendation", key=key, action="Mine.", based_on=plain.basis)}
    newcomer = PeerRecord(ref="new", portfolio=ENERGY, country="DNK", values={SHARE: 60.0})
    later = recommend(scores, case, catalogue, among_table(case, catalogue, newcomer))
    (one,) = [
        each for each in review("recommendation", later, edits, in_english) if each.key == key
    ]
    assert "11 peers" in say(one.finding)
    assert (one.action, one.outdated) == ("Mine.", None)
    other = answered(**bound(31))
    changed = recommend(score(other, catalogue), other, catalogue, among_table(other, catalogue))
    (one,) = [
        each for each in review("recommendation", changed, edits, in_english) if each.key == key
    ]
    assert one.action == "Mine."
    assert one.outdated is not None
    assert say(one.outdated).startswith("31\u00a0%")


@pytest.mark.parametrize(
    "stated",
    [
        {"measure": "a"},
        {"measure": "a", "position": "below", "change": "fallen"},
        {"measure": "a", "change": "fallen", "below": 3},
        {"measure": "a", "below": 3, "by": 2},
        {"missing": ["a"], "change": "fallen"},
    ],
)
def test_a_trigger_states_exactly_one_thing(stated: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refusal:
        Trigger.model_validate(stated)
    (flaw,) = refusal.value.errors()
    said = say_flaw(flaw["type"], flaw["msg"], flaw.get("ctx", {}))
    assert re.search(r"state one of|beside it|belongs to a change", said)


def test_the_three_areas_that_gained_most_come_with_the_items_they_serve(
    catalogue: Catalogue,
) -> None:
    before = answered(
        **bound(40),
        governing_body="no",
        role_written="no",
        industry_in_body="no",
        rules_written="no",
        involvement=1,
        requests=10,
        participants_in_activities=40,
        funding_secured="over_3_years",
    )
    now = answered(
        **bound(60),
        governing_body="yes",
        role_written="yes",
        industry_in_body="yes",
        rules_written="yes",
        involvement=2,
        requests=11,
        participants_in_activities=50,
        funding_secured="under_1_year",
    )
    gains = area_gains(score(now, catalogue), score(before, catalogue), now, catalogue, say=say)
    assert [one.area for one in gains] == ["management", "interaction", "structure"]
    management = gains[0]
    assert management.gains[0].change.measure == "governance_elements"
    assert management.gains[0].size == 1.0
    assert management.quality_items == ("2.7",)
    assert not management.gains[0].has_evidence
    assert area_gains(score(now, catalogue), score(now, catalogue), now, catalogue, say=say) == ()


def test_the_outlook_names_what_gained_what_it_serves_and_what_lacks_evidence(
    catalogue: Catalogue,
) -> None:
    before, now = answered(**bound(40)), answered(**bound(60))
    linked = Evidence(kind="link", location="https://example.org/list")
    shown = now.with_answer(now.answer("committed_written").changed(evidence=(linked,)))
    for case, lacks in ((now, True), (shown, False)):
        gains = area_gains(
            score(case, catalogue), score(before, catalogue), case, catalogue, say=say
        )
        (fact,) = silver_outlook(catalogue, gains, now.case.details.interview_date, say).items
        assert fact.label == "Structure of the cluster"
        text = fact.text.replace("\u00a0", " ")
        assert "5 Share committed in writing: from 40 % to 60 %" in text
        assert "Quality label: 1.1 Participants are committed to the cluster" in text
        assert ("No evidence is linked yet to 5" in text) == lacks
    day = now.case.details.interview_date
    assert "can be the three areas" in silver_outlook(catalogue, (), day, say).paragraphs[2]


def test_the_outlook_names_the_months_that_the_policy_of_the_day_asks(catalogue: Catalogue) -> None:
    day = answered().case.details.interview_date
    assert (
        "18 to 24 months after the first" in silver_outlook(catalogue, (), day, say).paragraphs[0]
    )
    follows = Follows(level="Bronze", at_least_months=30, at_most_months=48)
    policies = tuple(
        policy.model_copy(update={"follows": follows if policy.follows else None})
        for policy in catalogue.label.policies
    )
    rules = catalogue.label.model_copy(update={"policies": policies})
    changed = catalogue.model_copy(update={"label": rules})
    assert "30 to 48 months after the first" in silver_outlook(changed, (), day, say).paragraphs[0]
    before = silver_outlook(changed, (), date(2012, 1, 16), say).paragraphs[0]
    assert "requires a second benchmarking, improvement" in before


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        ([], "A second interview after this one is due from"),
        ([date(2024, 5, 12)], "This interview serves as the second interview"),
        ([date(2020, 1, 7), date(2024, 5, 12)], "This interview serves as the second interview"),
        ([date(2025, 10, 1)], "This interview is too early to serve as the second interview"),
        ([date(2020, 1, 7)], "This interview is too late to serve as the second interview"),
    ],
)
def test_the_outlook_says_whether_this_interview_serves(
    earlier: list[date], said: str, catalogue: Catalogue
) -> None:
    day = date(2026, 3, 12)
    outlook = silver_outlook(catalogue, (), day, say, earlier=earlier)
    assert outlook.paragraphs[1].startswith(said)


def test_the_second_interview_has_its_window_in_words(catalogue: Catalogue) -> None:
    (_, window, *_) = silver_outlook(catalogue, (), date(2026, 3, 12), say).paragraphs
    assert window.endswith("due from 12 September 2027 to 12 March 2028.")


def test_items_with_a_minimum_stand_beside_the_holders_of_gold_and_never_as_a_threshold(
    catalogue: Catalogue,
) -> None:
    case = full_case(catalogue)
    scores = score(case, catalogue)
    lines = minimum_lines(catalogue, scores, drawn_comparison(case, catalogue), say)
    assert [(line.item, line.number) for line in lines] == [
        ("1.1, 1.3", 5),
        ("2.2", 12),
        ("4.2", 14),
    ]
    assert (lines[0].own, lines[0].missing) == ("86\u00a0participants", False)
    assert all(re.search(r"\[\d+\]$", line.gold) for line in lines)
    assert all(line.gold == "" for line in minimum_lines(catalogue, scores, NO_COMPARISON, say))
    assert minimum_lines(catalogue, score(answered(), catalogue), NO_COMPARISON, say) == ()
