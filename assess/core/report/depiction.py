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
) -> Picture:
    """Give the picture of a chart of the catalogue for one case."""
    title = str(chart.title)
    shown = depicted_measures(chart, indicator, scores)
    match chart.kind:
        case "band":
            return _band(title, indicator, shown, catalogue)
        case "stacked":
            return _stacked(title, shown, catalogue)
        case "classes":
            return _classes(title, indicator, shown, catalogue)
        case "matrix":
            return _matrix(title, chart, assessment, catalogue)
        case "profile":
            return _profile(title, indicator, shown, catalogue)
        case "radar":
            return _radar(title, indicator, shown, scores, catalogue)


def is_empty(picture: Picture) -> bool:
    """Tell whether a picture of an indicator shows no value of this cluster at all."""
    match picture:
        case BandPicture():
            rows = [row for panel in picture.panels for row in panel.rows]
            return all(row.place is None for row in rows if row.kind == "own")
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
    title: str, indicator: Indicator, shown: Sequence[Score], catalogue: Catalogue
) -> Picture:
    """Draw measures of one unit and scale on one axis, each other one on its own."""
    published = [one for one in catalogue.references_for(indicator) if one.value is not None]
    groups: dict[str, list[Score]] = {}
    for one in shown:
        natural = natural_axis(indicator, one.measure, catalogue)
        inside = natural is not None and (one.number is None or one.number <= natural.high)
        key = f"{one.unit}|{natural.high if natural else ''}" if inside else one.measure
        groups.setdefault(key, []).append(one)
    panels = tuple(_panel(indicator, group, published, catalogue) for group in groups.values())
    words = _sentence(f"{row.label}: {row.text}" for panel in panels for row in panel.rows)
    return BandPicture(title=title, alternative=f"{title}. {words}", panels=panels)


def _panel(
    indicator: Indicator,
    group: Sequence[Score],
    published: Iterable[Reference],
    catalogue: Catalogue,
) -> Panel:
    rows: list[Row] = []
    for one in group:
        text = number_text(one, catalogue)
        figure = text if one.number is None else _figure(one.number, one)
        rows.append(Row(label=measure_label(one), place=one.number, text=text, figure=figure))
        for reference in published:
            if one.key in reference.measures and reference.value is not None:
                figure = _figure(reference.value, one)
                text = f"{show_number(reference.value, one.decimals)}{NO_BREAK_SPACE}{one.unit}"
                label = f"Published, {reference.year}"
                place = reference.value
                rows.append(
                    Row(label=label, kind="published", place=place, text=text, figure=figure)
                )
    places = [row.place for row in rows if row.place is not None]
    axis = natural_axis(indicator, group[0].measure, catalogue)
    if axis is None or any(place > axis.high for place in places):
        # A number alone on an axis that is made for it would always look like the most possible.
        axis = open_axis(places) if len(rows) > 1 else None
    unit = group[0].unit if len(group[0].unit) > SHORT_UNIT else ""
    return Panel(axis=axis, unit=unit, rows=tuple(rows))


def _figure(number: float, score: Score) -> str:
    """Give a number as it stands beside its mark: with a short unit, or without one."""
    figure = show_number(number, score.decimals)
    return f"{figure}{NO_BREAK_SPACE}{score.unit}" if 0 < len(score.unit) <= SHORT_UNIT else figure


def _stacked(title: str, shown: Sequence[Score], catalogue: Catalogue) -> Picture:
    missing = next((one for one in shown if one.number is None), None)
    if missing or not shown:
        word = missing_word(missing.status, catalogue) if missing else "no parts"
        bar = Bar(label="This cluster", missing=word)
        return StackedPicture(title=title, alternative=f"{title}. No value: {word}.", bars=(bar,))
    segments = tuple(
        Segment(label=one.label, share=one.number or 0.0, text=number_text(one, catalogue))
        for one in shown
    )
    words = _sentence(f"{one.label} {one.text}" for one in segments)
    bar = Bar(label="This cluster", segments=segments)
    return StackedPicture(title=title, alternative=f"{title}. {words}", bars=(bar,))


def _classes(
    title: str, indicator: Indicator, shown: Sequence[Score], catalogue: Catalogue
) -> Picture:
    one = shown[0]
    measure = next(each for each in indicator.measures if each.name == one.measure)
    names = _class_names(measure, catalogue)
    own = one.class_label if one.value is not None else None
    if own is not None and own not in names:
        names = (*names, own)
    classes = tuple(Class(label=name, own=name == own) for name in names)
    missing = "" if one.value is not None else missing_word(one.status, catalogue)
    words = f"No class is marked: {missing}" if missing else f"This cluster: {own}"
    others = ", ".join(name for name in names if name != own)
    alternative = f"{title}. {words}. The {'classes' if missing else 'other classes'}: {others}."
    return ClassesPicture(title=title, alternative=alternative, classes=classes, missing=missing)


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


def _matrix(title: str, chart: Chart, assessment: Assessment, catalogue: Catalogue) -> Picture:
    elements = tuple(_element(name, assessment, catalogue) for name in chart.questions)
    words = _sentence(f"{one.label} {one.text}" for one in elements)
    return MatrixPicture(title=title, alternative=f"{title}. {words}", elements=elements)


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
    title: str, indicator: Indicator, shown: Sequence[Score], catalogue: Catalogue
) -> Picture:
    axes = (natural_axis(indicator, one.measure, catalogue) for one in shown)
    axis = next((axis for axis in axes if axis is not None), None)
    if axis is None:
        axis = open_axis([one.number for one in shown if one.number is not None])
    texts = [_level_text(one, axis, catalogue) for one in shown]
    rows = tuple(
        Row(label=measure_label(one), place=one.number, text=text, figure=text)
        for one, text in zip(shown, texts, strict=True)
    )
    words = _sentence(f"{row.label}: {row.text}" for row in rows)
    return ProfilePicture(title=title, alternative=f"{title}. {words}", axis=axis, rows=rows)


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
) -> Picture:
    """Draw the fields of which the measure of the chart is the mean, with the share beside it."""
    level = next(one for one in indicator.measures if one.name == shown[0].measure)
    share = next(
        (one for one in indicator.measures if one.unit == "%" and ":" in references(one)[0]), level
    )
    fields = tuple(
        _service_field(reference, scores, catalogue, share)
        for reference in references(level)
        if ":" in reference
    )
    axis = natural_axis(indicator, level.name, catalogue) or open_axis(
        [one.intensity for one in fields if one.intensity is not None]
    )
    words = _sentence(
        f"{one.label}: {level.label} {one.intensity_text}, {share.label} {one.spectrum_text}"
        for one in fields
    )
    return RadarPicture(
        title=title,
        alternative=f"{title}. {words}",
        axis=axis,
        intensity_label=str(level.label),
        spectrum_label=str(share.label),
        fields=fields,
    )


def _service_field(
    reference: str, scores: Scores, catalogue: Catalogue, share: Measure
) -> ServiceField:
    owner, _, name = reference.partition(":")
    level = scores.get(owner, name)
    others = (one.partition(":") for one in references(share))
    width = next((scores.get(each, other) for each, _, other in others if each == owner), None)
    indicator = catalogue.indicator(owner)
    return ServiceField(
        number=indicator.number,
        label=str(indicator.title),
        intensity=level.number if level else None,
        intensity_text=number_text(level, catalogue) if level else "not asked",
        spectrum=width.number if width else None,
        spectrum_text=number_text(width, catalogue) if width else "not asked",
    )


def _sentence(parts: Iterable[str] | Iterator[str]) -> str:
    return "; ".join(part.rstrip(" .;") for part in parts) + "."
