"""The last round in the report: what changed since, briefly on the summary pages and in full."""

from __future__ import annotations

from collections.abc import Iterator

from assess.core.catalogue.catalogue import Catalogue
from assess.core.report.page.area import indicator_anchor
from assess.core.report.page.summary import KEY_FIGURES
from assess.core.report.record.annex import ChangeLine, LastRound
from assess.core.report.record.board import Summary
from assess.core.report.record.fact import Fact
from assess.core.report.record.report import AreaPart
from assess.core.report.sentence.score_text import level_name
from assess.core.scoring.measure_change import MeasureChange, TwoRounds
from assess.core.text.message import Say
from assess.core.text.words import day_text, listed, shortened

TITLE = "What changed since the last round"

MOST = 3
"""So many single changes stand on the summary page, beside the sentence that counts them all."""

LINE_LENGTH = 95

COURSES = {"forward": "as asked", "back": "the other way", None: "described"}
"""In which direction a value moved: as its indicator asks, or not."""


def since_last(summary: Summary, rounds: TwoRounds | None, waiting: int, say: Say) -> Summary:
    """Add to the summary what changed since the last round, and what is not in the report."""
    paragraph = summary.paragraph
    if waiting:
        noun = "answer waits" if waiting == 1 else "answers wait"
        paragraph += f" {waiting} proposed {noun} for confirmation; nothing of that is in it."
    return summary.model_copy(
        update={"paragraph": paragraph, "changes": tuple(_brief(rounds, say)) if rounds else ()}
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


def last_round(rounds: TwoRounds | None, catalogue: Catalogue, say: Say) -> LastRound | None:
    """Give the section on the last round; None where there was none."""
    if rounds is None:
        return None
    remarks = (
        ("A value now only", rounds.only_now),
        ("A value then only", rounds.only_before),
    )
    return LastRound(
        title=TITLE,
        sentences=tuple(_sentences(rounds, catalogue, say)),
        lines=tuple(_line(change, say) for change in rounds.changes),
        remarks=tuple(
            Fact(label=label, text="; ".join(map(say, names))) for label, names in remarks if names
        ),
    )


def _brief(rounds: TwoRounds, say: Say) -> Iterator[str]:
    yield f"{_opening(rounds, say)} {_counted(rounds, say)}"
    for change in _leading(rounds)[:MOST]:
        yield shortened(
            f"{change.number} {say(change.label)}: {_in_words(change, say)}", LINE_LENGTH
        )


def _opening(rounds: TwoRounds, say: Say) -> str:
    months = f"{rounds.months} month{'s' if rounds.months != 1 else ''}"
    unfinished = "" if rounds.is_finished else ", which was not finished"
    return (
        f"The last interview was on {day_text(rounds.day)}{unfinished}, {months} before this one."
    )


def _counted(rounds: TwoRounds, say: Say) -> str:
    count = len(rounds.changes)
    if not count:
        return f"None of the {rounds.unchanged} measures with a value in both rounds changed."
    forward, back = (
        sum(change.course == course for change in rounds.changes) for course in ("forward", "back")
    )
    parts = [
        f"{number} {words}"
        for number, words in (
            (forward, "as their indicators ask"),
            (back, "the other way"),
            (count - forward - back, "where the indicator describes only"),
        )
        if number
    ]
    noun = "measure" if count == 1 else "measures"
    return f"{count} {noun} changed: {listed(parts)}; {rounds.unchanged} stayed as they were."


def _sentences(rounds: TwoRounds, catalogue: Catalogue, say: Say) -> Iterator[str]:
    yield _opening(rounds, say)
    yield _counted(rounds, say)
    areas = rounds.areas_of("forward")
    if areas:
        names = listed([f"{area.letter} {area.title}" for area in map(catalogue.area, areas)])
        word = "this area" if len(areas) == 1 else f"{len(areas)} areas"
        yield f"Something moved as its indicator asks in {word}: {names}."


def _leading(rounds: TwoRounds) -> list[MeasureChange]:
    """Give the changes that say most: those with a direction, and of them the key figures.

    Single parts of an answer are none of them.
    """
    whole = [change for change in rounds.changes if "." not in change.measure]

    def weight(change: MeasureChange) -> tuple[bool, bool]:
        return change.course is None, f"{change.indicator}:{change.measure}" not in KEY_FIGURES

    return sorted(sorted(whole, key=weight)[:MOST], key=lambda change: change.number)


def _of_indicator(number: int, rounds: TwoRounds, say: Say) -> Iterator[str]:
    found = [
        change for change in rounds.changes if change.number == number and "." not in change.measure
    ]
    if found:
        said = "; ".join(f"{say(change.label)}: {_in_words(change, say)}" for change in found)
        yield f"Since {day_text(rounds.day)}: {said}."


def _in_words(change: MeasureChange, say: Say) -> str:
    before, now = level_name(say(change.before)), level_name(say(change.now))
    if change.difference is None or change.unit == "%" or not change.unit:
        size = "" if change.difference is None else f" ({say(change.shown)})"
        return f"from {before} to {now}{size}"
    before = before.removesuffix(change.unit).rstrip()
    return f"from {before} to {now} ({say(change.shown).removesuffix(change.unit).rstrip()})"


def _line(change: MeasureChange, say: Say) -> ChangeLine:
    return ChangeLine(
        number=change.number,
        anchor=indicator_anchor(change.number),
        label=say(change.label),
        before=level_name(say(change.before)),
        now=level_name(say(change.now)),
        change=say(change.shown) if change.difference is not None else _of_class(change, say),
        course=COURSES[change.course],
    )


def _of_class(change: MeasureChange, say: Say) -> str:
    if not isinstance(change.value_now, int | float) or not isinstance(
        change.value_before, int | float
    ):
        return "another class"
    levels = change.value_now - change.value_before
    size = abs(levels)
    noun = "level" if size == 1 else "levels"
    return f"{'+' if levels > 0 else '−'}{size:g} {noun}"
