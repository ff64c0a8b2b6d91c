"""From verdicts to an award, and what stands in the way."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assess.catalogue import load
from assess.core.case.assessment import Assessment
from assess.core.label.decision import DecisionKind
from assess.core.label.validity import listed_span
from assess.core.register.validity_timeline import LabelStatus
from assess.errors import AssessError, NotFound, Refused
from assess.languages.message import say
from assess.locations import indicators_folder
from assess.store import Store
from assess.workflow import (
    Desk,
    answer,
    award,
    begin,
    change_details,
    check,
    export_case,
    find,
    finish,
    import_files,
    listed,
    propose,
    refuse,
    registered,
    reopen,
    revoke,
    verdict,
)
from assess.workflow.report.reporting import draft_award_record
from tests.cases import SEEN, report_of
from tests.indicator_folder import copied_to, edit
from tests.notation import case_of
from tests.nothing_known import with_nothing_open

LATER = datetime(2027, 1, 15, 12, tzinfo=UTC)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk on a day after the decisions of these tests."""
    return replace(desk, clock=lambda: LATER)


ALL = [f"E{number}" for number in range(1, 9)]


def finished(
    desk: Desk, name: str = "Fjord Energy Cluster", interview: str = "2026-11-02"
) -> Assessment:
    """Give a finished case in which nothing is known."""
    pattern = case_of(name, interview=interview)
    now = with_nothing_open(desk, begin(desk, pattern.organisation, pattern.details).id)
    finish(desk, now)
    return desk.store.assessment(now.case.id)


def eligible(
    desk: Desk, name: str = "Fjord Energy Cluster", interview: str = "2026-11-02"
) -> Assessment:
    """Give a finished case with every criterion met."""
    case = finished(desk, name, interview)
    for criterion in ALL:
        verdict(desk, case, criterion, "met", SEEN)
    return case


def test_an_eligible_case_is_proposed_and_awarded(desk: Desk) -> None:
    case = eligible(desk)
    propose(desk, case)
    assert [one.status for one in registered(desk)] == [LabelStatus.PENDING]
    entry = award(desk, case, by="EUCLES board", on=date(2026, 12, 1))
    assert (entry.valid_from, entry.valid_until) == (date(2026, 11, 2), date(2028, 11, 30))
    assert entry.rule is not None
    said = say(entry.rule)
    assert (
        said == "a first label is valid for 24 months from the interview (2026-11), to the end of "
        "the month: until 2028-11-30"
    )
    assert [one.status for one in registered(desk, date(2028, 11, 30))] == [LabelStatus.VALID]
    assert [one.status for one in registered(desk, date(2028, 12, 1))] == [
        LabelStatus.EXPIRED_RENEWABLE
    ]


def test_one_open_criterion_stops_the_proposal_and_says_why(desk: Desk) -> None:
    case = eligible(desk)
    verdict(desk, case, "E8", "open")
    with pytest.raises(Refused) as refusal:
        propose(desk, case)
    assert [fault.partition(":")[0] for fault in refusal.value.faults] == ["E8 is still open"]
    assert registered(desk) == ()


def test_a_criterion_that_fell_after_the_proposal_stops_the_award(desk: Desk) -> None:
    case = eligible(desk)
    propose(desk, case)
    verdict(desk, case, "E8", "not_met", "the page is gone")
    with pytest.raises(Refused, match="E8 is not met"):
        award(desk, case, by="EUCLES board", on=date(2026, 12, 1))
    assert [one.status for one in registered(desk)] == [LabelStatus.PENDING]


def test_an_interview_of_2018_needs_no_verdicts(desk: Desk) -> None:
    case = finished(desk, interview="2018-05-07")
    propose(desk, case)
    entry = award(desk, case, by="Board", on=date(2018, 6, 1))
    assert entry.valid_until == date(2020, 5, 7)


def test_the_previous_label_comes_from_the_register(desk: Desk) -> None:
    first = eligible(desk, interview="2024-10-03")
    propose(desk, first)
    award(desk, first, by="Board", on=date(2024, 11, 1))
    second = eligible(desk, interview="2026-09-15")
    found = check(desk, second)
    assert found.previous == date(2026, 10, 31)
    assert found.validity is not None
    assert (found.validity.kind, found.validity.valid_until) == ("renewal", date(2029, 10, 31))
    assert found.validity.valid_from == date(2026, 11, 1)


