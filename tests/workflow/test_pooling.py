"""The pool: who enters it, who leaves it, what it gives away, and what a report keeps of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

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
from assess.errors import AssessError, NotFound, Refused
from assess.exchange.peers import pool_file
from assess.languages import speaking
from assess.workflow import Desk
from assess.workflow.peers import peer_comparison, pooling
from assess.workflow.report import reporting
from assess.workflow.report.issuing import Consent
from tests.notation import FIRST, NEWEST, NOON, case_of
from tests.synthetic_pool import synthetic_records

SHARE = "committed_participants:written_share"


def finished(
    desk: Desk,
    name: str,
    *,
    share: int = 50,
    country: str = "NOR",
    interview: str = "2026-05-02",
    consent: bool = True,
    synthetic: bool = False,
    portfolio: str = "Energy and environment",
) -> Assessment:
    """Interview an organisation, of whose hundred participants so many are bound in writing."""
    pattern = case_of(name, interview=interview, pool_consent=consent, portfolio=portfolio)
    organisation = Organisation(name=name, country=country)
    begun = workflow.begin(desk, organisation, pattern.details, synthetic=synthetic)
    assessment = desk.store.assessment(begun.id)
    for question, value in (
        ("founded", "2010-01"),
        ("committed_total", 100),
        ("committed_written", share),
    ):
        assessment = workflow.answer(desk, assessment, question, value).assessment
    desk.store.states.add(begun.id, [StateChange(state=State.FINISHED)], at=desk.now)
    return desk.store.assessment(begun.id)


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
    workflow.reopen(desk, others[0], "a slip")
    assert peers_of(desk, case) == 5
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


def test_an_organisation_counts_once_with_its_latest_case_and_never_for_itself(
    desk: Desk,
) -> None:
    six(desk)
    first = finished(desk, "Own Cluster", share=99, interview="2024-05-02")
    own = finished(desk, "OWN  cluster".replace("  ", " "), share=98)
    assert pooling.pooled(desk).real == 7
    assert peers_of(desk, own) == 6
    assert peers_of(desk, first) == 6
    other = desk.store.assessment(finished(desk, "Peer 7").case.id)
    assert peers_of(desk, other) == 7


def test_synthetic_and_real_organisations_never_mix(desk: Desk, case: Assessment) -> None:
    for one in range(6):
        finished(desk, f"Invented {one}", synthetic=True)
    assert peers_of(desk, case) is None
    invented = finished(desk, "Invented own", synthetic=True)
    assert peers_of(desk, invented) == 6
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


def test_a_renamed_organisation_is_still_not_its_own_peer(desk: Desk) -> None:
    others = six(desk)
    workflow.reopen(desk, others[0], "a new name")
    again = desk.store.assessment(others[0].case.id)
    pooling.gather(desk)
    renamed = Organisation(name="Renamed", country="NOR")
    workflow.change_details(desk, again.case, renamed, again.case.details)
    desk.store.states.add(again.case.id, [StateChange(state=State.FINISHED)], at=desk.now)
    assert peers_of(desk, desk.store.assessment(again.case.id)) == 5


def test_what_leaves_the_house_has_no_name_and_no_rare_place(desk: Desk, tmp_path: Path) -> None:
    for one in range(6):
        finished(desk, f"Northern {one}", share=11 * one)
    finished(desk, "The only one in Iceland", country="ISL")
    target = tmp_path / "pool.json"
    found = pooling.export_pool(desk, target)
    assert (found.size, found.left_out) == (6, 1)
    text = target.read_text(encoding="utf-8")
    assert "Northern" not in text
    assert "Iceland" not in text
    assert "ISL" not in text
    plain = json.loads(text)
    placed = {(one["country"], one["portfolio"]) for one in plain["organisations"]}
    assert placed == {("NOR", "Energy and environment")}
    assert pooling.pool_key(desk) not in text


def test_too_few_organisations_leave_nothing(desk: Desk, tmp_path: Path) -> None:
    for one in range(4):
        finished(desk, f"Peer {one}")
    with pytest.raises(AssessError, match="needs at least 5"):
        pooling.export_pool(desk, tmp_path / "pool.json")
    assert list(tmp_path.glob("pool.json*")) == []


def exported(desk: Desk, target: Path) -> str:
    pooling.export_pool(desk, target)
    return pooling.pool_key(desk)


def other_desk(tmp_path: Path, desk: Desk) -> Desk:
    numbers = iter(range(1000))
    return Desk(
        newest=desk.newest,
        store=type(desk.store)(tmp_path / "other.db", now=NOON),
        clock=lambda: NOON,
        new_id=lambda: f"other{next(numbers):03d}",
    )


def test_with_one_key_an_organisation_counts_once_in_another_house(
    desk: Desk, tmp_path: Path
) -> None:
    six(desk)
    target = tmp_path / "pool.json"
    key = exported(desk, target)
    with other_desk(tmp_path, desk) as there:
        with pytest.raises(Refused, match="another pool key"):
            pooling.import_pool(there, target)
        pooling.set_pool_key(there, key)
        arrived = pooling.import_pool(there, target)
        assert arrived.came[0] == "6 organisations joined the pool"
        stranger = finished(there, "Stranger", consent=False)
        assert peers_of(there, stranger) == 6
        again = finished(there, "Peer 1", interview="2026-09-02")
        assert peers_of(there, again) == 5
        assert peers_of(there, stranger) == 6
        with pytest.raises(Refused, match="in the pool already"):
            pooling.import_pool(there, target)
        with pytest.raises(AssessError, match="made with another key"):
            pooling.set_pool_key(there, "00" * 16)
        assert pooling.remove_source(there, "pool.json") == 6
        assert peers_of(there, stranger) is None
        with pytest.raises(NotFound):
            pooling.remove_source(there, "pool.json")


def test_a_measure_is_compared_only_where_its_definition_is_the_same(
    desk: Desk, tmp_path: Path
) -> None:
    six(desk)
    target = tmp_path / "pool.json"
    key = exported(desk, target)
    plain = json.loads(target.read_text(encoding="utf-8"))
    plain["editions"][0]["catalogue"] = "2019.1"
    measures = plain["editions"][0]["measures"]
    place = next(at for at, one in enumerate(measures) if one["key"] == SHARE)
    measures[place]["definition"] = "otherwise"
    target.write_text(json.dumps(plain), encoding="utf-8")
    with other_desk(tmp_path, desk) as there:
        pooling.set_pool_key(there, key)
        arrived = pooling.import_pool(there, target)
        assert any(SHARE in text and "2019.1" in text for text in arrived.left)
        own = finished(there, "Own", consent=False)
        comparison = workflow.results(there, own).comparison
        assert comparison.of(SHARE)[0].position == "hidden"
        assert comparison.of("committed_participants:committed_participants")[0].n == 6


def test_a_faulty_pool_file_is_refused_with_every_fault(desk: Desk, tmp_path: Path) -> None:
    six(desk)
    target = tmp_path / "pool.json"
    exported(desk, target)
    plain = json.loads(target.read_text(encoding="utf-8"))
    first, second = plain["organisations"][:2]
    second["ref"] = first["ref"]
    first["values"][0] = "eleven"
    first["values"][1] = "ancient"
    plain["organisations"][2]["values"].pop()
    target.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        pooling.import_pool(desk, target)
    assert len(refused.value.faults) == 4
    assert refused.value.faults[0].startswith("organisations[0].values[0]: 'eleven'")
    assert "is not one of: up_to_4" in refused.value.faults[1]
    plain["organisations"][3]["name"] = "Somebody"
    plain["organisations"][4]["year"] = "2024"
    target.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        pooling.import_pool(desk, target)
    places = [fault.partition(":")[0] for fault in refused.value.faults]
    assert places == ["organisations[3].name", "organisations[4].year"]
    assert [one.kind for one in desk.store.pool.sources()] == ["case"] * 6


def test_the_demonstration_pool_is_what_its_generator_makes(
    desk: Desk, first_edition: Catalogue
) -> None:
    from assess.locations import demonstration_files

    shipped = (demonstration_files() / "pool" / "synthetic_pool.json").read_text(encoding="utf-8")
    carried = pool_file.read(shipped.encode("utf-8"), "synthetic_pool.json")
    records = [one for _, some in carried.records for one in some]
    assert records[:40] == list(synthetic_records(first_edition, 40))
    later = synthetic_records(desk.newest, 20, after=300, since=2026)
    assert records[300:320] == list(later)
    assert len(records) == 450
    assert [layout.catalogue for layout, _ in carried.records] == [FIRST, NEWEST]
    assert carried.synthetic
    assert len({one.country for one in records}) == 20
    latest = desk.newest.label.portfolios_on(date(2026, 11, 1))
    assert {one.portfolio for one in records} == set(latest)


def shown_of(report: Report) -> PeerPosition:
    """Give what a report shows of the share, in the first group."""
    parts = (part for area in report.areas for part in area.indicators)
    return next(peers.standings[0] for part in parts for peers in part.peers if peers.key == SHARE)


def test_a_report_keeps_its_peers_until_five_have_changed(desk: Desk) -> None:
    six(desk)
    own = finished(desk, "Own", consent=False)
    first = reporting.draft_report(desk, own)
    assert workflow.results(desk, own).comparison.of(SHARE)[0].as_of is None
    finished(desk, "Newcomer", share=99)
    second = workflow.results(desk, own).comparison
    standing = second.of(SHARE)[0]
    assert (standing.n, standing.as_of) == (6, desk.today)
    again = reporting.draft_report(desk, own)
    assert [shown_of(one).n for one in (first, again)] == [6, 6]
    assert "as of" in again.how_to_read[1].items[0].text.lower()
    assert len(desk.store.shown_peers.of(own.case.id)) == 1
    for one in range(4):
        finished(desk, f"Newcomer {one}", share=90 + one)
    assert workflow.results(desk, own).comparison.of(SHARE)[0].n == 11
    other = finished(desk, "Other", consent=False)
    assert peers_of(desk, other) == 11  # a report of another organisation begins afresh


def test_its_peers_are_known_again_in_any_language(desk: Desk) -> None:
    six(desk)
    own = finished(desk, "Own", consent=False)
    with speaking("en-XA"):
        reporting.draft_report(desk, own)
    finished(desk, "Newcomer", share=99)
    for language in ("en", "en-XA"):
        with speaking(language):
            standing = workflow.results(desk, own).comparison.of(SHARE)[0]
            assert (standing.n, standing.as_of) == (6, desk.today)
            reporting.draft_report(desk, own)
    (kept,) = desk.store.shown_peers.of(own.case.id)
    assert kept.labels[GroupKey.GOLD] == "Holders of a Gold label"


def test_looking_at_a_report_keeps_nothing_of_its_peers(desk: Desk) -> None:
    six(desk)
    own = finished(desk, "Own", consent=False)
    seen = reporting.preview_report(desk, own)
    assert desk.store.shown_peers.of(own.case.id) == ()
    finished(desk, "Newcomer", share=99)
    assert peers_of(desk, own) == 7  # nothing was given out, so nothing can be told by subtracting
    given = reporting.draft_report(desk, own)
    finished(desk, "Another", share=98)
    looked_at = reporting.preview_report(desk, own)
    standings = [shown_of(one) for one in (seen, given, looked_at)]
    assert [one.n for one in standings] == [6, 7, 7]
    assert [one.as_of for one in standings] == [None, None, desk.today]
    assert standings[2].median == standings[1].median
    assert len(desk.store.shown_peers.of(own.case.id)) == 1


def test_an_edition_that_is_refused_keeps_nothing_and_one_that_is_begun_does(desk: Desk) -> None:
    six(desk)
    begun = workflow.begin(desk, Organisation(name="Live", country="NOR"), case_of("Live").details)
    with pytest.raises(AssessError, match="not finished"):
        reporting.begin_edition(desk, desk.store.assessment(begun.id))
    assert desk.store.shown_peers.of(begun.id) == ()
    own = finished(desk, "Own", consent=False)
    reporting.begin_edition(desk, own, consent=Consent(is_given=True))
    assert len(desk.store.shown_peers.of(own.case.id)) == 1


def test_what_a_report_showed_is_never_changed(desk: Desk) -> None:
    six(desk)
    own = finished(desk, "Own", consent=False)
    reporting.draft_report(desk, own)
    for statement in ("UPDATE peers_shown SET head = ''", "DELETE FROM peers_shown"):
        with pytest.raises(AssessError, match="only ever added to"), desk.store.writing():
            desk.store.ledger.run(statement, ())


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
