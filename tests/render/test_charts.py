"""Charts are well-formed, show the own value with its number, and a word where there is none."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from assess.core.case.answer import Answer
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.figure.axis import PER_CENT, level_axis
from assess.core.report.figure.picture import (
    BandPicture,
    Bar,
    Class,
    ClassesPicture,
    Element,
    MatrixPicture,
    Panel,
    PeerBand,
    Picture,
    PictureRow,
    PositionPicture,
    ProfilePicture,
    RadarPicture,
    Segment,
    ServiceField,
    StackedPicture,
    Strip,
    StripMark,
)
from assess.core.text.design_tokens import Tokens
from assess.render.chart.canvas import text_width, wrapped
from assess.render.chart.chart import compose, draw
from assess.render.chart.inline import inline_chart
from assess.render.chart.printed import printed
from assess.render.document.design_tokens import load_tokens
from tests.cases import full_case, report_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def tokens(templates: Path) -> Tokens:
    return load_tokens(templates)


def words(svg: str) -> list[str]:
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]


def diamonds(svg: str, tokens: Tokens) -> int:
    """Count the marks of own values."""
    paths = ET.fromstring(svg).iter(f"{SVG}path")
    return sum(
        path.get("d", "").count("M")
        for path in paths
        if path.get("fill") == tokens.colour.accent and "l" in path.get("d", "")
    )


LEVELS = level_axis(0, 4, ("None", "Small", "Noticeable", "Strong", "Very strong"))


def band(place: float | None, figure: str, **row: object) -> BandPicture:
    made = PictureRow.model_validate(
        {"label": "Share", "place": place, "text": figure, "figure": figure, **row}
    )
    panel = Panel(axis=PER_CENT, unit="", rows=(made,))
    return BandPicture(title="A band", alternative=f"Share: {figure}", panels=(panel,))


def stacked(**bar: object) -> StackedPicture:
    made = Bar.model_validate({"label": "This cluster", **bar})
    return StackedPicture(title="A whole", alternative="A whole in its parts", bars=(made,))


def profile(place: float | None, text: str) -> ProfilePicture:
    row = PictureRow(label="Courses", place=place, text=text, figure=text)
    return ProfilePicture(title="A profile", alternative="A profile", axis=LEVELS, rows=(row,))


def radar(intensity: float | None, text: str) -> RadarPicture:
    fields = tuple(
        ServiceField(
            number=18 + index,
            label=f"Field {index}",
            intensity=intensity if index == 0 else 2.0,
            intensity_text=text if index == 0 else "2",
            spectrum=50.0,
            spectrum_text="50 %",
        )
        for index in range(7)
    )
    return RadarPicture(
        title="A radar",
        alternative="A radar",
        axis=LEVELS,
        intensity_label="Intensity",
        spectrum_label="Spectrum",
        fields=fields,
    )


def matrix(state: str, text: str) -> MatrixPicture:
    element = Element.model_validate({"label": "Rules in writing", "state": state, "text": text})
    return MatrixPicture(title="A checklist", alternative="A checklist", elements=(element,))


def classes(own: str | None, missing: str = "") -> ClassesPicture:
    made = tuple(Class(label=name, own=name == own) for name in ("Central", "Broker"))
    return ClassesPicture(title="A class", alternative="A class", classes=made, missing=missing)


@pytest.mark.parametrize(
    ("picture", "own", "marks"),
    [
        (band(73.3, "73.3 %"), "73.3 %", 1),
        (band(0, "0 %"), "0 %", 1),
        (classes("Broker"), "Broker", 1),
        (profile(3, "3 Strong"), "3 Strong", 1),
        (profile(0, "0 None"), "0 None", 1),
        (radar(1.5, "1.5"), "1.5", 7),
        (matrix("partly", "partly"), "partly", 0),
        (
            stacked(segments=(Segment(label="All", share=100, text="100 %"),)),
            "100 %",
            0,
        ),
    ],
    ids=lambda value: value.kind if hasattr(value, "kind") else str(value),
)
def test_an_own_value_is_marked_and_written(
    picture: Picture, own: str, marks: int, tokens: Tokens
) -> None:
    svg = draw(picture, tokens)
    assert own in words(svg)
    assert diamonds(svg, tokens) == marks


@pytest.mark.parametrize(
    ("picture", "marks"),
    [
        (band(None, "does not know"), 0),
        (classes(None, "does not know"), 0),
        (profile(None, "does not know"), 0),
        (radar(None, "does not know"), 6),
        (matrix("unknown", "does not know"), 0),
        (stacked(missing="does not know"), 0),
    ],
    ids=lambda value: value.kind if hasattr(value, "kind") else str(value),
)
def test_a_missing_value_is_a_word_without_a_mark(
    picture: Picture, marks: int, tokens: Tokens
) -> None:
    svg = draw(picture, tokens)
    assert "does not know" in words(svg)
    assert diamonds(svg, tokens) == marks


def test_a_published_value_is_a_hollow_mark_with_its_number(tokens: Tokens) -> None:
    svg = draw(band(50, "50 %", kind="published"), tokens)
    assert "50 %" in words(svg)
    assert diamonds(svg, tokens) == 0


def test_a_group_of_peers_has_room_beside_the_own_value(tokens: Tokens) -> None:
    peers = PeerBand(least=10, lower=20, median=30, upper=40, most=60)
    row = {"kind": "peers", "band": peers, "label": "Energy and environment [24]"}
    svg = draw(band(None, "", **row), tokens)
    shown = words(svg)
    assert "[24]" in " ".join(shown)
    assert diamonds(svg, tokens) == 0
    fills = [node.get("fill") for node in ET.fromstring(svg).iter(f"{SVG}path")]
    assert tokens.colour.rule in fills


def test_an_area_names_the_indicators_without_a_value(tokens: Tokens) -> None:
    strip = Strip(
        letter="A", label="Structure", marks=(StripMark(number=5, share=0.7),), missing=(7, 9)
    )
    picture = PositionPicture(
        title="Areas",
        alternative="Areas",
        low="0",
        high="1",
        missing_word="no value",
        strips=(strip,),
    )
    svg = draw(picture, tokens)
    assert {"5", "7, 9", "no value"} <= set(words(svg))
    assert diamonds(svg, tokens) == 2, "one of them in the key"


@pytest.mark.parametrize("answered", [True, False])
def test_every_picture_of_a_report_is_well_formed_and_tells_what_it_shows(
    answered: bool,
    catalogue: Catalogue,
    tokens: Tokens,
) -> None:
    case = full_case(catalogue)
    if not answered:
        case = case.with_answers(
            Answer(question=name, status=Status.REFUSED) for name in catalogue.questions
        )
    report = report_of(case, catalogue)
    for area in report.areas:
        for picture in (area.picture, *(each for one in area.indicators for each in one.pictures)):
            root = ET.fromstring(draw(picture, tokens))
            title = root.find(f"{SVG}title")
            assert title is not None
            assert title.text == picture.alternative
            assert float(root.get("height", "0")) > 10
            if not answered:
                assert diamonds(draw(picture, tokens), tokens) == 0


def test_nothing_of_a_report_is_drawn_beside_its_picture(
    catalogue: Catalogue, tokens: Tokens
) -> None:
    report = report_of(full_case(catalogue), catalogue)
    for area in report.areas:
        for picture in (area.picture, *(each for one in area.indicators for each in one.pictures)):
            root = ET.fromstring(draw(picture, tokens))
            width, height = float(root.get("width", "0")), float(root.get("height", "0"))
            for node in root.iter(f"{SVG}text"):
                x, y = float(node.get("x", "0")), float(node.get("y", "0"))
                long = text_width(node.text or "", tokens.size.text) * 0.92
                left = {"end": x - long, "middle": x - long / 2}.get(node.get("text-anchor", ""), x)
                assert left >= -3, f"{picture.title}: {node.text}"
                assert left + long <= width + 3, f"{picture.title}: {node.text}"
                assert 0 < y <= height + 1, f"{picture.title}: {node.text}"


def test_a_label_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert wrapped("one two three four five six seven", 40, 9.5, 2)[-1].endswith("…")
    assert wrapped("W" * 500, 100, 9.5) == ["W" * 11 + "…"]
    assert wrapped("short", 100, 9.5) == ["short"]


def test_words_of_a_chart_are_text_and_never_markup(tokens: Tokens) -> None:
    svg = draw(band(None, "<script>&amp; \x1b[31m"), tokens)
    assert "<script>&amp; ‹ESC›[31m" in words(svg)


@pytest.mark.parametrize(("place", "text"), [(12.5, "12.5 years"), (None, "not reached")])
def test_a_number_alone_is_written_without_axis_or_mark(
    place: float | None, text: str, tokens: Tokens
) -> None:
    row = PictureRow(label="Age", place=place, text=text, figure=text)
    panel = Panel(axis=None, unit="years", rows=(row,))
    svg = draw(BandPicture(title="Age", alternative="Age", panels=(panel,)), tokens)
    assert words(svg) == ["Age", text]
    assert list(ET.fromstring(svg).iter(f"{SVG}path")) == []


def test_many_indicators_without_a_value_are_written_as_runs(tokens: Tokens) -> None:
    strip = Strip(letter="D", label="Services", marks=(), missing=(11, 13, 14, *range(18, 26)))
    picture = PositionPicture(
        title="All", alternative="All", low="nothing", high="most", missing_word="", strips=(strip,)
    )
    assert "11, 13, 14, 18–25" in words(draw(picture, tokens))


def positions(*shares: float, direction: str = "higher") -> PositionPicture:
    marks = tuple(
        StripMark.model_validate({"number": number, "share": share, "direction": direction})
        for number, share in enumerate(shares, start=1)
    )
    strip = Strip(letter="D", label="Services", marks=marks)
    return PositionPicture(
        title="All",
        alternative="All",
        low="below",
        middle="middle",
        high="above",
        missing_word="",
        strips=(strip,),
    )


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(
    "shares", [(0.5,) * 8, tuple(0.4 + index / 100 for index in range(9)), (0.99, 0.995, 1, 0.0)]
)
def test_numbers_of_marks_that_crowd_cover_no_other(
    shares: tuple[float, ...], narrow: bool, tokens: Tokens
) -> None:
    canvas = compose(positions(*shares), tokens, narrow=narrow)
    said = [word for word in canvas.words if re.fullmatch(r"[0-9–, ]+", word.text)]
    boxes = []
    for word in said:
        wide = text_width(word.text, tokens.size.text)
        left = word.x - (wide if word.anchor == "end" else 0)
        boxes.append((left, left + wide, word.y))
        assert left >= 0
        assert left + wide <= canvas.width
    for index, (left, right, base) in enumerate(boxes):
        for other_left, other_right, other_base in boxes[:index]:
            apart = right <= other_left or other_right <= left
            assert apart or abs(base - other_base) >= 10


def test_marks_at_one_place_are_one_mark_with_their_numbers(tokens: Tokens) -> None:
    assert "1–4" in words(draw(positions(0.5, 0.5, 0.502, 0.5), tokens))


@pytest.mark.parametrize(
    ("direction", "word"),
    [
        ("higher", "more is better"),
        ("lower", "less is better"),
        ("none", "neither more nor less is better"),
    ],
)
def test_a_sign_says_whether_more_is_better(direction: str, word: str, tokens: Tokens) -> None:
    assert word in words(draw(positions(0.5, direction=direction), tokens))


def test_a_measure_with_one_group_takes_one_row_and_tells_its_values(tokens: Tokens) -> None:
    peers = PeerBand(lower=20, median=30, upper=40)
    own = PictureRow(label="Share", place=60, text="60 %", figure="60 %")
    group = PictureRow(
        label="Energy [24]", kind="peers", place=60, text="20 to 40 %", figure="", band=peers
    )
    panel = Panel(axis=PER_CENT, unit="", rows=(own, group))
    canvas = compose(BandPicture(title="A", alternative="A", panels=(panel, panel)), tokens)
    assert [word.text for word in canvas.words].count("Share") == 2
    assert [word.text for word in canvas.words].count("Energy [24]") == 1, "named once in a chart"
    assert [tip.text for tip in canvas.tips] == ["Share: 60 %; Energy [24]: 20 to 40 %"] * 2


def test_words_below_one_another_are_one_block_of_the_page(tokens: Tokens) -> None:
    rows = tuple(
        PictureRow(label=f"Group {index}", kind="peers", place=9, text="", figure="", band=band_)
        for index, band_ in enumerate([PeerBand(lower=1, median=2, upper=3)] * 4)
    )
    panel = Panel(axis=PER_CENT, unit="", rows=rows)
    picture = BandPicture(title="A", alternative="A <b>", panels=(panel,))
    page = printed(picture, tokens, "wide", frozenset("3"))
    assert ">Group 0\nGroup 1\nGroup 2\nGroup ‹U+0033›</p>" in page
    assert 'alt="A &lt;b&gt;"' in page
    assert "<text" not in page


def test_a_web_page_has_each_chart_for_a_desk_and_for_a_telephone(tokens: Tokens) -> None:
    page = inline_chart(tokens, band(73.3, "<73.3>"))
    assert page.count("<svg") == page.count('role="img"><title>') == 2
    assert page.count('tabindex="0"') == 2
    assert page.count("<b>Share: &lt;73.3&gt;</b>") == 2
