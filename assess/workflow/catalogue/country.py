"""Countries by what they are called in the language that is spoken."""

from __future__ import annotations

from collections.abc import Callable

from assess.core.catalogue.catalogue import Catalogue
from assess.languages.message import say


def country_names(catalogue: Catalogue) -> Callable[[str], str]:
    """Give what says the name of a country by its code."""
    return lambda code: say(catalogue.country_name(code))
