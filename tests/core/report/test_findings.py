"""Findings: what a chart shows stands above it in words that agree with its figures."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.membership import GroupKey
from assess.core.peers.position import PeerPosition, position_of
from assess.core.peers.position_text import position_sentence
from assess.core.peers.quantile import Quartiles, as_shown, own_as_shown
from assess.core.report.figure.indicator_pictures import depicted_measures
from assess.core.report.figure.picture import BandPicture, Picture, PictureRow
from assess.core.report.page.page_fit import BROAD, lines
from assess.core.report.record.report import IndicatorPart
from assess.core.scoring.score import Score, score
from assess.languages.message import say
from tests.cases import full_case, report_of
from tests.peers import drawn_comparison


def _standing(own: float, quartiles: tuple[float, float, float], decimals: int) -> PeerPosition:
    shown = Quartiles(*(as_shown(number, decimals) for number in quartiles))
    return PeerPosition(
        group=GroupKey.ALL,
        label="All",
        n=40,
        position=position_of(own_as_shown(own, decimals), shown.lower, shown.upper),
        q1=shown.lower,
        median=shown.median,
        q3=shown.upper,
    )


def _said(own: float, quartiles: list[float], decimals: int) -> str:
    low, median, high = sorted(quartiles)
    standing = _standing(own, (low, median, high), decimals)
    measured = Score(
        indicator="any",
        measure="any",
        label="Any",
        unit="",
        value=own,
        decimals=decimals,
        status=Status.ANSWERED,
        direction="higher",
        word={"en": "answered"},
        formula={"en": "any"},
    )
    return say(position_sentence(standing, measured))


@pytest.mark.parametrize(
    ("own", "quartiles", "decimals", "words"),
    [
        (2.8333, [2.83, 3.5, 4.0], 2, "Within the middle half of all 40 peers (2.83 to 4)"),
        (2.8249, [2.83, 3.5, 4.0], 2, "Just below the middle half"),
        (
            3.004,
            [2.0, 3.0, 4.0],
            2,
            "At the median of all 40 peers; the middle half is 2 to 4.",
        ),
        (2.5, [2.0, 3.0, 4.0], 2, "(2 to 4), below its median of 3."),
        (3.5, [2.0, 3.0, 4.0], 2, "(2 to 4), above its median of 3."),
        (4.19, [2.0, 3.0, 4.0], 2, "Just above the middle half"),
        (4.2, [2.0, 3.0, 4.0], 2, "Above the middle half of all 40 peers (2 to 4)."),
        (6.0, [2.0, 3.0, 4.0], 2, "Far above the middle half"),
        (1.0, [2.0, 3.0, 4.0], 2, "Below the middle half of all 40 peers (2 to 4)."),
        (0.0, [2.0, 3.0, 4.0], 2, "Far below the middle half"),
        (3.0, [3.0, 3.0, 3.0], 2, "At least half of all 40 peers have the same value."),
        (4.0, [3.0, 3.0, 3.0], 2, "Above the value 3, which at least half of all 40 peers have."),
    ],
)
def test_a_place_is_said_by_how_far_it_is(
    own: float, quartiles: list[float], decimals: int, words: str
) -> None:
    assert words in _said(own, quartiles, decimals)


@given(
    own=st.floats(0, 12).map(lambda number: round(number, 4)),
    quartiles=st.lists(
        st.one_of(st.floats(0, 12), st.sampled_from([2.825, 2.8333, 9.995, 10.04])),
        min_size=3,
        max_size=3,
    ),
    decimals=st.integers(0, 2),
)
def test_words_and_figures_agree_as_shown(
    own: float, quartiles: list[float], decimals: int
) -> None:
    said = _said(own, quartiles, decimals)
    shown = float(own_as_shown(own, decimals))
    figures = [
        float(number) for number in re.findall(r"\d+(?:\.\d+)?", said.replace("40 peers", ""))
    ]
    if said.endswith("have the same value."):
        return
    if "the value" in said:
        assert (shown < figures[0]) == said.startswith("Below")
        assert shown != figures[0]
        return
    low, high = figures[0], figures[1]
    if said.startswith("At the median"):
        assert low <= shown <= high
    elif said.startswith("Within"):
        assert low <= shown <= high
        assert (shown < figures[2]) == ("below its median" in said)
    elif "elow the middle" in said:
        assert shown < low
    else:
        assert shown > high


def _words(part: IndicatorPart) -> str:
    return " ".join([part.place, *(picture.title for picture in part.pictures), part.sentence])


def test_every_measure_that_a_chart_compares_has_its_words(catalogue: Catalogue) -> None:
    case = full_case(catalogue)
    scores = score(case, catalogue)
    comparison = drawn_comparison(case, catalogue)
    report = report_of(case, catalogue, comparison=comparison)
    parts = {part.number: part for area in report.areas for part in area.indicators}
    compared = 0
    for indicator in catalogue.indicators:
        part = parts[indicator.number]
        places = {place.key for place in part.peers if place.reference is not None}
        for chart in indicator.charts:
            for shown in depicted_measures(chart, indicator, scores):
                if "." in shown.measure or shown.key not in places or shown.value is None:
                    continue
                compared += 1
                words = _words(part)
                named = say(shown.label).partition(",")[0] in words
                is_lead = shown.measure == indicator.lead_measure
                assert named or (is_lead and words), (indicator.number, shown.measure)
    assert compared > 40


def _own_rows(picture: Picture) -> list[PictureRow]:
    panels = picture.panels if isinstance(picture, BandPicture) else ()
    return [row for panel in panels for row in panel.rows if row.kind == "own"]


def test_titles_are_findings_of_two_lines_most(catalogue: Catalogue) -> None:
    case = full_case(catalogue)
    report = report_of(case, catalogue, comparison=drawn_comparison(case, catalogue))
    pictures = [
        picture for area in report.areas for part in area.indicators for picture in part.pictures
    ]
    assert all(picture.is_finding for picture in pictures)
    assert len({picture.title for picture in pictures}) > 0.9 * len(pictures)
    long = [
        picture.title
        for picture in pictures
        if lines(picture.title, BROAD) > (3 if len(_own_rows(picture)) > 3 else 2)
    ]
    assert long == []