def test_a_date_issued_by_the_board_wins_and_the_difference_is_shown(desk: Desk) -> None:
    case = eligible(desk)
    propose(desk, case)
    entry = award(
        desk,
        case,
        by="Board",
        on=date(2026, 12, 1),
        valid_until=date(2028, 10, 31),
        serial="DNK001202610ABC0001",
    )
    assert entry.valid_until == date(2028, 10, 31)
    assert entry.computed_until == date(2028, 11, 30)
    text = " ".join(map(say, entry.warnings))
    assert "the computed end is 2028-11-30" in text
    assert "has the country DNK, but the case has NOR" in text
    assert "has the month 2026-10, but the interview was in 2026-11" in text


def test_the_expert_does_not_decide_alone(desk: Desk) -> None:
    case = eligible(desk)
    propose(desk, case)
    for second in (None, "ada expert"):
        with pytest.raises(AssessError, match="a second person"):
            award(desk, case, by="Ada Expert", on=date(2026, 12, 1), second=second)
    entry = award(desk, case, by="Ada Expert", on=date(2026, 12, 1), second="Bo Board")
    assert entry.second == "Bo Board"


def test_nothing_is_decided_before_it_is_proposed_or_twice(desk: Desk) -> None:
    case = eligible(desk)
    with pytest.raises(AssessError, match="not proposed"):
        award(desk, case, by="Board", on=date(2026, 12, 1))
    propose(desk, case)
    with pytest.raises(AssessError, match="before the interview"):
        award(desk, case, by="Board", on=date(2026, 11, 1))
    award(desk, case, by="Board", on=date(2026, 12, 1))
    with pytest.raises(AssessError, match="label is awarded"):
        award(desk, case, by="Board", on=date(2026, 12, 1))


def test_a_decision_is_not_recorded_before_its_day_or_on_an_open_case(desk: Desk) -> None:
    case = eligible(desk)
    propose(desk, case)
    with pytest.raises(AssessError, match="is in the future"):
        award(desk, case, by="Board", on=date(2099, 1, 1))
    reopen(desk, case, "a number came later")
    with pytest.raises(AssessError, match="not finished"):
        award(desk, find(desk, "fjord"), by="Board", on=date(2026, 12, 1))


def test_what_an_award_rests_on_stays_as_it_was(desk: Desk) -> None:
    case = eligible(desk)
    propose(desk, case)
    award(desk, case, by="Board", on=date(2026, 12, 1))
    with pytest.raises(AssessError, match="awarded on these verdicts"):
        verdict(desk, case, "E1", "not_met", "changed my mind")
    details = case.case.details.model_copy(update={"interview_date": date(2026, 1, 10)})
    with pytest.raises(AssessError, match="reopen it"):
        change_details(desk, case.case, case.case.organisation, details)
    reopen(desk, case, "a typing error")
    with pytest.raises(AssessError, match="can no longer be changed"):
        change_details(desk, case.case, case.case.organisation, details)
    mended = case.case.details.model_copy(update={"contact": "Liv"})
    assert change_details(desk, case.case, case.case.organisation, mended).details.contact == "Liv"


def test_no_label_is_proposed_without_a_declaration_of_impartiality(desk: Desk) -> None:
    pattern = case_of("Undeclared", impartiality=None)
    now = with_nothing_open(desk, begin(desk, pattern.organisation, pattern.details).id)
    finish(desk, now)
    with pytest.raises(AssessError, match="declared impartiality"):
        propose(desk, find(desk, "undeclared"))


def test_an_interest_and_a_late_declaration_are_told_to_whoever_decides(desk: Desk) -> None:
    late = {"statement": "advised its board in 2024", "by": "Bo", "on": "2026-12-24"}
    pattern = case_of("Declared", impartiality=late)
    now = with_nothing_open(desk, begin(desk, pattern.organisation, pattern.details).id)
    finish(desk, now)
    case = find(desk, "declared")
    for criterion in ALL:
        verdict(desk, case, criterion, "met", SEEN)
    for entry in (propose(desk, case), award(desk, case, by="Board", on=date(2027, 1, 10))):
        assert tuple(map(say, entry.warnings)) == (
            "the expert states an interest: advised its board in 2024",
            "impartiality was declared on 2026-12-24, after the interview (2026-11-02)",
            "impartiality was declared by Bo, not by Ada Expert",
        )
    assert propose(desk, eligible(desk)).warnings == ()


