"""Depiction: from the scores of an indicator to the data of its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from assess.core.answer import Status
from assess.core.assessment import Assessment, status_of
from assess.core.catalogue import Catalogue
from assess.core.indicator import Chart, Indicator
from assess.core.measure import ClassMeasure, DominantMeasure, Measure, references
from assess.core.policy import Reference
from assess.core.question import SelectOneQuestion, YesPartlyNoQuestion
from assess.core.report.axis import Axis, natural_axis, open_axis
from assess.core.report.group_rows import (
    band_of,
    band_words,
    group_rows,
    narrow_and_wide,
    places_of,
    shown_standings,
)
from assess.core.report.picture import (
    BandPicture,
    Bar,
    Class,
    ClassesPicture,
    Element,
    MatrixPicture,
    Panel,
    Picture,
    ProfilePicture,
    RadarPicture,
    Row,
    Segment,
    ServiceField,
    StackedPicture,
)
from assess.core.report.score_text import level_name, measure_label, missing_word, number_text
from assess.core.scoring import NO_BREAK_SPACE, Score, Scores, show_number
from assess.core.standing import NO_COMPARISON, Comparison, Standing

SHORT_UNIT = 5
"""A unit of at most so many characters stands beside a mark, a longer one beside the axis."""

JUDGEMENT = "Judgement of the cluster management"

_STATES: dict[str, Literal["yes", "partly", "no"]] = {"yes": "yes", "partly": "partly", "no": "no"}


def depicted_measures(chart: Chart, indicator: Indicator, scores: Scores) -> tuple[Score, ...]:
    """Give the scores that a chart shows; a parts measure stands for all its parts."""
    wanted = chart.measures
    return tuple(
        one
        for name in wanted
        for one in scores.of(indicator.id)
        if one.measure == name or one.measure.startswith(f"{name}.")
    )


def depict(
    chart: Chart,
    indicator: Indicator,
    scores: Scores,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: Comparison = NO_COMPARISON,
) -> Picture:
    """Give the picture of a chart of the catalogue for one case, with its groups of peers."""
    title = str(chart.title)
    shown = depicted_measures(chart, indicator, scores)
    match chart.kind:
        case "band":
            return _band(title, indicator, shown, catalogue, comparison)
        case "stacked":
            return _stacked(title, shown, catalogue, comparison)
        case "classes":
            return _classes(title, indicator, shown, catalogue, comparison)
        case "matrix":
            return _matrix(title, chart, indicator, assessment, catalogue, comparison)
        case "profile":
            return _profile(title, indicator, shown, catalogue, comparison)
        case "radar":
            return _radar(title, indicator, shown, scores, catalogue, comparison)


def is_empty(picture: Picture) -> bool:
    """Tell whether a picture of an indicator shows no value of this cluster at all."""
    match picture:
        case BandPicture():
            rows = [row for panel in picture.panels for row in panel.rows]
            return all(row.place is None for row in rows if row.kind != "published")
        case StackedPicture():
            return not any(bar.segments for bar in picture.bars)
        case ClassesPicture():
            return bool(picture.missing)
        case MatrixPicture():
            return all(one.state == "unknown" for one in picture.elements)
        case ProfilePicture():
            return all(row.place is None for row in picture.rows)
        case RadarPicture():
            return all(one.intensity is None and one.spectrum is None for one in picture.fields)
        case _:
            return False


def _band(
    title: str,
    indicator: Indicator,
    shown: Sequence[Score],
    catalogue: Catalogue,
    comparison: Comparison,
) -> Picture:
    """Draw measures of one unit and scale on one axis, each other one on its own."""
    published = [one for one in catalogue.references_for(indicator) if one.value is not None]
    groups: dict[str, list[Score]] = {}
    for one in shown:
        natural = natural_axis(indicator, one.measure, catalogue)
        inside = natural is not None and (one.number is None or one.number <= natural.high)
        key = f"{one.unit}|{natural.high if natural else ''}" if inside else one.measure
        groups.setdefault(key, []).append(one)
    alone = len(shown) == 1
    panels = tuple(
        _panel(indicator, group, published, catalogue, comparison, alone=alone)
        for group in groups.values()
    )
    words = _sentence(f"{row.label}: {row.text}" for panel in panels for row in panel.rows)
    return BandPicture(title=title, alternative=f"{title}. {words}", panels=panels)


def _panel(
    indicator: Indicator,
    group: Sequence[Score],
    published: Iterable[Reference],
    catalogue: Catalogue,
    comparison: Comparison,
    *,
    alone: bool,
) -> Panel:
    """Give one axis with its rows: every group where there is one measure, else two of them."""
    rows: list[Row] = []
    for one in group:
        choose = shown_standings if alone else narrow_and_wide
        own = _own_row(one, catalogue)
        first = own.figure if alone and one.number is not None else ""
        peers = group_rows(choose(comparison, one.key), one, first)
        if not (peers and first):
            rows.append(own)
        rows += peers
        rows += _published_rows(one, published)
    places = places_of(rows)
    axis = natural_axis(indicator, group[0].measure, catalogue)
    if axis is None or any(place > axis.high for place in places):
        # A number alone on an axis that is made for it would always look like the most possible.
        alone_there = len(rows) == 1 and rows[0].band is None
        axis = None if alone_there else open_axis(places)
    unit = group[0].unit if len(group[0].unit) > SHORT_UNIT else ""
    return Panel(axis=axis, unit=unit, rows=tuple(rows))


def _own_row(score: Score, catalogue: Catalogue) -> Row:
    text = number_text(score, catalogue)
    figure = text if score.number is None else _figure(score.number, score)
    return Row(label=measure_label(score), place=score.number, text=text, figure=figure)


def _published_rows(score: Score, published: Iterable[Reference]) -> Iterator[Row]:
    for reference in published:
        if score.key in reference.measures and reference.value is not None:
            shown = show_number(reference.value, score.decimals)
            yield Row(
                label=f"Published, {reference.year}",
                kind="published",
                place=reference.value,
                text=f"{shown}{NO_BREAK_SPACE}{score.unit}",
                figure=_figure(reference.value, score),
            )


def _figure(number: float, score: Score) -> str:
    """Give a number as it stands beside its mark: with a short unit, or without one."""
    figure = show_number(number, score.decimals)
    return f"{figure}{NO_BREAK_SPACE}{score.unit}" if 0 < len(score.unit) <= SHORT_UNIT else figure


def _stacked(
    title: str, shown: Sequence[Score], catalogue: Catalogue, comparison: Comparison
) -> Picture:
    missing = next((one for one in shown if one.number is None), None)
    if missing or not shown:
        word = missing_word(missing.status, catalogue) if missing else "no parts"
        bar = Bar(label="This cluster", missing=word)
        return StackedPicture(title=title, alternative=f"{title}. No value: {word}.", bars=(bar,))
    segments = tuple(
        Segment(label=one.label, share=one.number or 0.0, text=number_text(one, catalogue))
        for one in shown
    )
    own = Bar(label="This cluster", segments=segments)
    bars = (own, *_group_bars(shown, comparison))
    words = " ".join(
        f"{'' if bar is own else f'Medians of {bar.label}: '}"
        + _sentence(f"{one.label} {one.text}" for one in bar.segments)
        for bar in bars
    )
    return StackedPicture(title=title, alternative=f"{title}. {words}", bars=bars)


def _group_bars(shown: Sequence[Score], comparison: Comparison) -> Iterator[Bar]:
    """Give the medians of every part in the narrowest group and in all, where all may be shown."""
    for at, first in enumerate(narrow_and_wide(comparison, shown[0].key)):
        found = [narrow_and_wide(comparison, one.key) for one in shown]
        standings = [each[at] for each in found if len(each) > at]
        same = [one for one in standings if one.group is first.group and one.median is not None]
        total = sum(one.median or 0.0 for one in same)
        if len(same) == len(shown) and total > 0:
            yield Bar(
                label=first.title,
                segments=tuple(
                    Segment(
                        label=score.label,
                        share=100 * (one.median or 0.0) / total,
                        text=_figure(one.median or 0.0, score),
                    )
                    for score, one in zip(shown, same, strict=True)
                ),
            )


def _classes(
    title: str,
    indicator: Indicator,
    shown: Sequence[Score],
    catalogue: Catalogue,
    comparison: Comparison,
) -> Picture:
    one = shown[0]
    measure = next(each for each in indicator.measures if each.name == one.measure)
    names = _class_names(measure, catalogue)
    own = one.class_label if one.value is not None else None
    if own is not None and own not in names:
        names = (*names, own)
    standings = [each for each in narrow_and_wide(comparison, one.key) if each.shares]
    of_groups = [{share.label: share.share for share in each.shares} for each in standings]
    classes = tuple(
        Class(label=name, own=name == own, shares=tuple(each.get(name, 0) for each in of_groups))
        for name in names
    )
    missing = "" if one.value is not None else missing_word(one.status, catalogue)
    words = f"No class is marked: {missing}" if missing else f"This cluster: {own}"
    others = ", ".join(name for name in names if name != own)
    said = f"{title}. {words}. The {'classes' if missing else 'other classes'}: {others}."
    for standing, shares in zip(standings, of_groups, strict=True):
        in_words = _sentence(f"{name} {shares.get(name, 0)}{NO_BREAK_SPACE}%" for name in names)
        said += f" Of {standing.title}: {in_words}"
    return ClassesPicture(
        title=title,
        alternative=said,
        classes=classes,
        missing=missing,
        groups=tuple(each.title for each in standings),
    )


def _class_names(measure: Measure, catalogue: Catalogue) -> tuple[str, ...]:
    if isinstance(measure, ClassMeasure):
        return tuple(str(band.label) for band in measure.bands)
    name = references(measure)[0]
    question = catalogue.questions.get(name)
    if isinstance(question, SelectOneQuestion):
        return tuple(str(choice.label) for choice in question.choices)
    if isinstance(measure, DominantMeasure) and question is not None:
        parts = tuple(str(part.label) for part in getattr(question, "parts", ()))
        return (*parts, str(measure.otherwise_label))
    return tuple(str(anchor) for anchor in getattr(question, "anchors", ()))


def _matrix(
    title: str,
    chart: Chart,
    indicator: Indicator,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: Comparison,
) -> Picture:
    keys = {name: f"{indicator.id}:{name}" for name in chart.questions}
    first = {one.group: one for key in keys.values() for one in narrow_and_wide(comparison, key)}
    groups = tuple(first.values())[:2]
    elements = tuple(
        _element(name, assessment, catalogue).model_copy(
            update={"having": tuple(_having(keys[name], group, comparison) for group in groups)}
        )
        for name in chart.questions
    )
    words = _sentence(
        f"{one.label} {one.text}"
        + "".join(
            f", {share}{NO_BREAK_SPACE}% of {group.title} have it"
            for group, share in zip(groups, one.having, strict=True)
            if share is not None
        )
        for one in elements
    )
    return MatrixPicture(
        title=title,
        alternative=f"{title}. {words}",
        elements=elements,
        groups=tuple(group.title for group in groups),
    )


def _having(key: str, group: Standing, comparison: Comparison) -> int | None:
    same = (one for one in shown_standings(comparison, key) if one.group is group.group)
    found = next(same, None)
    return found.share_of("yes") if found else None


def _element(name: str, assessment: Assessment, catalogue: Catalogue) -> Element:
    question = catalogue.questions[name]
    status = status_of(question, assessment, catalogue)
    value = assessment.value(name)
    label = str(question.label)
    if status is not Status.ANSWERED:
        return Element(label=label, state="unknown", text=missing_word(status, catalogue))
    if isinstance(question, YesPartlyNoQuestion):
        return Element(label=label, state=_STATES[str(value)], text=str(value))
    there = value not in (None, "", [], 0)
    return Element(label=label, state="yes" if there else "no", text="yes" if there else "no")


def _profile(
    title: str,
    indicator: Indicator,
    shown: Sequence[Score],
    catalogue: Catalogue,
    comparison: Comparison,
) -> Picture:
    axes = (natural_axis(indicator, one.measure, catalogue) for one in shown)
    axis = next((axis for axis in axes if axis is not None), None)
    if axis is None:
        axis = open_axis([one.number for one in shown if one.number is not None])
    texts = [_level_text(one, axis, catalogue) for one in shown]
    standings = [comparison.reference(one.key) for one in shown]
    rows = tuple(
        Row(label=measure_label(one), place=one.number, text=text, figure=text, band=band_of(peers))
        for one, text, peers in zip(shown, texts, standings, strict=True)
    )
    group = next((one.title for one in standings if band_of(one) and one), "")
    words = _sentence(
        f"{row.label}: {row.text}"
        + (f", peers: {band_words(row.band, one)}" if row.band is not None else "")
        for row, one in zip(rows, shown, strict=True)
    )
    aside = f" The peers are {group}." if group else ""
    return ProfilePicture(
        title=title, alternative=f"{title}. {words}{aside}", axis=axis, rows=rows, group=group
    )


def _level_text(score: Score, axis: Axis, catalogue: Catalogue) -> str:
    if score.number is None:
        return missing_word(score.status, catalogue)
    figure = show_number(score.number, score.decimals)
    index = score.number - axis.low
    if index == int(index) and 0 <= index < len(axis.levels):
        return f"{figure} {level_name(axis.levels[int(index)])}"
    return figure


def _radar(
    title: str,
    indicator: Indicator,
    shown: Sequence[Score],
    scores: Scores,
    catalogue: Catalogue,
    comparison: Comparison,
) -> Picture:
    """Draw the fields of which the measure of the chart is the mean, with the share beside it."""
    level = next(one for one in indicator.measures if one.name == shown[0].measure)
    share = next(
        (one for one in indicator.measures if one.unit == "%" and ":" in references(one)[0]), level
    )
    fields = tuple(
        _service_field(reference, scores, catalogue, share, comparison)
        for reference in references(level)
        if ":" in reference
    )
    axis = natural_axis(indicator, level.name, catalogue) or open_axis(
        [one.intensity for one in fields if one.intensity is not None]
    )
    words = _sentence(
        f"{one.label}: {level.label} {one.intensity_text}, {share.label} {one.spectrum_text}"
        + (f", peers {show_number(one.median, 1)}" if one.median is not None else "")
        for one in fields
    )
    peers = (comparison.reference(reference) for reference in references(level) if ":" in reference)
    group = next((one.title for one in peers if one is not None and one.median is not None), "")
    return RadarPicture(
        title=title,
        alternative=f"{title}. {words}" + (f" The peers are {group}." if group else ""),
        axis=axis,
        group=group,
        intensity_label=str(level.label),
        spectrum_label=str(share.label),
        fields=fields,
    )


def _service_field(
    reference: str, scores: Scores, catalogue: Catalogue, share: Measure, comparison: Comparison
) -> ServiceField:
    owner, _, name = reference.partition(":")
    level = scores.get(owner, name)
    others = (one.partition(":") for one in references(share))
    width = next((scores.get(each, other) for each, _, other in others if each == owner), None)
    indicator = catalogue.indicator(owner)
    peers = comparison.reference(reference)
    peers_width = comparison.reference(width.key) if width else None
    return ServiceField(
        number=indicator.number,
        label=str(indicator.title),
        intensity=level.number if level else None,
        intensity_text=number_text(level, catalogue) if level else "not asked",
        spectrum=width.number if width else None,
        spectrum_text=number_text(width, catalogue) if width else "not asked",
        median=peers.median if peers else None,
        spectrum_median=peers_width.median if peers_width else None,
    )


def _sentence(parts: Iterable[str] | Iterator[str]) -> str:
    return "; ".join(part.rstrip(" .;") for part in parts) + "."
