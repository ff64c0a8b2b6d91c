"""The pool: who enters it, who leaves it, what it gives away, and what a report keeps of it."""

from __future__ import annotations

from datetime import date

import pytest

from assess import workflow
from assess.core.case.assessment import Assessment, State, StateChange
from assess.core.case.organisation import Organisation
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import DecisionKind, LabelDecision
from assess.core.peers.membership import GroupKey
from assess.core.peers.position import PeerPosition
from assess.core.register.record import Link
from assess.core.report.record.report import Report
from assess.core.scoring.score import score
from assess.errors import AssessError
from assess.exchange.peers import contribution_file
from assess.workflow import Desk
from assess.workflow.peers import peer_comparison, peer_table, pooling
from assess.workflow.report import reporting
from assess.workflow.report.issuing import Consent
from tests.notation import FIRST, NEWEST, NOON, case_of
from tests.pool_cases import finished
from tests.synthetic_pool import synthetic_records

SHARE = "committed_participants:written_share"


def six(desk: Desk) -> list[Assessment]:
    return [finished(desk, f"Peer {one}", share=10 * one) for one in range(1, 7)]


def peers_of(desk: Desk, assessment: Assessment) -> int | None:
    """Give how many peers a case is compared with in its portfolio."""
    comparison = workflow.results(desk, assessment).comparison
    return comparison.of(SHARE)[0].n


def test_a_finished_case_enters_the_pool_with_consent_and_leaves_when_reopened(
    desk: Desk, case: Assessment
) -> None:
    assert peers_of(desk, case) is None
    others = six(desk)
    finished(desk, "Peer without consent", consent=False)
    assert pooling.pooled(desk).real == 6
    assert peers_of(desk, case) == 6
    finished(desk, "Peer 7")
    assert peers_of(desk, case) == 7
    workflow.reopen(desk, others[0], "a slip")
    assert peers_of(desk, case) == 6
    workflow.reopen(desk, desk.store.assessment(others[1].case.id), "another")
    assert peers_of(desk, case) is None


def test_an_answer_corrected_after_reopening_counts_once_finished_again(
    desk: Desk, case: Assessment
) -> None:
    others = six(desk)
    middle = workflow.results(desk, case).comparison.of(SHARE)[0].median
    assert middle == 35
    workflow.reopen(desk, others[5], "a slip")
    again = desk.store.assessment(others[5].case.id)
    workflow.answer(desk, again, "committed_written", 1)
    desk.store.states.add(again.case.id, [StateChange(state=State.FINISHED)], at=desk.now)
    assert workflow.results(desk, case).comparison.of(SHARE)[0].median == 25


def test_an_organisation_counts_once_with_its_latest_case_and_its_report_says_so(
    desk: Desk,
) -> None:
    six(desk)
    first = finished(desk, "Own Cluster", share=99, interview="2024-05-02")
    own = finished(desk, "OWN  cluster".replace("  ", " "), share=98)
    assert pooling.pooled(desk).real == 7
    assert peers_of(desk, own) == peers_of(desk, first) == 7
    groups = workflow.results(desk, first).comparison.groups
    assert {group.own for group in groups if group.n} == {"yes"}
    begun = workflow.begin(desk, Organisation(name="Live", country="NOR"), case_of("Live").details)
    groups = workflow.results(desk, desk.store.assessment(begun.id)).comparison.groups
    assert {group.own for group in groups if group.n} == {"no"}


def test_synthetic_and_real_organisations_never_mix(desk: Desk, case: Assessment) -> None:
    for one in range(6):
        finished(desk, f"Invented {one}", synthetic=True)
    assert peers_of(desk, case) is None
    invented = finished(desk, "Invented own", synthetic=True)
    assert peers_of(desk, invented) == 7
    comparison = workflow.results(desk, invented).comparison
    assert comparison.synthetic
    assert not workflow.results(desk, case).comparison.synthetic
    found = pooling.pooled(desk)
    assert (found.real, found.synthetic) == (0, 7)


def test_holders_of_a_gold_label_are_a_group_of_their_own(desk: Desk, case: Assessment) -> None:
    for one in six(desk):
        known = one.case
        desk.store.register.add(
            [
                LabelDecision(
                    kind=DecisionKind.AWARDED,
                    case=known.id,
                    level="Gold",
                    name=known.organisation.name,
                    country="NOR",
                    portfolio=known.details.portfolio,
                    interview_date=known.details.interview_date,
                    on=date(2026, 6, 1),
                    by="A Juror",
                    valid_from=date(2026, 5, 2),
                    valid_until=date(2028, 5, 2),
                )
            ],
            at=NOON,
        )
    gold = next(one for one in workflow.results(desk, case).comparison.groups if one.key == "gold")
    assert gold.n == 6