def test_a_refusal_and_a_revocation_need_a_reason(desk: Desk) -> None:
    case = eligible(desk)
    propose(desk, case)
    with pytest.raises(AssessError, match="reason"):
        refuse(desk, case, by="Board", on=date(2026, 12, 1), reason=" ")
    with pytest.raises(AssessError, match="label is proposed"):
        revoke(desk, case, by="Board", on=date(2026, 12, 1), reason="merged")
    refuse(desk, case, by="Board", on=date(2026, 12, 1), reason="E3 not shown")
    assert [one.status for one in registered(desk)] == [LabelStatus.NOT_AWARDED]


def test_what_cannot_be_proposed_is_refused_without_a_proposal(
    desk: Desk, elsewhere: Desk, tmp_path: Path
) -> None:
    case = finished(desk)
    with pytest.raises(Refused):
        propose(desk, case)
    entry = refuse(desk, case, by="Board", on=date(2026, 12, 1), reason="E1 is not shown")
    assert entry.kind is DecisionKind.REFUSED
    assert [one.status for one in registered(desk)] == [LabelStatus.NOT_AWARDED]
    export_case(desk, case, tmp_path / "case.json")
    import_files(replace(elsewhere, clock=lambda: LATER), [tmp_path / "case.json"])
    assert [one.label.name for one in registered(elsewhere)] == [case.case.organisation.name]
    other = eligible(desk, "Sound Energy Cluster")
    with pytest.raises(AssessError, match="not proposed"):
        refuse(desk, other, by="Board", on=date(2026, 12, 1), reason="no")


@pytest.mark.parametrize("is_finished_again", [False, True])
def test_a_case_that_was_reopened_after_its_award_says_so_everywhere(
    desk: Desk, is_finished_again: bool
) -> None:
    case = eligible(desk)
    propose(desk, case)
    award(desk, case, by="Board", on=date(2026, 12, 1))
    now = replace(desk, clock=lambda: LATER.replace(hour=15))

    def said() -> list[str]:
        case = find(now, "fjord")
        (listed_case,) = listed(now)
        checked = check(now, case).validity
        assert checked is not None
        texts = [say(text) for text in listed_case.since_award]
        facts = [fact.text for fact in draft_award_record(now, case).facts]
        for text in texts:
            assert text in [say(warning) for warning in checked.warnings]
            assert any(text[-30:] in fact for fact in facts)
        return texts

    assert said() == []
    reopen(now, find(now, "fjord"), "a number was wrong")
    assert said() == ["the case was reopened on 2027-01-15, after the award: a number was wrong"]
    later = replace(now, clock=lambda: LATER.replace(hour=16))
    answer(later, find(later, "fjord"), "founded", "2009")
    if is_finished_again:
        finish(later, find(later, "fjord"))
    assert said()[1:] == ["1 answer was changed after the award"]


def test_where_the_clock_stands_still_only_what_came_after_the_award_counts(desk: Desk) -> None:
    case = eligible(desk)
    reopen(desk, case, "before the award")
    answer(desk, find(desk, "fjord"), "founded", "2009")
    finish(desk, find(desk, "fjord"))
    case = find(desk, "fjord")
    propose(desk, case)
    award(desk, case, by="Board", on=date(2026, 12, 1))
    assert listed(desk)[0].since_award == ()
    reopen(desk, find(desk, "fjord"), "a number was wrong")
    answer(desk, find(desk, "fjord"), "founded", "2010")
    finish(desk, find(desk, "fjord"))
    assert [say(text) for text in listed(desk)[0].since_award] == [
        "the case was reopened on 2027-01-15, after the award: a number was wrong",
        "1 answer was changed after the award",
    ]


