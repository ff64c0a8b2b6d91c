"""The figures of the public pages: numbers with the lengths of their bars."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from assess.core.catalogue.level import LEVELS
from assess.core.register.public_label import PublicRegister
from assess.languages import gettext


class FigureBar(NamedTuple):
    """One bar with what it stands for."""

    name: str
    number: int
    percent: float
    """Of the longest."""
    short: str = ""
    """The name where there is little room."""
    parts: tuple[int, ...] = ()
    """Its number by level, the lowest first, where it is told."""


class SiteFigures(NamedTuple):
    """All figures of the first page."""

    levels: tuple[FigureBar, ...]
    years: tuple[FigureBar, ...]
    ends: tuple[FigureBar, ...]
    flows: tuple[FigureBar, ...]
    flow_rates: tuple[int, ...]
    """How many of the level below reached each level above the lowest."""


def site_figures(register: PublicRegister) -> SiteFigures:
    """Give the figures of the public register."""
    trends = register.trends
    return SiteFigures(
        levels=bars((level, level, count) for level, count in register.counts.by_level),
        years=tuple(
            bar._replace(parts=tuple(end.valid[level] for level in LEVELS))
            for bar, end in zip(
                bars((str(end.year), f"{end.year % 100:02}", end.total) for end in trends.years),
                trends.years,
                strict=True,
            )
        ),
        ends=bars(
            (
                gettext("{year}, quarter {quarter}", year=end.year, quarter=end.quarter),
                f"{end.year % 100:02}" if end.quarter == 1 or not place else "",
                end.count,
            )
            for place, end in enumerate(trends.ends)
        ),
        flows=bars((flow.level, flow.level, flow.reached) for flow in trends.flows),
        flow_rates=tuple(flow.from_below for flow in trends.flows[1:]),
    )


def bars(rows: Iterable[tuple[str, str, int]]) -> tuple[FigureBar, ...]:
    """Give bars of names, short names and numbers."""
    held = list(rows)
    longest = max((number for _, _, number in held), default=0) or 1
    return tuple(
        FigureBar(name, number, round(100 * number / longest, 1), short)
        for name, short, number in held
    )
