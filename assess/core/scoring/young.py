"""Young organisations: which of their measures count over more months than they exist."""

from __future__ import annotations

from assess.core.catalogue.catalogue import Catalogue
from assess.core.scoring.score import Scores

MONTHS = 12
"""Of a year."""


def not_yet_whole(scores: Scores, catalogue: Catalogue) -> frozenset[str]:
    """Give the keys of measures that are asked over more months than the organisation exists.

    Where its age is not known, all are taken as whole: unknown is never no.
    """
    found: set[str] = set()
    for window in catalogue.windows:
        age = scores.by_key.get(window.age)
        if age is not None and age.number is not None and age.number * MONTHS < window.months:
            found.update(window.measures)
    return frozenset(found)
