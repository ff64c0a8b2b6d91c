"""Items in words: which parts, elements and fields of an indicator stand out."""

from __future__ import annotations

from collections.abc import Sequence

from assess.core.catalogue.catalogue import Catalogue
from assess.core.peers.position import PeerComparison
from assess.core.peers.quantile import own_as_shown
from assess.core.report.figure.picture import MatrixPicture, RadarPicture
from assess.core.report.sentence.message import ReportSentenceMessage
from assess.core.report.sentence.score_text import measure_label, number_text, with_unit
from assess.core.scoring.score import Score
from assess.core.text.message import Message, MessageValue, Number, Say, Text, message, series

MOST, MOST_OF_TWO, MOST_FIELDS_OF_TWO = 3, 2, 1
"""So many names stand in a title, and where it has two lists in each of them, of fields with their
longer names fewer. They are counted, not measured by their letters, so that a title gives the same
numbers in every language."""


def named(items: Sequence[MessageValue], most: int = MOST) -> Text:
    """Give items by their names: the first of them, and how many more there are."""
    more = len(items) - most
    if more <= 0:
        return series(items)
    first = series(items[:most], "comma")
    return message(ReportSentenceMessage.ITEMS_AND_MORE, items=first, count=more)


def items_text(parts: Sequence[Score], comparison: PeerComparison) -> Text:
    """Say which items lie outside the middle half of their peers, or which are highest."""
    known = [part for part in parts if part.number is not None]
    standings = [(part, comparison.reference(part.key)) for part in known]
    placed = [
        (part, standing)
        for part, standing in standings
        if standing is not None and standing.q1 is not None
    ]
    if not placed:
        return _highest(known)
    group = placed[0][1].title
    above, below = (
        [part.label for part, standing in placed if standing.position == side]
        for side in ("above", "below")
    )
    values: dict[str, MessageValue] = {"group": group}
    match bool(above), bool(below):
        case True, True:
            code = ReportSentenceMessage.ITEMS_ABOVE_AND_BELOW
            values |= {
                "above": named(above, MOST_OF_TWO),
                "below": named(below, MOST_OF_TWO),
            }
        case True, False:
            code = ReportSentenceMessage.ITEMS_ABOVE
            values["above"] = named(above)
        case False, True:
            code = ReportSentenceMessage.ITEMS_BELOW
            values["below"] = named(below)
        case _:
            code = ReportSentenceMessage.ITEMS_WITHIN
            values["count"] = len(placed)
    return message(code, **values)


def _highest(known: Sequence[Score]) -> Text:
    if not known:
        return ""
    numbers = [part.number or 0.0 for part in known]
    high, low = max(numbers), min(numbers)
    if high == low:
        return message(ReportSentenceMessage.ALL_AT_ONE_LEVEL, level=Number(high))
    return message(
        ReportSentenceMessage.HIGHEST_AND_LOWEST,
        high=Number(high),
        highest=named([part.label for part in known if part.number == high]),
        low=Number(low),
        lowest=named([part.label for part in known if part.number == low]),
    )


def largest_text(
    parts: Sequence[Score], comparison: PeerComparison, catalogue: Catalogue, say: Say
) -> Text:
    """Say which part of a whole is largest, beside its median among the peers."""
    known = [part for part in parts if part.number is not None]
    if not known or len(known) < len(parts):
        return ""
    most = max(part.number or 0.0 for part in known)
    top = [part for part in known if part.number == most]
    names, value = series([part.label for part in top]), number_text(top[0], catalogue, say)
    standing = comparison.reference(top[0].key)
    if len(top) > 1 or standing is None or standing.median is None:
        return message(ReportSentenceMessage.LARGEST_PARTS, parts=names, value=value)
    return message(
        ReportSentenceMessage.LARGEST_AMONG,
        part=measure_label(top[0], say),
        value=value,
        group=standing.title,
        median=with_unit(standing.median, top[0].decimals, top[0].unit, say),
    )


def checklist_text(picture: MatrixPicture) -> Text:
    """Say which elements are not there in full, with how many of the peers have them."""
    elements = [element for element in picture.elements if element.state != "unknown"]
    lacking = [element for element in elements if element.state != "yes"]
    if not elements:
        return ""
    having = [element.having[0] if element.having else None for element in elements]
    shares = [share for share in having if share is not None]
    whole = bool(picture.groups) and len(shares) == len(elements)
    if not lacking:
        return _all_there(len(elements), shares if whole else [], picture)
    if not whole:
        names = named([element.label for element in lacking])
        return message(ReportSentenceMessage.LACKING, elements=names)
    names = named(
        [
            message(
                ReportSentenceMessage.ELEMENT_AMONG,
                element=element.label,
                share=element.having[0] or 0,
            )
            for element in lacking
        ]
    )
    return message(ReportSentenceMessage.LACKING_AMONG, elements=names, group=picture.groups[0])


def _all_there(count: int, shares: Sequence[int], picture: MatrixPicture) -> Message:
    if not shares:
        return message(ReportSentenceMessage.ALL_THERE, count=count)
    low, high = min(shares), max(shares)
    group = picture.groups[0]
    if low == high:
        return message(ReportSentenceMessage.ALL_THERE_AT_ONE, count=count, share=low, group=group)
    return message(
        ReportSentenceMessage.ALL_THERE_AMONG, count=count, low=low, high=high, group=group
    )


def fields_text(picture: RadarPicture) -> Text:
    """Say which fields of services lie above and below the median of the peers."""
    fields = [field for field in picture.fields if field.intensity is not None]
    compared = [field for field in fields if field.median is not None]
    if not compared or not picture.group:
        return _strongest(picture)
    above, below = (
        [
            field.label
            for field in compared
            if side * (own_as_shown(field.intensity or 0.0, 2) - (field.median or 0.0)) > 0
        ]
        for side in (1, -1)
    )
    if above and below:
        return message(
            ReportSentenceMessage.FIELDS_AROUND_MEDIAN,
            group=picture.group,
            above=named(above, MOST_FIELDS_OF_TWO),
            below=named(below, MOST_FIELDS_OF_TWO),
        )
    if above or below:
        code = (
            ReportSentenceMessage.FIELDS_ABOVE_MEDIAN
            if above
            else ReportSentenceMessage.FIELDS_BELOW_MEDIAN
        )
        return message(code, group=picture.group, fields=named(above or below))
    return ""


def _strongest(picture: RadarPicture) -> Text:
    known = [field for field in picture.fields if field.intensity is not None]
    if not known:
        return ""
    top = max(known, key=lambda field: field.intensity or 0.0)
    return message(ReportSentenceMessage.STRONGEST_FIELD, field=top.label, value=top.intensity_text)