def test_a_renamed_organisation_still_counts_once(desk: Desk, case: Assessment) -> None:
    others = six(desk)
    workflow.reopen(desk, others[0], "a new name")
    again = desk.store.assessment(others[0].case.id)
    pooling.gather(desk)
    renamed = Organisation(name="Renamed", country="NOR")
    workflow.change_details(desk, again.case, renamed, again.case.details)
    desk.store.states.add(again.case.id, [StateChange(state=State.FINISHED)], at=desk.now)
    assert peers_of(desk, case) == 6


@pytest.mark.slow
def test_the_demonstration_pool_is_what_its_generator_makes(
    desk: Desk, first_edition: Catalogue
) -> None:
    from assess.locations import demonstration_files

    shipped = (demonstration_files() / "pool" / "synthetic_pool.json").read_bytes()
    file = contribution_file.read(shipped, "synthetic_pool.json")
    layouts = file.layouts()
    records = [
        contribution_file.record_of(each, layouts[each.edition], each.name.rpartition(" ")[2])
        for each in file.organisations
    ]
    assert records[:40] == list(synthetic_records(first_edition, 40))
    later = synthetic_records(desk.newest, 20, after=300, since=2026)
    assert records[300:320] == list(later)
    assert len(records) == 450
    assert [layout.catalogue for layout in layouts] == [FIRST, NEWEST]
    assert file.synthetic
    assert len({one.country for one in records}) == 20
    latest = desk.newest.label.portfolios_on(date(2026, 11, 1))
    assert {one.portfolio for one in records} == set(latest)


def shown_of(report: Report) -> PeerPosition:
    """Give what a report shows of the share, in the first group."""
    parts = (part for area in report.areas for part in area.indicators)
    return next(peers.standings[0] for part in parts for peers in part.peers if peers.key == SHARE)


def test_every_report_reads_one_table_and_names_it(desk: Desk) -> None:
    six(desk)
    first, second = (finished(desk, name, consent=False) for name in ("Own", "Other"))
    reports = [reporting.draft_report(desk, one) for one in (first, second)]
    assert reports[0].peer_table is not None
    assert reports[0].peer_table == reports[1].peer_table
    assert (reports[0].peer_table.number, reports[0].peer_table.day) == (1, desk.today)
    text = " ".join(reports[0].how_to_read[1].paragraphs)
    assert "table 1 of peers" in text
    assert reports[0].peer_table.mark in text


def test_a_table_that_was_given_out_stays_until_enough_have_changed(desk: Desk) -> None:
    six(desk)
    own = finished(desk, "Own", consent=False)
    reporting.draft_report(desk, own)
    finished(desk, "Newcomer", share=99)
    for each in (own, finished(desk, "Other", consent=False)):
        standing = workflow.results(desk, each).comparison.of(SHARE)[0]
        assert (standing.n, standing.as_of) == (6, None)
    assert peer_table.renewal_of(desk, synthetic=False)[1:] == (1, 5)
    with pytest.raises(AssessError, match=r"Further changes needed .*: 5"):
        peer_table.renew(desk, synthetic=False)
    for one in range(5):
        finished(desk, f"Newcomer {one}", share=90 + one)
    assert peer_table.renewal_of(desk, synthetic=False)[1:] == (6, 0)
    assert peer_table.renew(desk, synthetic=False).head.number == 2
    standing = workflow.results(desk, own).comparison.of(SHARE)[0]
    assert (standing.n, standing.as_of) == (12, None)


