"""What a heading or a title says of the rows below it: their portfolio, or the level of labels."""

from __future__ import annotations

import re

from assess.core.catalogue.level import Level
from assess.core.published_list.row import ListWords
from assess.core.published_list.row_reading import level_of
from assess.core.text.name import plain_words
from assess.languages.column_heads import LISTED, heads

_LONGEST = 120
_BESIDE_LEVELS = frozenset(
    (
        *(
            "label",
            "labels",
            "labelled",
            "award",
            "awards",
            "awarded",
            "new",
            "benchmarking",
            "ecei",
        ),
        *("of", "the", "in", "for", "european", "cluster", "clusters", "excellence", "initiative"),
        *("quality", "management", "level", "holders", "holder", "list", "and", "with", "siegel"),
        *("stufe", "niveau", "nivel", "livello", "poziom", "marchio", "sello", "znak", "merke"),
        *("eucles", "certified", "certificate", "certificates", "members", "month", "this"),
        *("organisations", "organizations"),
    )
)
"""What stands beside a level in headings, as `plain_words` gives it."""
_DATED = re.compile(r"\d{1,4}")


def portfolio_heading(text: str, words: ListWords, *, is_alone: bool) -> str | None:
    """Give the portfolio of a heading: `Comparative portfolio: Food industry`.

    `is_alone` where a portfolio alone is a heading, too: rows state none.
    """
    said = text.strip(" :#*=-–—|»«")
    if not said or len(said) > _LONGEST:
        return None
    before, _, after = said.rpartition(":")
    if before and (found := words.portfolio(after)) and _names_portfolio(before):
        return found
    return words.portfolio(said) if is_alone else None


def _names_portfolio(text: str) -> bool:
    """Tell whether words before a colon end with a head of portfolios, in whatever language."""
    said = plain_words(text).split()
    columns = heads(LISTED)
    return any(
        columns.get(" ".join(said[-count:])) == "portfolio" for count in range(1, len(said) + 1)
    )


def level_heading(text: str) -> Level | None:
    """Give the level of a heading that says of which level labels are, and perhaps when."""
    said = plain_words(text)
    if not said or len(said) > _LONGEST:
        return None
    level = level_of(said)
    if level is None:
        return None
    rest = [word for word in said.split() if level_of(word) is None]
    return level if all(word in _BESIDE_LEVELS or _is_of_day(word) for word in rest) else None


def _is_of_day(word: str) -> bool:
    from assess.languages.months import MONTH_WORDS

    return bool(_DATED.fullmatch(word)) or (len(word) > 2 and bool(MONTH_WORDS.meanings(word)))
