"""Which items stand out is said by name, in whole sentences, as far as there is room."""

from __future__ import annotations

from typing import Literal

import pytest

from assess.core.catalogue.answer_status import Status
from assess.core.peers.membership import GroupKey
from assess.core.peers.position import PeerComparison, PeerPosition
from assess.core.report.figure.axis import Axis
from assess.core.report.figure.picture import Element, MatrixPicture, RadarPicture, ServiceField
from assess.core.report.sentence.item_text import checklist_text, fields_text, items_text, named
from assess.core.scoring.score import Score
from assess.core.text.value import Wording
from assess.languages.message import say

Side = Literal["below", "within", "above"]


def item(name: str, value: float | None) -> Score:
    return Score(
        indicator="planning",
        measure=name,
        label=name,
        unit="",
        decimals=0,
        direction="higher",
        value=value,
        status=Status.ANSWERED if value is not None else Status.DONT_KNOW,
        word=Wording({"en": "answered"}),
        formula=Wording({"en": "as answered"}),
    )


def among(**sides: Side) -> PeerComparison:
    standings = {
        f"planning:{name}": (
            PeerPosition(
                group=GroupKey.ALL, label="all", n=24, position=side, q1=1, median=2, q3=3
            ),
        )
        for name, side in sides.items()
    }
    return PeerComparison(groups=(), standings=standings)


@pytest.mark.parametrize(
    ("values", "sides", "told"),
    [
        (
            {"one": 3, "two": 1},
            {"one": "above", "two": "within"},
            "Above the middle half of all [24]: one",
        ),
        (
            {"one": 3, "two": 0},
            {"one": "within", "two": "below"},
            "Below the middle half of all [24]: two",
        ),
        (
            {"one": 3, "two": 0, "three": 4},
            {"one": "above", "two": "below", "three": "above"},
            "Above the middle half of all [24]: one and three; below it: two",
        ),
        (
            {"one": 2, "two": 2},
            {"one": "within", "two": "within"},
            "All 2 items are within the middle half of all [24]",
        ),
        (
            {"one": 2, "two": None},
            {"one": "within", "two": "above"},
            "The item is within the middle half of all [24]",
        ),
        ({"one": 3, "two": 1, "three": 3}, {}, "Highest, at 3: one and three; lowest, at 1: two"),
        ({"one": 2, "two": 2}, {}, "All items have the same level, 2"),
        ({"one": None}, {}, ""),
    ],
)
def test_items_are_told_by_their_side(
    values: dict[str, float | None], sides: dict[str, Side], told: str
) -> None:
    parts = [item(name, value) for name, value in values.items()]
    assert say(items_text(parts, among(**sides))) == told


@pytest.mark.parametrize(
    ("names", "most", "told"),
    [
        (["one", "two", "three"], 3, "one, two and three"),
        (["one", "two", "three"], 2, "one, two and 1 more"),
        (["one", "two", "three"], 1, "one and 2 more"),
        (["one"], 1, "one"),
    ],
)
def test_names_are_counted_from_the_most_on(names: list[str], most: int, told: str) -> None:
    assert say(named(names, most)) == told


def checklist(
    *elements: tuple[Literal["yes", "partly", "no", "unknown"], int | None],
) -> MatrixPicture:
    return MatrixPicture(
        title="",
        alternative="",
        elements=tuple(
            Element(label=f"e{place}", state=state, text="", having=(share,))
            for place, (state, share) in enumerate(elements, 1)
        ),
        groups=("all [24]",),
    )


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        (
            checklist(("yes", 50), ("no", 25), ("partly", 0)),
            "Not fully in place here, but in this share of all [24]: e2 (25\xa0%) and e3 (0\xa0%)",
        ),
        (checklist(("yes", 50), ("no", None)), "Not fully in place: e2"),
        (
            checklist(("yes", 50), ("yes", 75), ("unknown", 3)),
            "All 2 elements are in place; among all [24], 50 to 75\xa0% have each of them",
        ),
        (
            checklist(("yes", 50), ("yes", 50)),
            "All 2 elements are in place; among all [24], 50\xa0% have each of them",
        ),
        (checklist(("yes", 50), ("yes", None)), "All 2 elements are in place"),
        (checklist(("unknown", 50)), ""),
    ],
)
def test_a_checklist_tells_what_is_lacking(picture: MatrixPicture, told: str) -> None:
    assert say(checklist_text(picture)) == told


def fields(*pairs: tuple[float | None, float | None], group: str = "all [24]") -> RadarPicture:
    return RadarPicture(
        title="",
        alternative="",
        axis=Axis(low=0, high=4, ticks=(), natural=True),
        intensity_label="",
        spectrum_label="",
        group=group,
        fields=tuple(
            ServiceField(
                number=place,
                label=f"f{place}",
                intensity=intensity,
                intensity_text=f"{intensity}",
                spectrum=None,
                spectrum_text="",
                median=median,
            )
            for place, (intensity, median) in enumerate(pairs, 1)
        ),
    )


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        (fields((3, 2), (1, 2), (2, 2)), "Above the median of all [24]: f1; below it: f2"),
        (fields((3, 2), (2, 2)), "Above the median of all [24]: f1"),
        (fields((1, 2), (2, 2)), "Below the median of all [24]: f1"),
        (fields((2.001, 2), (None, 2)), ""),
        (fields((2.01, 2), (None, 2)), "Above the median of all [24]: f1"),
        (fields((3, None), (4, None)), "The most intensive field: f2, 4"),
        (fields((3, 2), (4, 2), group=""), "The most intensive field: f2, 4"),
        (fields((None, 2)), ""),
    ],
)
def test_fields_are_told_beside_the_median(picture: RadarPicture, told: str) -> None:
    assert say(fields_text(picture)) == told
