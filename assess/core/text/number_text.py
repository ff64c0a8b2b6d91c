"""Numbers as they are written: rounded as people do, in groups of three."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal, localcontext

CLOSE, NEAR_HALF = 1e9, 1e-5
"""Below so many steps of the last digit, a number so far from a half is rounded without digits."""

THIN_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"


def rounded(number: float, decimals: int) -> float:
    """Round as people do, halves away from zero, on the digits that are written."""
    if not math.isfinite(number):
        return number
    scaled = abs(number) * 10**decimals
    if scaled < CLOSE and abs(scaled % 1 - 0.5) > NEAR_HALF:
        return round(number, decimals)  # no half, so both ways agree, and this one is fast
    place = Decimal(1).scaleb(-decimals)
    with localcontext(prec=400):
        return float(Decimal(repr(number)).quantize(place, rounding=ROUND_HALF_UP))


def show_number(number: float, decimals: int) -> str:
    """Write a number with at most so many decimals, none from 1,000 on, in groups of three."""
    digits = 0 if abs(number) >= 1000 else decimals
    text = f"{rounded(number, digits):,.{digits}f}".replace(",", THIN_SPACE)
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_exactly(number: float) -> str:
    """Write a number with all the decimals it was given with, in groups of three."""
    text = f"{number:,}" if isinstance(number, int) else f"{number:,.6f}".rstrip("0").rstrip(".")
    return text.replace(",", THIN_SPACE)