def test_a_group_of_which_too_few_changed_keeps_its_figures_and_their_day(
    desk: Desk,
) -> None:
    six(desk)
    for one in range(6):
        finished(desk, f"Food {one}", portfolio="Food industry", country="DNK")
    own = finished(desk, "Own", consent=False)
    reporting.draft_report(desk, own)
    for one in range(6):
        finished(desk, f"More food {one}", portfolio="Food industry", country="DNK")
    finished(desk, "Peer 7", share=99)
    peer_table.renew(desk, synthetic=False)
    by_group = {one.group: one for one in workflow.results(desk, own).comparison.of(SHARE)}
    assert (by_group[GroupKey.PORTFOLIO].n, by_group[GroupKey.PORTFOLIO].as_of) == (6, desk.today)
    assert (by_group[GroupKey.ALL].n, by_group[GroupKey.ALL].as_of) == (19, None)
    food = finished(desk, "Own food", consent=False, portfolio="Food industry", country="DNK")
    shown = workflow.results(desk, food).comparison.of(SHARE)[0]
    assert (shown.n, shown.as_of) == (6, desk.today)  # all without twelve would be seven: one more


def test_wrong_figures_are_renewed_or_hidden_and_the_report_says_why(desk: Desk) -> None:
    others = six(desk)
    own = finished(desk, "Own", consent=False)
    reporting.draft_report(desk, own)
    workflow.reopen(desk, others[0], "a slip")
    again = desk.store.assessment(others[0].case.id)
    workflow.answer(desk, again, "committed_written", 11)
    desk.store.states.add(again.case.id, [StateChange(state=State.FINISHED)], at=desk.now)
    peer_table.renew(desk, synthetic=False, correct="A slip in one case.")
    comparison = workflow.results(desk, own).comparison
    assert {one.position for one in comparison.of(SHARE)} == {"hidden"}
    total = comparison.of("committed_participants:committed_participants")[0]
    assert (total.n, total.as_of) == (6, None)  # nobody's has changed
    report = reporting.draft_report(desk, own)
    assert any("A slip in one case." in text for text in report.how_to_read[1].paragraphs)


@pytest.mark.slow
def test_looking_at_a_report_gives_nothing_out(desk: Desk) -> None:
    six(desk)
    own = finished(desk, "Own", consent=False)
    reporting.preview_report(desk, own)
    known = peer_table.table_in_use(desk, synthetic=False)
    assert known is not None
    assert known.left_at is None
    finished(desk, "Newcomer", share=99)
    assert peers_of(desk, own) == 7
    given = reporting.draft_report(desk, own)
    finished(desk, "Another", share=98)
    looked_at = reporting.preview_report(desk, own)
    assert [shown_of(one).n for one in (given, looked_at)] == [7, 7]
    assert looked_at.peer_table == given.peer_table


def test_an_edition_that_is_refused_gives_nothing_out_and_one_that_is_begun_does(
    desk: Desk,
) -> None:
    def is_given_out() -> bool:
        known = peer_table.table_in_use(desk, synthetic=False)
        return known is not None and known.left_at is not None

    six(desk)
    begun = workflow.begin(desk, Organisation(name="Live", country="NOR"), case_of("Live").details)
    with pytest.raises(AssessError, match="not finished"):
        reporting.begin_edition(desk, desk.store.assessment(begun.id))
    assert not is_given_out()
    own = finished(desk, "Own", consent=False)
    reporting.begin_edition(desk, own, consent=Consent(is_given=True))
    assert is_given_out()


def test_peers_are_compared_anew_with_each_answer_without_reading(desk: Desk) -> None:
    six(desk)
    begun = workflow.begin(desk, Organisation(name="Live", country="NOR"), case_of("Live").details)
    live = desk.store.assessment(begun.id)
    peers = peer_comparison.Peers(desk, live)
    indicator = desk.newest.indicator("committed_participants")
    positions = []
    for share in (5, 35, 95):
        live = workflow.answer(desk, live, "committed_total", 100).assessment
        live = workflow.answer(desk, live, "committed_written", share).assessment
        found = peers.compare_indicator(live, indicator)
        assert set(found.standings) == {
            one.key for one in score(live, desk.newest) if one.indicator == indicator.id
        }
        positions.append(found.of(SHARE)[0].position)
    assert positions == ["below", "within", "above"]


def test_an_organisation_that_the_register_links_with_its_old_name_counts_once(
    desk: Desk, case: Assessment
) -> None:
    six(desk)
    finished(desk, "Peer 1, renamed", interview="2026-09-02", share=99)
    assert peers_of(desk, case) == 7
    desk.store.register.add(
        [
            Link(
                name="Peer 1, renamed",
                country="NOR",
                other_name="Peer 1",
                other_country="NOR",
                how="renamed",
                on=desk.today,
                by="A Registrar",
            )
        ],
        at=NOON,
    )
    assert peers_of(desk, case) == 6
    assert pooling.pooled(desk).real == 6
