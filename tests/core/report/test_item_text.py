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
from assess.core.text.message import Message, Text
from assess.core.text.value import Wording
from assess.languages.message import say

Told = tuple[str, dict[str, str]]


def told_by(text: Text) -> Told | str:
    """Give the code of a message with what is said at each of its places; a text as it is."""
    if not isinstance(text, Message):
        return say(text)
    return text.code.removeprefix("report."), {n: say(v) for n, v in text.values.items()}


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


GROUP = {"group": "all [24]"}


@pytest.mark.parametrize(
    ("values", "sides", "told"),
    [
        (
            {"one": 3, "two": 1},
            {"one": "above", "two": "within"},
            ("items_above", GROUP | {"above": "one"}),
        ),
        (
            {"one": 3, "two": 0},
            {"one": "within", "two": "below"},
            ("items_below", GROUP | {"below": "two"}),
        ),
        (
            {"one": 3, "two": 0, "three": 4},
            {"one": "above", "two": "below", "three": "above"},
            ("items_above_and_below", GROUP | {"above": "one and three", "below": "two"}),
        ),
        (
            {"one": 2, "two": 2},
            {"one": "within", "two": "within"},
            ("items_within", GROUP | {"count": "2"}),
        ),
        (
            {"one": 2, "two": None},
            {"one": "within", "two": "above"},
            ("items_within", GROUP | {"count": "1"}),
        ),
        (
            {"one": 3, "two": 1, "three": 3},
            {},
            (
                "highest_and_lowest",
                {"high": "3", "highest": "one and three", "low": "1", "lowest": "two"},
            ),
        ),
        ({"one": 2, "two": 2}, {}, ("all_at_one_level", {"level": "2"})),
        ({"one": None}, {}, ""),
    ],
)
def test_items_are_told_by_their_side(
    values: dict[str, float | None], sides: dict[str, Side], told: Told | str
) -> None:
    parts = [item(name, value) for name, value in values.items()]
    assert told_by(items_text(parts, among(**sides))) == told


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
            ("lacking_among", GROUP | {"elements": "e2 (25\xa0%) and e3 (0\xa0%)"}),
        ),
        (checklist(("yes", 50), ("no", None)), ("lacking", {"elements": "e2"})),
        (
            checklist(("yes", 50), ("yes", 75), ("unknown", 3)),
            ("all_there_among", GROUP | {"count": "2", "low": "50", "high": "75"}),
        ),
        (
            checklist(("yes", 50), ("yes", 50)),
            ("all_there_at_one", GROUP | {"count": "2", "share": "50"}),
        ),
        (checklist(("yes", 50), ("yes", None)), ("all_there", {"count": "2"})),
        (checklist(("unknown", 50)), ""),
    ],
)
def test_a_checklist_tells_what_is_lacking(picture: MatrixPicture, told: Told | str) -> None:
    assert told_by(checklist_text(picture)) == told


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
        (
            fields((3, 2), (1, 2), (2, 2)),
            ("fields_around_median", GROUP | {"above": "f1", "below": "f2"}),
        ),
        (fields((3, 2), (2, 2)), ("fields_above_median", GROUP | {"fields": "f1"})),
        (fields((1, 2), (2, 2)), ("fields_below_median", GROUP | {"fields": "f1"})),
        (fields((2.001, 2), (None, 2)), ""),
        (fields((2.01, 2), (None, 2)), ("fields_above_median", GROUP | {"fields": "f1"})),
        (fields((3, None), (4, None)), ("strongest_field", {"field": "f2", "value": "4"})),
        (fields((3, 2), (4, 2), group=""), ("strongest_field", {"field": "f2", "value": "4"})),
        (fields((None, 2)), ""),
    ],
)
def test_fields_are_told_beside_the_median(picture: RadarPicture, told: Told | str) -> None:
    assert told_by(fields_text(picture)) == told
