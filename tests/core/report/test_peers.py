"""Peers in the report: the frozen values, the words beside them, and what is said of the groups."""

from __future__ import annotations

import pytest

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.peer_comparison import compare
from assess.core.peers.pool import pooled_values
from assess.core.report.record.report import IndicatorPart, Report, canonical_json
from assess.core.scoring.score import score
from assess.languages.message import say
from tests.cases import full_case, report_of
from tests.core.peer_table import ENERGY, NEAR, OWN, ROLE, SHARE, hand_table, records
from tests.peers import table_from


@pytest.fixture(scope="module")
def report(catalogue: Catalogue) -> Report:
    assessment = full_case(catalogue)
    values = pooled_values(score(assessment, catalogue), assessment, catalogue)
    comparison = compare(values, OWN, hand_table(catalogue), catalogue, synthetic=True)
    return report_of(assessment, catalogue, comparison=comparison)


def _part(report: Report, number: int) -> IndicatorPart:
    parts = (one for area in report.areas for one in area.indicators)
    return next(one for one in parts if one.number == number)


def test_an_indicator_carries_each_of_its_measures_among_the_groups(report: Report) -> None:
    peers = {one.key: one for one in _part(report, 5).peers}
    share = peers[SHARE]
    assert [one.group for one in share.standings] == [group.key for group in report.groups]
    first = share.standings[0]
    assert (say(first.title), first.position) == (f"{ENERGY} [10]", "within")
    assert (first.q1, first.median, first.q3) == (51.3, 62.5, 73.8)
    hidden = share.standings[1]
    assert (hidden.position, hidden.n, hidden.title) == ("hidden", None, f"{ENERGY}, Norway")
    assert share.reference == "portfolio"


def _words(part: IndicatorPart) -> str:
    return " ".join([part.place, *(picture.title for picture in part.pictures), part.sentence])


def test_the_sentence_puts_the_value_among_its_peers_and_says_why_this_group(
    report: Report,
) -> None:
    text = _words(_part(report, 7))
    assert f"bove the middle half of the 6 peers in {ENERGY}, which lies between 41.3" in text
    assert "too small" not in text  # as in most of the report, which explains it once


def test_where_another_group_is_spoken_of_than_usual_it_is_said(
    catalogue: Catalogue,
) -> None:
    assessment = full_case(catalogue)
    values = pooled_values(score(assessment, catalogue), assessment, catalogue)
    peers = [
        one.model_copy(update={"values": {**one.values, NEAR: 50.0}})
        if one.portfolio != ENERGY
        else one.model_copy(update={"values": {SHARE: one.values[SHARE]}})
        for one in records()
    ]
    comparison = compare(values, OWN, table_from(peers, catalogue), catalogue)
    report = report_of(assessment, catalogue, comparison=comparison)
    text = _words(_part(report, 7))
    assert "all 20 peers" in text
    assert f"{ENERGY}, Norway and {ENERGY} are too small to be shown" in text


def test_an_element_of_a_checklist_has_its_share_of_yes(report: Report) -> None:
    role = next(one for one in _part(report, 10).peers if one.key == ROLE)
    assert role.standings[0].share_of("yes") == 60
    assert (
        role.sentence == f"60\u00a0% of the 10 peers in {ENERGY} have it, 10\u00a0% have it partly."
    )


def test_key_figures_stand_beside_median_middle_half_and_group(report: Report) -> None:
    figure = next(one for one in report.summary.key_figures if one.number == 7)
    assert (figure.median, figure.middle_half) == ("47.5", "41.3 to 57.5")
    assert (figure.group, figure.position) == ("[6]", "above the middle half")
    assert report.summary.peers == ENERGY
    other = next(one for one in report.summary.key_figures if one.number == 14)
    assert (other.median, other.group, other.position) == ("", "", "")


def test_the_groups_are_explained_with_number_and_age_of_their_data(report: Report) -> None:
    passage = next(one for one in report.how_to_read if one.title == "The comparison groups")
    assert passage.items[0].label == f"{ENERGY} [10]"
    assert "in 2023 or later" in passage.items[0].text
    assert any("is the same for every reader" in one for one in passage.paragraphs)
    assert passage.paragraphs[-1].startswith("Not shown:")
    assert f"mostly {ENERGY} [10]" in passage.paragraphs[-2]


def test_synthetic_peers_are_marked_on_every_page(report: Report) -> None:
    assert report.synthetic_peers
    assert "Synthetic demonstration data" in report.marks
    assert "synthetic" in report.summary.reading


def test_a_report_with_peers_is_read_back_whole(report: Report) -> None:
    assert Report.model_validate_json(canonical_json(report)) == report


def test_without_peers_nothing_is_compared(catalogue: Catalogue) -> None:
    report = report_of(full_case(catalogue), catalogue)
    assert all(not one.peers for area in report.areas for one in area.indicators)
    titles = [one.title for one in report.how_to_read]
    assert "No comparison group yet" in titles
    assert "middle half" not in report.summary.reading
    assert NEAR not in {one.key for one in _part(report, 7).peers}


def test_the_account_of_a_value_has_the_figures_of_every_group(report: Report) -> None:
    near = next(one for one in report.annex.definitions if one.number == 7).measures[0]
    heads = [one.label for one in report.annex.groups]
    assert heads[0] == f"{ENERGY} [10]"
    assert near.figures[0] == "41.3 · 47.5 · 57.5\u00a0[6]"
    assert len(near.figures) == len(heads)


def test_the_definitions_show_no_group_that_is_hidden_and_all_that_are_not(report: Report) -> None:
    labels = [one.label for one in report.annex.groups]
    columns = [index for index, one in enumerate(report.groups) if say(one.title) in labels]
    assert [say(report.groups[index].title) for index in columns] == labels
    accounts = {
        f"{definition.number} {one.label.partition(':')[0]}": one.figures
        for definition in report.annex.definitions
        for one in definition.measures
    }
    for part in (one for area in report.areas for one in area.indicators):
        for peers in part.peers:
            figures = accounts.get(f"{part.number} {peers.label}")
            if not figures or any(one.shares and one.median is None for one in peers.standings):
                continue
            for index, figure in zip(columns, figures, strict=True):
                standing = peers.standings[index]
                assert (figure == "–") == (not standing.is_shown)
                whole = standing.n == report.groups[index].n
                assert standing.n is None or figure.endswith(f"[{standing.n}]") is not whole
