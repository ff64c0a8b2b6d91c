"""Plain words: days and months as a report writes them, and texts cut to a length."""

from __future__ import annotations

import calendar
from datetime import date


def day_text(day: date) -> str:
    """Write a day: `12 March 2026`."""
    return f"{day.day} {month_year(day)}"


def month_year(day: date) -> str:
    """Write a month: `March 2026`."""
    return f"{calendar.month_name[day.month]} {day.year}"


def shortened(text: str, limit: int) -> str:
    """Give a text on one line, with at most so many characters; a cut one ends in an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    at_word = cut.rpartition(" ")[0]
    return f"{(at_word if len(at_word) > limit // 2 else cut).rstrip(' ,;:.–-')}…"


def sentence(text: str) -> str:
    """Give a text with a capital at its start and one full stop at its end; nothing for nothing."""
    line = text.strip()
    if not line:
        return ""
    end = "" if line[-1] in ".!?…”" else "."
    return f"{line[0].upper()}{line[1:]}{end}"
