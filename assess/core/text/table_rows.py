"""Rows of tables that are no rows of it: sums, notes below, heads that are repeated."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assess.core.text.name import plain_words

_COUNT = re.compile(r"\b\d[\d .,]*(?:%|\b)")


def is_total(cells: Sequence[str], totals: Collection[str]) -> bool:
    """Tell whether a row says that it is a sum, by its first cell: `Total (12)`, `Summe: 5,4`.

    `totals` are the words for it, as `plain_words` gives them.
    """
    said = next((cell for cell in cells if cell.strip()), "")
    if len(said) > 60:
        return False
    bare = plain_words(_COUNT.sub(" ", said))
    return bare in totals or bare.removesuffix(" clusters").removesuffix(" cluster") in totals
