"""Words of the catalogue as people type them: countries and portfolios."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assess.core.case.search import countries_like, country_meant
from assess.core.catalogue.catalogue import Catalogue
from assess.errors import AssessError, NotFound
from assess.languages import gettext
from assess.languages.message import say as spoken


def country_code(text: str, catalogue: Catalogue) -> str:
    """Give the code of the country that is meant by a code, a name or a clear part of one."""
    country = country_meant(text, catalogue)
    if country is not None:
        return country.code
    found = countries_like(text, catalogue)
    few = ", ".join(f"{match.code} {spoken(match.name)}" for match in found[:6])
    raise AssessError(
        gettext("{text} is not a country; it can be: {countries}.", text=repr(text), countries=few)
        if found and text.strip()
        else gettext("{text} is not a country; write a code such as DNK.", text=repr(text))
    )


def question_name(text: str, catalogue: Catalogue) -> str:
    """Give the question that is meant by its name; NotFound if there is none."""
    name = text.strip()
    if name not in catalogue.questions:
        raise NotFound(
            gettext(
                "There is no question {text}; `assess codebook` lists all questions.",
                text=repr(text),
            )
        )
    return name


def portfolio(text: str, day: date, catalogue: Catalogue) -> str:
    """Give the portfolio that is meant by its name, an older name or a clear beginning of one."""
    in_use = catalogue.label.portfolios_on(day)
    ever = [name for words in catalogue.label.portfolio_vocabularies for name in words.portfolios]
    wanted = text.strip().casefold()
    for names in (in_use, ever):
        exact = [name for name in names if name.casefold() == wanted]
        if exact:
            return exact[0]
    begun = _beginning(wanted, in_use)
    if len(begun) == 1 and wanted:
        return begun[0]
    meant = "; ".join(begun if len(begun) > 1 and wanted else in_use)
    raise AssessError(
        gettext(
            "{text} is not a portfolio. The portfolios are: {portfolios}.",
            text=repr(text),
            portfolios=meant,
        )
    )


def _beginning(wanted: str, names: Sequence[str]) -> list[str]:
    return [name for name in names if name.casefold().startswith(wanted)]
