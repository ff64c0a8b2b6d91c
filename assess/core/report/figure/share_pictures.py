"""Shares: wholes in their parts, choices and checklists, with the shares of the peers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum
from typing import Literal

from assess.core.case.assessment import Assessment, status_of
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.indicator import Chart, Indicator
from assess.core.catalogue.measure import ClassMeasure, DominantMeasure, Measure, references
from assess.core.catalogue.question import SelectOneQuestion, YesPartlyNoQuestion
from assess.core.peers.position import PeerComparison, PeerPosition
from assess.core.report.figure.message import ReportFigureMessage
from assess.core.report.figure.peer_rows import narrow_and_wide, shown_standings
from assess.core.report.figure.picture import (
    Bar,
    Class,
    ClassesPicture,
    Element,
    MatrixPicture,
    Picture,
    Segment,
    StackedPicture,
)
from assess.core.report.sentence.score_text import (
    clauses,
    figure_text,
    missing_word,
    number_text,
    per_cent,
)
from assess.core.scoring.score import Score
from assess.core.text.message import Message, Say, message, series

State = Literal["yes", "partly", "no"]

_STATES: dict[str, State] = {"yes": "yes", "partly": "partly", "no": "no"}
_WORDS: dict[State, ReportFigureMessage] = {
    "yes": ReportFigureMessage.YES,
    "partly": ReportFigureMessage.PARTLY,
    "no": ReportFigureMessage.NO,
}


def stacked_picture(
    title: str, shown: Sequence[Score], catalogue: Catalogue, comparison: PeerComparison, say: Say
) -> Picture:
    """Draw the parts of a whole, with the medians of the peers below."""
    this_cluster = say(message(ReportFigureMessage.THIS_CLUSTER))
    missing = next((score for score in shown if score.number is None), None)
    if missing or not shown:
        word = (
            missing_word(missing.status, catalogue, say)
            if missing
            else say(message(ReportFigureMessage.WITHOUT_PARTS))
        )
        bar = Bar(label=this_cluster, missing=word)
        words = say(message(ReportFigureMessage.NO_VALUE, reason=word))
        return StackedPicture(title=title, alternative=f"{title}. {words}", bars=(bar,))
    segments = tuple(
        Segment(
            label=say(score.label),
            share=score.number or 0.0,
            text=number_text(score, catalogue, say),
        )
        for score in shown
    )
    own = Bar(label=this_cluster, segments=segments)
    bars = (own, *_group_bars(shown, comparison, say))
    words = " ".join(
        _parts_text(bar, say)
        if bar is own
        else say(message(ReportFigureMessage.MEDIANS, group=bar.label, parts=_parts_text(bar, say)))
        for bar in bars
    )
    return StackedPicture(title=title, alternative=f"{title}. {words}", bars=bars)


def _parts_text(bar: Bar, say: Say) -> str:
    return clauses(
        say(message(ReportFigureMessage.PART, part=segment.label, value=segment.text))
        for segment in bar.segments
    )


def _group_bars(shown: Sequence[Score], comparison: PeerComparison, say: Say) -> Iterator[Bar]:
    """Give the medians of every part in the narrowest group and in all, where all may be shown."""
    for at, first in enumerate(narrow_and_wide(comparison, shown[0].key)):
        found = [narrow_and_wide(comparison, score.key) for score in shown]
        standings = [each[at] for each in found if len(each) > at]
        same = [
            standing
            for standing in standings
            if standing.group is first.group and standing.median is not None
        ]
        total = fsum(standing.median or 0.0 for standing in same)
        if len(same) == len(shown) and total > 0:
            yield Bar(
                label=say(first.title),
                segments=tuple(
                    Segment(
                        label=say(score.label),
                        share=100 * (standing.median or 0.0) / total,
                        text=figure_text(standing.median or 0.0, score, say),
                    )
                    for score, standing in zip(shown, same, strict=True)
                ),
            )


def classes_picture(
    title: str,
    indicator: Indicator,
    shown: Sequence[Score],
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> Picture:
    """List the classes with the own one marked, and the shares of the peers in each."""
    score = shown[0]
    measure = next(each for each in indicator.measures if each.name == score.measure)
    names = _class_names(measure, catalogue, say)
    own = say(score.class_label) if score.class_label and score.value is not None else None
    if own is not None and own not in names:
        names = (*names, own)
    standings = [each for each in narrow_and_wide(comparison, score.key) if each.shares]
    of_groups = [{say(share.label): share.share for share in each.shares} for each in standings]
    classes = tuple(
        Class(label=name, own=name == own, shares=tuple(each.get(name, 0) for each in of_groups))
        for name in names
    )
    missing = "" if score.value is not None else missing_word(score.status, catalogue, say)
    sentences = _classes_text(names, own, missing)
    words = [say(each) for each in sentences]
    for standing, shares in zip(standings, of_groups, strict=True):
        in_words = clauses(
            say(
                message(
                    ReportFigureMessage.CLASS_SHARE,
                    name=name,
                    share=per_cent(shares.get(name, 0), say),
                )
            )
            for name in names
        )
        of_group = message(
            ReportFigureMessage.CLASSES_OF_GROUP, group=standing.title, shares=in_words
        )
        words.append(say(of_group))
    return ClassesPicture(
        title=title,
        alternative=f"{title}. {' '.join(words)}",
        classes=classes,
        missing=missing,
        groups=tuple(say(each.title) for each in standings),
    )


def _classes_text(names: Sequence[str], own: str | None, missing: str) -> tuple[Message, Message]:
    """Say which class is marked, or why none is, and which others there are."""
    others = series([name for name in names if name != own], "comma")
    if missing:
        return (
            message(ReportFigureMessage.NO_CLASS, reason=missing),
            message(ReportFigureMessage.CLASSES, names=others),
        )
    return (
        message(ReportFigureMessage.OWN_CLASS, own=own or ""),
        message(ReportFigureMessage.OTHER_CLASSES, names=others),
    )


def _class_names(measure: Measure, catalogue: Catalogue, say: Say) -> tuple[str, ...]:
    if isinstance(measure, ClassMeasure):
        return tuple(say(band.label) for band in measure.bands)
    name = references(measure)[0]
    question = catalogue.questions.get(name)
    if isinstance(question, SelectOneQuestion):
        return tuple(say(choice.label) for choice in question.choices)
    if isinstance(measure, DominantMeasure) and question is not None:
        parts = tuple(say(part.label) for part in getattr(question, "parts", ()))
        return (*parts, say(measure.otherwise_label))
    return tuple(say(anchor) for anchor in getattr(question, "anchors", ()))


def matrix_picture(
    title: str,
    chart: Chart,
    indicator: Indicator,
    assessment: Assessment,
    catalogue: Catalogue,
    comparison: PeerComparison,
    say: Say,
) -> Picture:
    """List the elements of a checklist, and how many of the peers have each."""
    keys = {name: f"{indicator.id}:{name}" for name in chart.questions}
    first = {
        standing.group: standing
        for key in keys.values()
        for standing in narrow_and_wide(comparison, key)
    }
    groups = tuple(first.values())[:2]
    elements = tuple(
        _element(name, assessment, catalogue, say).model_copy(
            update={"having": tuple(_having(keys[name], group, comparison) for group in groups)}
        )
        for name in chart.questions
    )
    words = clauses(_element_text(element, groups, say) for element in elements)
    return MatrixPicture(
        title=title,
        alternative=f"{title}. {words}",
        elements=elements,
        groups=tuple(say(group.title) for group in groups),
    )


def _element_text(element: Element, groups: Sequence[PeerPosition], say: Say) -> str:
    """Say how an element stands here, and how many of each group have it."""
    own = message(ReportFigureMessage.PART, part=element.label, value=element.text)
    having = (
        message(ReportFigureMessage.HAVE_IT, share=per_cent(share, say), group=group.title)
        for group, share in zip(groups, element.having, strict=True)
        if share is not None
    )
    return say(series([own, *having], "comma"))


def _having(key: str, group: PeerPosition, comparison: PeerComparison) -> int | None:
    same = (
        standing for standing in shown_standings(comparison, key) if standing.group is group.group
    )
    found = next(same, None)
    return found.share_of("yes") if found else None


def _element(name: str, assessment: Assessment, catalogue: Catalogue, say: Say) -> Element:
    question = catalogue.questions[name]
    status = status_of(question, assessment, catalogue)
    value = assessment.value(name)
    label = say(question.short or question.label)
    if status is not Status.ANSWERED:
        return Element(label=label, state="unknown", text=missing_word(status, catalogue, say))
    if isinstance(question, YesPartlyNoQuestion):
        state = _STATES[str(value)]
    else:
        state = "yes" if value not in (None, "", [], 0) else "no"
    return Element(label=label, state=state, text=say(message(_WORDS[state])))
