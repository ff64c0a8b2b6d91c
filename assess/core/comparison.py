"""Two rounds of one organisation: what is unchanged, changed or new since the last one."""

from __future__ import annotations

from enum import StrEnum

from assess.core.answer import Status
from assess.core.assessment import Assessment, is_relevant
from assess.core.catalogue import Catalogue
from assess.core.proposal import equal
from assess.core.scoring import Score, Scores, show_number
from assess.core.value import Value


class Since(StrEnum):
    """How an answer stands to that of the last round."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NEW = "new"
    OPEN = "open"


class Change(Value):
    """A measure that has a value in both rounds, and another one now."""

    number: int
    indicator: str
    measure: str
    title: str
    label: str
    before: str
    now: str
    difference: float | None = None
    """Now minus before, for numbers; a class has none."""
    shown: str
    """The change in words: `+4 percentage points`, or `from A to B`."""


def since(question: str, now: Assessment, before: Assessment) -> Since:
    """Tell how the answer to a question stands to that of the last round."""
    here, there = now.answer(question), before.answer(question)
    if here.status is Status.NOT_REACHED:
        return Since.OPEN
    if there.status in (Status.NOT_REACHED, Status.SKIPPED):
        return Since.NEW
    same = here.status is there.status and equal(here.value, there.value)
    return Since.UNCHANGED if same else Since.CHANGED


def answered_in_either(
    now: Assessment, before: Assessment, catalogue: Catalogue
) -> tuple[str, ...]:
    """Give the questions that are asked now and were answered in either round, in their order."""
    silent = (Status.NOT_REACHED, Status.SKIPPED)
    return tuple(
        name
        for name, question in catalogue.questions.items()
        if is_relevant(question, now, catalogue)
        and not (now.answer(name).status in silent and before.answer(name).status in silent)
    )


def changes(now: Scores, before: Scores, catalogue: Catalogue) -> tuple[Change, ...]:
    """Give every measure that changed, in the order of the catalogue, at the precision shown."""
    found = []
    for indicator in catalogue.indicators:
        for one in now.of(indicator.id):
            other = before.get(indicator.id, one.measure)
            if other is None or one.value is None or other.value is None:
                continue
            if one.unit != other.unit or one.rounded == other.rounded:
                continue
            found.append(_change(indicator.number, str(indicator.title), one, other))
    return tuple(found)


def _change(number: int, title: str, now: Score, before: Score) -> Change:
    difference, shown = None, f"from {before.shown} to {now.shown}"
    if now.number is not None and before.number is not None and now.class_label is None:
        difference = now.number - before.number
        size = show_number(abs(difference), now.decimals)
        unit = "percentage points" if now.unit == "%" else now.unit
        shown = f"{'+' if difference > 0 else '−'}{size} {unit}".rstrip()
    return Change(
        number=number,
        indicator=now.indicator,
        measure=now.measure,
        title=title,
        label=now.label,
        before=before.shown,
        now=now.shown,
        difference=difference,
        shown=shown,
    )
