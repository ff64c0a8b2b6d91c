"""Charts with peers: every kind shows its groups, and nothing of a group that is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assess.core.case.answer import Answer
from assess.core.case.assessment import Assessment
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.membership import GroupKey
from assess.core.peers.position import PeerComparison
from assess.core.report.figure.peer_rows import band_of
from assess.core.report.figure.picture import (
    BandPicture,
    ClassesPicture,
    MatrixPicture,
    PeerBand,
    Picture,
    ProfilePicture,
    RadarPicture,
    StackedPicture,
)
from assess.core.report.figure.position_strips import place_among
from assess.core.report.record.report import Report
from assess.languages.message import say
from tests.cases import full_case, report_of
from tests.peers import drawn_comparison


@pytest.fixture(scope="module")
def full(catalogue: Catalogue) -> Assessment:
    return full_case(catalogue)


@pytest.fixture(scope="module")
def comparison(full: Assessment, catalogue: Catalogue) -> PeerComparison:
    return drawn_comparison(full, catalogue)


@pytest.fixture(scope="module")
def report(full: Assessment, catalogue: Catalogue, comparison: PeerComparison) -> Report:
    return report_of(full, catalogue, comparison=comparison)


def pictures(report: Report) -> Iterator[tuple[int, Picture]]:
    for area in report.areas:
        for one in area.indicators:
            for picture in one.pictures:
                yield one.number, picture


def test_every_chart_of_an_indicator_shows_peers(report: Report) -> None:
    kinds = set()
    for number, picture in pictures(report):
        kinds.add(picture.kind)
        match picture:
            case BandPicture():
                shown = any(row.band for panel in picture.panels for row in panel.rows)
            case StackedPicture():
                shown = len(picture.bars) > 1
            case ClassesPicture():
                shown = len(picture.groups) == 2 and all(
                    len(one.shares) == 2 for one in picture.classes
                )
            case MatrixPicture():
                shown = len(picture.groups) == 2
            case ProfilePicture() | RadarPicture():
                shown = bool(picture.group)
            case _:
                shown = False
        assert shown, (number, picture.kind)
    assert kinds == {"band", "stacked", "classes", "matrix", "profile", "radar"}


def test_a_single_measure_stands_in_every_group_with_label_n_and_its_own_mark(
    report: Report, comparison: PeerComparison
) -> None:
    (picture,) = next(
        one.pictures for area in report.areas for one in area.indicators if one.number == 7
    )
    assert isinstance(picture, BandPicture)
    (panel,) = picture.panels
    rows = [row for row in panel.rows if row.kind == "peers"]
    key = "regional_concentration:regional_share"
    standings = [one for one in comparison.of(key) if one.is_shown]
    assert [row.label for row in rows] == [say(one.title) for one in standings]
    assert all("[" in row.label for row in rows)
    assert all(row.place == pytest.approx(64 / 86 * 100) for row in rows)
    assert [bool(row.figure) for row in rows] == [True] + [False] * (len(rows) - 1)
    for row, one in zip(rows, standings, strict=True):
        assert row.band == band_of(one)
        assert row.label in picture.alternative
    assert panel.axis is not None
    for row in rows:
        assert row.band is not None
        assert panel.axis.low <= row.band.lower <= row.band.upper <= panel.axis.high


def test_a_hidden_group_is_nowhere_in_the_pictures(
    full: Assessment, catalogue: Catalogue, comparison: PeerComparison
) -> None:
    hidden = {
        key: tuple(
            one
            if one.group is GroupKey.ALL
            else one.model_copy(
                update={
                    "position": "hidden", "n": None, "q1": None, "median": None, "q3": None,
                    "low": None, "high": None, "shares": (), "label": f"Secret {one.group}",
                }
            )
            for one in standings
        )
        for key, standings in comparison.standings.items()
    }  # fmt: skip
    report = report_of(
        full, catalogue, comparison=comparison.model_copy(update={"standings": hidden})
    )
    drawn = [picture for _, picture in pictures(report)]
    drawn += [area.picture for area in report.areas]
    for picture in (*drawn, report.summary.position):
        assert "Secret" not in picture.model_dump_json()
    named = "".join(one.model_dump_json() for one in drawn)
    assert "All [120]" in named


def test_the_shares_of_a_class_and_an_element_are_those_of_the_group(
    report: Report, comparison: PeerComparison
) -> None:
    form = next(picture for number, picture in pictures(report) if number == 2)
    assert isinstance(form, ClassesPicture)
    standing = comparison.reference("legal_form:legal_form")
    assert standing is not None
    assert form.groups[0] == say(standing.title)
    assert [one.shares[0] for one in form.classes] == [one.share for one in standing.shares]
    assert [one.own for one in form.classes] == [one.own for one in standing.shares]
    roles = next(picture for number, picture in pictures(report) if number == 10)
    assert isinstance(roles, MatrixPicture)
    role = comparison.reference("roles_and_governing_body:role_written")
    assert role is not None
    assert roles.elements[0].having[0] == role.share_of("yes")


def test_the_six_areas_show_where_each_measure_lies_as_the_standing_says(
    report: Report, comparison: PeerComparison
) -> None:
    position = report.summary.position
    assert position.middle
    numbers = [mark.number for strip in position.strips for mark in strip.marks]
    assert len(numbers) == len(set(numbers)) > 28
    share = next(m.share for s in position.strips for m in s.marks if m.number == 7)
    standing = comparison.reference("regional_concentration:regional_share")
    assert standing is not None
    where = "below" if share < 1 / 3 else "above" if share > 2 / 3 else "within"
    assert where == standing.position
    assert f"indicator 7 {where} the middle half" in position.alternative


BAND = PeerBand(lower=10, median=30, upper=40)


@pytest.mark.parametrize(
    ("number", "place"),
    [(10, 1 / 3), (30, 0.5), (40, 2 / 3), (20, 5 / 12), (35, 7 / 12), (-20, 1 / 6), (70, 5 / 6)],
)
def test_the_place_among_peers_is_worked_out_by_hand(number: float, place: float) -> None:
    assert place_among(number, BAND) == pytest.approx(place)


def test_the_place_among_peers_never_leaves_the_strip_and_keeps_the_order() -> None:
    places = [place_among(number, BAND) for number in range(-1000, 1000, 5)]
    assert places == sorted(places)
    assert 0 <= places[0] < places[-1] <= 1
    flat = PeerBand(lower=3, median=3, upper=3)
    assert place_among(3, flat) == 0.5
    assert place_among(4, flat) > 2 / 3
    assert place_among(2, flat) < 1 / 3


def test_key_figures_say_once_with_whom_they_are_compared(report: Report) -> None:
    groups = [one.group for one in report.summary.key_figures]
    assert report.summary.peers
    assert not any(report.summary.peers in group for group in groups)
    alone = [group for group in groups if re.fullmatch(r"\[\d+\]", group)]
    assert len(alone) >= len(groups) / 2


def test_an_unusual_value_is_marked_beside_its_sign_in_the_chart(
    full: Assessment, catalogue: Catalogue
) -> None:
    case = full.with_answer(Answer(question="partners_abroad", status=Status.ANSWERED, value=300))
    report = report_of(case, catalogue, comparison=drawn_comparison(case, catalogue))
    figures = {
        row.figure
        for number, picture in pictures(report)
        if number == 31 and isinstance(picture, BandPicture)
        for panel in picture.panels
        for row in panel.rows
        if row.place == 300
    }
    assert "300 (unusual)" in figures