@pytest.mark.parametrize(("months", "ends"), [(12, date(2027, 11, 30)), (48, date(2030, 11, 30))])
def test_silver_ends_as_its_own_policy_says(
    desk: Desk, tmp_path: Path, months: int, ends: date
) -> None:
    folder = copied_to(tmp_path / "indicators")
    path = folder / "label.toml"
    text = path.read_text(encoding="utf-8")
    bronze, silver, rest = text.partition('id = "silver-2019"')
    rest = rest.replace("\nmonths = 24\n", f"\nmonths = {months}\n", 1)
    rest = rest.replace("\nmonths = 36\n", f"\nmonths = {months}\n", 1)
    path.write_text(bronze + silver + rest, encoding="utf-8")
    desk = replace(desk, newest=load(folder), own_indicators=folder)
    case = eligible(desk)
    bronze_check, silver_check = check(desk, case), check(desk, case, level="Silver")
    assert bronze_check.validity is not None
    assert silver_check.validity is not None
    assert bronze_check.validity.valid_until == date(2028, 11, 30)
    assert silver_check.validity.valid_until == ends
    late = date(2029, 10, 31)  # a Bronze label before it can end so late
    assert check(desk, case, late, level="Bronze").validity is not None
    if months < 36:
        with pytest.raises(AssessError, match="The previous label cannot be right"):
            check(desk, case, late, level="Silver")
    else:
        assert check(desk, case, ends, level="Silver").validity is not None
        with pytest.raises(AssessError, match="The previous label cannot be right"):
            check(desk, case, ends, level="Bronze")


def test_an_unfinished_case_is_not_proposed(desk: Desk, case: Assessment) -> None:
    with pytest.raises(AssessError, match="not finished"):
        propose(desk, case)


def test_a_verdict_needs_a_reason_and_against_the_number_names_it(
    desk: Desk, case: Assessment
) -> None:
    with pytest.raises(NotFound, match="E1, E2"):
        verdict(desk, case, "E9", "met", "seen")
    with pytest.raises(AssessError, match="reason"):
        verdict(desk, case, "E1", "met")
    now = answer(desk, case, "committed_total", 9).assessment
    with pytest.raises(AssessError, match=r"the interview says .*9"):
        verdict(desk, now, "E3", "met")
    verdict(desk, now, "E3", "met", "eight letters of intent are signed")
    found = check(desk, find(desk, "fjord")).eligibility.criteria
    assert next(one for one in found if one.id == "E3").warning is not None


def test_silver_has_a_track_of_its_own(desk: Desk) -> None:
    case = eligible(desk)
    propose(desk, case)
    award(desk, case, by="Board", on=date(2026, 12, 1))
    with pytest.raises(AssessError, match="label is not proposed"):
        award(desk, case, by="Board", on=date(2026, 12, 1), level="Silver")
    propose(desk, case, level="Silver")
    entry = award(desk, case, by="Board", on=date(2026, 12, 20), level="Silver")
    assert (entry.policy, entry.valid_until) == ("silver-2019", date(2028, 11, 30))
    assert any("no earlier Bronze label" in say(kept) for kept in entry.warnings)
    found = [(one.label.level, one.status.value) for one in registered(desk)]
    assert found == [("Bronze", "valid"), ("Silver", "valid")]
    revoke(desk, case, by="Board", on=date(2027, 1, 10), reason="merged", level="Silver")
    found = [(one.label.level, one.status.value) for one in registered(desk)]
    assert found == [("Bronze", "valid"), ("Silver", "revoked")]


NEW_POLICY = """
[[policy]]
id = "bronze-2026"
level = "Bronze"
title.en = "Bronze, interviews from 1 December 2026: four years to the end of the month"
interview_from = 2026-12-01
criteria_apply = true
early_months = 12
[policy.first]
months = 48
end_of_month = true
[policy.renewal]
months = 48
end_of_month = true
[policy.window]
months = 12
end_of_month = true
"""


@pytest.fixture
def of_four_years(desk: Desk, tmp_path: Path) -> Desk:
    """A desk whose labels are valid for 48 months by interviews since 1 December 2026."""
    indicators = copied_to(tmp_path)
    shutil.copy(indicators / "editions" / "2026.1" / "label.toml", indicators)  # nobody changes it
    until = "interview_from = 2019-11-15\ninterview_to = 2026-11-30\n"
    edit(indicators / "label.toml", "interview_from = 2019-11-15\n", until)
    edit(indicators / "label.toml", "\n[[policy]]\n", f"{NEW_POLICY}\n[[policy]]\n")
    return replace(desk, newest=load(indicators))


