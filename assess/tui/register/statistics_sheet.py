"""The register in numbers on a day, each with its bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from assess.core.catalogue.level import LEVELS
from assess.languages import gettext, pgettext
from assess.languages.speech import alphabet
from assess.tui.register.bar import bar
from assess.tui.register.register_sheet import Sheet
from assess.tui.widgets.row_list import Cell, Column, Row
from assess.tui.widgets.sorted_rows import WIDE
from assess.workflow.catalogue.country import country_names
from assess.workflow.register import register as registering

if TYPE_CHECKING:
    from assess.core.register.statistics import CountRow as Counted
    from assess.core.register.statistics import Statistics
    from assess.workflow import Desk

BAR, SHORT = 16, 6
"""How wide the longest bar is, and where there is little room."""

STATISTICS_COLUMNS = (
    Column("what", "", share=1),
    Column("short", "", SHORT + 1, below_width=WIDE),
    Column("bar", "", BAR + 1, from_width=WIDE),
    Column("bronze", "Bronze", 7, right=True),
    Column("silver", "Silver", 7, right=True),
    Column("gold", "Gold", 7, right=True),
    Column("organisations", gettext("Valid"), 7, right=True),
    Column("ever", gettext("Ever"), 7, right=True),
)


def statistics_sheet(desk: Desk, day: date) -> Sheet:
    """Give the register in numbers on a day."""
    found = registering.count(desk, day)
    rows = tuple(_counts(found, country_names(desk.newest)))
    subject = pgettext("the day of numbers", "on {day}", day=found.on)
    return Sheet(gettext("Statistics"), subject, STATISTICS_COLUMNS, rows)


def _counts(found: Statistics, country_name: Callable[[str], str]) -> Iterator[Row]:
    """Give the counts by level, country, portfolio, year and quarter."""
    yield Row("total-head", (gettext("All"),), is_head=True)
    yield _row("total", gettext("Valid labels"), found.total, 0)
    for key, text, number in _numbers(found):
        yield Row(key, (text, "", "", "", "", "", str(number), ""))
    yield from _flows(found)
    title = gettext(
        "By country: organisations with a valid label, and organisations that ever had one"
    )
    yield Row("country-head", (title,), is_head=True)
    named = ((country_name(row.key), row) for row in found.by_country)
    yield from _group("country", sorted(named, key=lambda pair: alphabet().key(pair[0])))
    yield Row("portfolio-head", (gettext("By comparative portfolio"),), is_head=True)
    yield from _group("portfolio", ((row.key, row) for row in found.by_portfolio))
    yield from _years(found)
    yield from _quarters(found)


def _numbers(found: Statistics) -> Iterator[tuple[str, str, int]]:
    yield "expiring", gettext("Valid, but end within twelve months"), found.expiring
    yield "renewable", gettext("Ended, but renewable"), found.renewable
    yield "lapsed", gettext("Ended for good within the last twelve months"), found.lapsed
    yield "undated", gettext("Listed without a date"), found.undated


def _flows(found: Statistics) -> Iterator[Row]:
    title = gettext("From Bronze to Gold: organisations that ever reached a level")
    yield Row("flow-head", (title,), is_head=True)
    most = max((flow.reached for flow in found.flows), default=0)
    for place, flow in enumerate(found.flows):
        text = (
            gettext(
                "{level}, {count} of them from {below}",
                level=flow.level,
                count=flow.from_below,
                below=LEVELS[place - 1],
            )
            if place
            else flow.level
        )
        drawn = _bars(flow.reached, most)
        yield Row(f"flow-{flow.level}", (text, *drawn, "", "", "", "", str(flow.reached)))


def _group(kind: str, named: Iterable[tuple[str, Counted]]) -> Iterator[Row]:
    held = list(named)
    # Where no label is valid, the bars show those that ever were: an empty chart says nothing.
    by_valid = any(row.organisations for _, row in held)
    most = max((row.organisations if by_valid else row.ever for _, row in held), default=0)
    for name, row in held:
        number = row.organisations if by_valid else row.ever
        yield _row(f"{kind}-{row.key}", name, row, most, number)


def _row(key: str, text: str, row: Counted, most: int, number: int = 0) -> Row:
    levels = [str(row.valid[level]) for level in LEVELS]
    drawn = _bars(number, most)
    return Row(key, (text, *drawn, *levels, str(row.organisations), str(row.ever)))


def _bars(number: int, most: int) -> tuple[Cell, Cell]:
    """Give the bar for little room and for more; one of them is shown."""
    return (bar(number, most, SHORT), "accent"), (bar(number, most, BAR), "accent")


def _years(found: Statistics) -> Iterator[Row]:
    title = gettext("By year: new labels, and labels valid at its end")
    yield Row("year-head", (title,), is_head=True)
    most = max((sum(of_year.valid.values()) for of_year in found.by_year), default=0)
    for of_year in reversed(found.by_year):
        given = [str(of_year.given[level]) for level in LEVELS]
        valid = sum(of_year.valid.values())
        drawn = _bars(valid, most)
        yield Row(f"year-{of_year.year}", (str(of_year.year), *drawn, *given, str(valid), ""))


def _quarters(found: Statistics) -> Iterator[Row]:
    yield Row("end-head", (gettext("When valid labels end"),), is_head=True)
    most = max((end.count for end in found.ends), default=0)
    for end in found.ends:
        text = gettext("{year}, quarter {quarter}", year=end.year, quarter=end.quarter)
        drawn = _bars(end.count, most)
        key = f"end-{end.year}-{end.quarter}"
        yield Row(key, (text, *drawn, "", "", "", str(end.count), ""))
