"""What changed since the last round, as texts to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from assess.languages import gettext, ngettext, pgettext
from assess.languages.message import say
from assess.tui.frame.text import day_in_words, plain
from assess.tui.widgets.row_list import Column, Row

if TYPE_CHECKING:
    from assess.core.scoring.measure_change import MeasureChange, TwoRounds

CHANGES = (
    Column("number", pgettext("a number", "No."), 3, right=True),
    Column("measure", gettext("Measure"), share=3),
    Column("now", gettext("Now"), share=2),
    Column("change", gettext("Change"), share=2),
)

COURSES = {
    "forward": gettext("It moved in the desired direction."),
    "back": gettext("It moved in the opposite direction."),
    None: gettext("The indicator only describes: no direction is better."),
}


def change_rows(rounds: TwoRounds | None) -> Iterator[Row]:
    """Give a row for each measure that changed."""
    for change in rounds.changes if rounds else ():
        said = gettext("was {value}", value=say(change.before))
        if change.difference is not None:
            said = say(change.shown).replace("percentage points", "points")
        look = "accent" if change.course == "forward" else "" if change.course else "quiet"
        cells = (str(change.number), say(change.label), say(change.now), (said, look))
        yield Row(_key(change), cells)


def describe_change(rounds: TwoRounds | None, chosen: str | None) -> Content:
    """Give one change with both values, and which way it went."""
    found = [change for change in rounds.changes if _key(change) == chosen] if rounds else []
    if not found:
        return Content(gettext("No measure with a value in both rounds changed."))
    change = found[0]
    lines = [
        Content.styled(f"{change.number}  {say(change.title)}", "$text-muted"),
        Content.styled(say(change.label), "bold"),
        plain(say(change.now), "bold $accent"),
        Content(""),
        Content.styled(gettext("In the last round"), "$text-muted"),
        plain(say(change.before)),
        *([Content(""), plain(say(change.shown))] if change.difference is not None else []),
        Content(""),
        plain(COURSES[change.course]),
    ]
    return Content("\n").join(lines)


def rounds_in_words(rounds: TwoRounds | None) -> str:
    """Say when the last round was, and how much is as it was."""
    if rounds is None:
        return ""
    said = [
        _last_interview(rounds),
        ngettext("{count} unchanged", "{count} unchanged", rounds.unchanged),
    ]
    if count := len(rounds.only_now):
        said.append(
            ngettext(
                "{count} measure had no value in the last round",
                "{count} measures had no value in the last round",
                count,
            )
        )
    if count := len(rounds.only_before):
        said.append(
            ngettext(
                "{count} measure had a value only in the last round",
                "{count} measures had a value only in the last round",
                count,
            )
        )
    if count := len(rounds.redefined):
        said.append(
            ngettext(
                "{count} measure cannot be compared, because its definition changed",
                "{count} measures cannot be compared, because their definition changed",
                count,
            )
        )
    return " · ".join(said)


def _last_interview(rounds: TwoRounds) -> str:
    day = day_in_words(rounds.day)
    if rounds.is_finished:
        return ngettext(
            "Last interview {day}, {count} month earlier",
            "Last interview {day}, {count} months earlier",
            rounds.months,
            day=day,
        )
    return ngettext(
        "Last interview {day} (not finished), {count} month earlier",
        "Last interview {day} (not finished), {count} months earlier",
        rounds.months,
        day=day,
    )


def _key(change: MeasureChange) -> str:
    return f"{change.indicator}:{change.measure}"
