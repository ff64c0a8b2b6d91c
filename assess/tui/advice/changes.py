"""What changed since the last round, as texts to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from assess.core.text.words import day_text
from assess.languages import gettext
from assess.tui.frame.text import plain
from assess.tui.widgets.row_list import Column, Row

if TYPE_CHECKING:
    from assess.core.scoring.measure_change import MeasureChange, TwoRounds

CHANGES = (
    Column("number", gettext("No"), 3, right=True),
    Column("measure", gettext("Measure"), share=3),
    Column("now", gettext("Now"), share=2),
    Column("change", gettext("Change"), share=2),
)

COURSES = {
    "forward": "It moved as the indicator asks.",
    "back": "It moved the other way than the indicator asks.",
    None: "The indicator describes only: no direction is better.",
}


def change_rows(rounds: TwoRounds | None) -> Iterator[Row]:
    """Give a row for each measure that changed."""
    for change in rounds.changes if rounds else ():
        said = gettext("was {before}", before=change.before)
        if change.difference is not None:
            said = change.shown.replace("percentage points", "points")
        look = "accent" if change.course == "forward" else "" if change.course else "quiet"
        yield Row(_key(change), (str(change.number), change.label, change.now, (said, look)))


def describe_change(rounds: TwoRounds | None, chosen: str | None) -> Content:
    """Give one change with both values, and which way it went."""
    found = [change for change in rounds.changes if _key(change) == chosen] if rounds else []
    if not found:
        return Content(gettext("Nothing that has a value in both rounds changed."))
    change = found[0]
    lines = [
        Content.styled(f"{change.number}  {change.title}", "$text-muted"),
        Content.styled(change.label, "bold"),
        plain(change.now, "bold $accent"),
        Content(""),
        Content.styled(gettext("In the last round"), "$text-muted"),
        plain(change.before),
        *([Content(""), plain(change.shown)] if change.difference is not None else []),
        Content(""),
        plain(COURSES[change.course]),
    ]
    return Content("\n").join(lines)


def rounds_in_words(rounds: TwoRounds | None) -> str:
    """Say when the last round was, and how much is as it was."""
    if rounds is None:
        return ""
    state = "" if rounds.is_finished else gettext(" (not finished)")
    said = [
        gettext(
            "Last interview {rounds_day}{state}, {months} months before",
            rounds_day=day_text(rounds.day),
            state=state,
            months=rounds.months,
        ),
        gettext("{unchanged} unchanged", unchanged=rounds.unchanged),
        *([gettext("{count} only now", count=len(rounds.only_now))] if rounds.only_now else []),
        *(
            [gettext("{count} only then", count=len(rounds.only_before))]
            if rounds.only_before
            else []
        ),
    ]
    return " · ".join(said)


def _key(change: MeasureChange) -> str:
    return f"{change.indicator}:{change.measure}"
