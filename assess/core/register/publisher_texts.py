"""What the publisher of the public pages says of itself: read from the theme file."""

from __future__ import annotations

from typing import NamedTuple


class PublisherTexts(NamedTuple):
    """Paragraphs of the publisher; empty: it says nothing of its own."""

    about: tuple[str, ...] = ()
    imprint: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    privacy: tuple[str, ...] = ()


NO_TEXTS = PublisherTexts()


class SchemeTerms(NamedTuple):
    """What the rules in force say of the lowest level, for readers who know nothing of it."""

    indicators: int
    months: int
    """For how many months a first label is valid."""
    renewal_months: int
    """How many more a renewal adds; 0: as many as a first one."""
    areas: tuple[str, ...]
    """What a benchmarking covers, in the order of the interview."""
    criteria: tuple[tuple[str, str], ...]
    """Title and text of each criterion of eligibility; none where none applies."""
    titles: tuple[tuple[str, str], ...]
    """The levels with what they are called, the lowest first."""