def test_a_policy_of_48_months_from_a_day_on_is_a_change_of_data(of_four_years: Desk) -> None:
    desk, on = of_four_years, date(2027, 1, 10)
    before = eligible(desk, name="Before", interview="2026-11-30")
    since = eligible(desk, name="Since", interview="2026-12-01")
    renewed = eligible(desk, name="Renewed", interview="2026-12-01")
    previous = {renewed.case.id: date(2026, 12, 31)}
    for case, policy, until in (
        (before, "bronze-2019", date(2028, 11, 30)),
        (since, "bronze-2026", date(2030, 12, 31)),
        (renewed, "bronze-2026", date(2030, 12, 31)),
    ):
        propose(desk, case)
        entry = award(desk, case, by="Board", on=on, previous=previous.get(case.case.id))
        assert (entry.policy, entry.valid_until) == (policy, until)
    assert [one.status for one in registered(desk)] == [LabelStatus.VALID] * 3
    printed = report_of(since, desk.newest).model_dump_json()
    assert "bronze-2026: Bronze, interviews from 1 December 2026: four years" in printed


def test_a_policy_that_begins_later_changes_nothing_before_it(of_four_years: Desk) -> None:
    case = eligible(of_four_years, interview="2022-12-01")
    with pytest.raises(AssessError, match="more than 3 years after the interview"):
        check(of_four_years, case, date(2026, 12, 31))
    case = eligible(of_four_years, interview="2026-12-02")
    assert check(of_four_years, case, date(2030, 12, 31)).validity is not None
    with pytest.raises(AssessError, match="more than 4 years after the interview"):
        check(of_four_years, case, date(2031, 1, 3))


@pytest.mark.parametrize(
    ("until", "starts", "policy", "months"),
    [
        ("2028-11-30", "2026-11-30", "bronze-2019", 24),
        ("2030-12-31", "2026-12-31", "bronze-2026", 48),
        ("2029-12-31", "2026-12-31", "bronze-2019", 36),
        ("2036-12-31", "2032-12-31", "bronze-2026", 48),
    ],
)
def test_a_list_of_labels_of_either_term_is_read_by_its_rule(
    until: str, starts: str, policy: str, months: int, of_four_years: Desk
) -> None:
    rules = of_four_years.newest.label
    begins, rule = listed_span(rules, "Bronze", date.fromisoformat(until), date(2036, 12, 31))
    assert str(begins) == starts
    assert say(rule) == (
        f"listed as valid until {until}; by the rule of {policy}, valid from {starts} at the "
        f"latest, {months} months before that last day"
    )


def test_a_policy_of_other_terms_needs_no_other_change(desk: Desk, tmp_path: Path) -> None:
    """The longest term stands in `label.toml` alone: a renewal of 48 months works everywhere."""
    indicators = Path(shutil.copytree(indicators_folder(), tmp_path / "indicators"))
    rules = indicators / "label.toml"
    rules.write_text(
        rules.read_text("utf-8").replace(
            "[policy.renewal]\nmonths = 36", "[policy.renewal]\nmonths = 48"
        ),
        encoding="utf-8",
    )
    longer = replace(desk, newest=load(indicators))
    before = eligible(longer, interview="2022-11-20")
    propose(longer, before)
    first = award(longer, before, by="Board", on=LATER.date(), previous=date(2022, 11, 30))
    assert first.valid_until == date(2026, 11, 30)

    case = eligible(longer, interview="2022-12-01")
    assert check(longer, case, date(2026, 12, 31)).validity is not None
    with pytest.raises(AssessError, match="more than 4 years after the interview"):
        check(longer, case, date(2027, 1, 2))
    with pytest.raises(AssessError, match="more than 3 years after the interview"):
        check(desk, case, date(2026, 12, 31))

    export_case(longer, before, target := tmp_path / "case.json")
    with Desk(
        newest=longer.newest,
        store=Store(tmp_path / "elsewhere.db", now=LATER),
        clock=lambda: LATER,
        new_id=lambda: "elsewhere",
    ) as elsewhere:
        import_files(elsewhere, [target])
        (label,) = registered(elsewhere)
        assert (label.status, label.label.valid_until) == (
            LabelStatus.EXPIRED_RENEWABLE,
            date(2026, 11, 30),
        )
