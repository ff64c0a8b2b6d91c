"""The last round in the report: what changed since, briefly on the summary pages and in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.figure.picture import TrendPicture
from assess.core.report.page.area import indicator_anchor
from assess.core.report.page.message import ReportPageMessage
from assess.core.report.record.annex import ChangeLine, LastRound
from assess.core.report.record.board import Summary
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import AreaPart
from assess.core.report.sentence.score_text import level_name
from assess.core.scoring.measure_change import MeasureChange, TwoRounds
from assess.core.text.message import CountedUnit, Day, Message, Say, Text, message, series
from assess.core.text.text_message import TextMessage
from assess.core.text.words import runs, shortened

MOST = 3
"""So many single changes stand on the summary page, beside the sentence that counts them all."""

LINE_LENGTH = 95

COURSES = {
    "forward": ReportPageMessage.COURSE_AS_ASKED,
    "back": ReportPageMessage.COURSE_THE_OTHER_WAY,
    None: ReportPageMessage.COURSE_DESCRIBED,
}
"""In which direction a value moved: as its indicator asks, or not."""


def since_last(
    summary: Summary, rounds: TwoRounds | None, waiting: int, catalogue: Catalogue, say: Say
) -> Summary:
    """Add to the summary what changed since the last round, and what is not in the report."""
    paragraph = summary.paragraph
    if waiting:
        unconfirmed = say(message(ReportPageMessage.ANSWERS_WAITING, count=waiting))
        paragraph = f"{paragraph} {unconfirmed}".lstrip()
    return summary.model_copy(
        update={
            "paragraph": paragraph,
            "changes": tuple(_brief(rounds, catalogue, say)) if rounds else (),
        }
    )


def changed_since(area: AreaPart, rounds: TwoRounds | None, say: Say) -> AreaPart:
    """Add to the indicators of an area what changed in them since the last round."""
    if rounds is None:
        return area
    parts = tuple(
        part.model_copy(update={"changes": tuple(_of_indicator(part.number, rounds, say))})
        for part in area.indicators
    )
    return area.model_copy(update={"indicators": parts})


def last_round(
    rounds: TwoRounds | None,
    catalogue: Catalogue,
    say: Say,
    trend: tuple[TrendPicture, ...] = (),
) -> LastRound | None:
    """Give the section on the last round; None where there was none.

    Its table leaves out the parts of answers, which are in the results.
    """
    if rounds is None:
        return None
    remarks = (
        (message(ReportPageMessage.VALUE_NOW_ONLY), rounds.only_now),
        (message(ReportPageMessage.VALUE_THEN_ONLY), rounds.only_before),
        (
            message(ReportPageMessage.DEFINED_OTHERWISE, edition=rounds.edition_before or ""),
            rounds.redefined,
        ),
    )
    return LastRound(
        title=say(message(ReportPageMessage.CHANGED)),
        sentences=tuple(_sentences(rounds, catalogue, say)),
        trend=trend,
        lines=tuple(_line(change, say) for change in rounds.changes if "." not in change.measure),
        remarks=tuple(
            Fact(label=say(label), text=_of_indicators(names, say))
            for label, names in remarks
            if names
        ),
    )


def _of_indicators(names: Sequence[Text], say: Say) -> str:
    """Say how many measures these are, and of which indicators."""
    found = {name.values["number"] for name in names if isinstance(name, Message)}
    numbers = sorted(number for number in found if isinstance(number, int))
    return say(message(ReportPageMessage.MEASURES_OF, count=len(names), indicators=runs(numbers)))


def _brief(rounds: TwoRounds, catalogue: Catalogue, say: Say) -> Iterator[str]:
    yield f"{_opening(rounds, say)} {_counted(rounds, say)}"
    for change in _leading(rounds, catalogue)[:MOST]:
        yield shortened(f"{change.number} {_named(change, say)}", LINE_LENGTH)


def _opening(rounds: TwoRounds, say: Say) -> str:
    day = Day(rounds.day, in_words=True)
    code = (
        ReportPageMessage.LAST_INTERVIEW
        if rounds.is_finished
        else ReportPageMessage.LAST_INTERVIEW_UNFINISHED
    )
    return say(message(code, day=day, count=rounds.months))


def _counted(rounds: TwoRounds, say: Say) -> str:
    count = len(rounds.changes)
    if not count:
        return say(message(ReportPageMessage.NOTHING_CHANGED, count=rounds.unchanged))
    forward, back = (
        sum(change.course == course for change in rounds.changes) for course in ("forward", "back")
    )
    courses = [
        message(code, count=number)
        for number, code in (
            (forward, ReportPageMessage.CHANGED_AS_ASKED),
            (back, ReportPageMessage.CHANGED_THE_OTHER_WAY),
            (count - forward - back, ReportPageMessage.CHANGED_AS_DESCRIBED),
        )
        if number
    ]
    return say(
        message(
            ReportPageMessage.MEASURES_CHANGED,
            count=count,
            courses=series(courses),
            unchanged=message(ReportPageMessage.STAYED, count=rounds.unchanged),
        )
    )


def _sentences(rounds: TwoRounds, catalogue: Catalogue, say: Say) -> Iterator[str]:
    yield _opening(rounds, say)
    yield _counted(rounds, say)
    areas = rounds.areas_of("forward")
    if areas:
        names = [f"{area.letter} {say(area.title)}" for area in map(catalogue.area, areas)]
        yield say(
            message(
                ReportPageMessage.AREAS_MOVED, count=len(areas), areas=series(names, "semicolon")
            )
        )
    for course, code in (
        ("forward", ReportPageMessage.GAINED),
        ("back", ReportPageMessage.LOST),
    ):
        leads = [
            message(ReportPageMessage.CHANGE_OF, number=change.number, change=_named(change, say))
            for change in rounds.changes
            if change.course == course
            and catalogue.indicator(change.indicator).lead_measure == change.measure
        ]
        if leads:
            yield say(message(code, count=len(leads), changes=series(leads, "semicolon")))
        elif course == "back":
            yield say(message(ReportPageMessage.NOTHING_LOST))


def _leading(rounds: TwoRounds, catalogue: Catalogue) -> list[MeasureChange]:
    """Give the changes that say most: those of lead measures, and of them with a direction first.

    Single parts of an answer are none of them.
    """
    whole = [change for change in rounds.changes if "." not in change.measure]

    def weight(change: MeasureChange) -> tuple[bool, bool]:
        leads = catalogue.indicator(change.indicator).lead_measure == change.measure
        return not leads, change.course is None

    return sorted(sorted(whole, key=weight)[:MOST], key=lambda change: change.number)


def _of_indicator(number: int, rounds: TwoRounds, say: Say) -> Iterator[str]:
    found = [
        change for change in rounds.changes if change.number == number and "." not in change.measure
    ]
    if found:
        said = series([_named(change, say) for change in found], "semicolon")
        day = Day(rounds.day, in_words=True)
        yield say(message(ReportPageMessage.CHANGES_SINCE, day=day, changes=said))


def _named(change: MeasureChange, say: Say) -> str:
    """Give the change of a measure after its label."""
    return say(message(TextMessage.LABELLED, label=change.label, text=_in_words(change, say)))


def _in_words(change: MeasureChange, say: Say) -> Message:
    before, now = level_name(say(change.before)), level_name(say(change.now))
    if change.difference is None:
        return message(ReportPageMessage.FROM_TO, before=before, now=now)
    shown = say(change.shown)
    if change.unit and change.unit != "%":
        for unit in (say(CountedUnit(change.unit, number)) for number in (1, 2)):
            before = before.removesuffix(unit).rstrip()
            shown = shown.removesuffix(unit).rstrip()
    return message(ReportPageMessage.FROM_TO_BY, before=before, now=now, change=shown)


def _line(change: MeasureChange, say: Say) -> ChangeLine:
    return ChangeLine(
        number=change.number,
        anchor=indicator_anchor(change.number),
        label=say(change.label),
        before=level_name(say(change.before)),
        now=level_name(say(change.now)),
        change=say(change.shown) if change.difference is not None else _of_class(change, say),
        course=say(message(COURSES[change.course])),
    )


def _of_class(change: MeasureChange, say: Say) -> str:
    if not isinstance(change.value_now, int | float) or not isinstance(
        change.value_before, int | float
    ):
        return say(message(ReportPageMessage.ANOTHER_CLASS))
    levels = change.value_now - change.value_before
    code = ReportPageMessage.LEVELS_UP if levels > 0 else ReportPageMessage.LEVELS_DOWN
    size = abs(levels)
    return say(message(code, count=int(size) if size == int(size) else size))
