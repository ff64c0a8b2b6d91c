"""Bars of a chart, drawn with the block signs that every terminal font has."""

from __future__ import annotations

_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def bar(number: int, most: int, width: int) -> str:
    """Give the bar of a number, as wide as its share of the greatest one.

    What is not zero is always seen.
    """
    if number <= 0 or most <= 0:
        return ""
    eighths = max(1, round(8 * width * number / most))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8]
