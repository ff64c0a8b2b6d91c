"""What the publisher of the public pages says of itself: read from the theme file."""

from __future__ import annotations

from typing import NamedTuple

OWN_TEXTS = ("about", "contact", "privacy")
"""What the publisher may say in several languages; an imprint is names and addresses."""


class PublisherTexts(NamedTuple):
    """Paragraphs of the publisher; empty: it says nothing of its own."""

    about: tuple[str, ...] = ()
    imprint: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    privacy: tuple[str, ...] = ()
    language: str = ""
    """In which they are written, which is the main language of the pages; empty: not stated."""
    others: tuple[PublisherTexts, ...] = ()
    """The same in further languages."""
    foreign: frozenset[str] = frozenset()
    """Which of them are shown in `language`, to readers of another one."""

    def read_in(self, code: str) -> PublisherTexts:
        """Give the texts for readers of a language: in it, or where they are not, as they are."""
        if code == self.language or not self.language:
            return self
        there = next((other for other in self.others if other.language == code), NO_TEXTS)
        said = {name: getattr(there, name) for name in OWN_TEXTS if getattr(there, name)}
        return self._replace(**said, foreign=frozenset(OWN_TEXTS) - said.keys())


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
