"""The search in the register, for the screen and the commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from assess.core.case.organisation import OrganisationKey
from assess.core.register.public_label import shown_address
from assess.core.register.register import Register
from assess.core.register.register_search import Standing, country_words, find
from assess.core.register.validity_timeline import LabelStatus
from assess.core.text.name import plain_words
from assess.core.text.tolerant_search import Searched, searched
from assess.languages import gettext
from assess.languages.countries import countries
from assess.languages.message import say
from assess.workflow.register.register import Registered


class RegisterSearch:
    """Labels of the register, found by what is typed."""

    def __init__(self, labels: Sequence[Registered], register: Register) -> None:
        """Search these labels; texts are made when something is first looked for."""
        self._labels: Sequence[Registered] = ()
        self._held = labels
        self._register = register
        self._texts: dict[int, Searched] = {}
        self._organisation: dict[int, OrganisationKey] = {}
        self._standing: dict[int, Standing] = {}

    def find(self, wanted: str) -> list[Registered]:
        """Give one label for each organisation that is found, the one that stands for it."""
        if not wanted.strip():
            return list(self._held)
        if not self._texts:
            self._prepare()
        found = find(wanted, self._texts, self._organisation, self._standing)
        return [self._labels[place] for place in found]

    def _prepare(self) -> None:
        self._labels = sorted(self._held, key=_by_name)
        names: dict[OrganisationKey, dict[str, None]] = {}
        for place, registered in enumerate(self._labels):
            key = self._register.organisation(registered.label.key)
            self._organisation[place] = key
            self._standing[place] = _standing(registered)
            names.setdefault(key, {})[registered.label.name] = None
        place_of = places()
        for place, registered in enumerate(self._labels):
            label = registered.label
            self._texts[place] = searched(
                names[self._organisation[place]],
                _others(registered),
                place_of(label.country),
            )


def _by_name(registered: Registered) -> tuple[str, str, str]:
    label = registered.label
    return plain_words(label.name), label.country, label.level


def _standing(registered: Registered) -> Standing:
    label = registered.label
    return Standing.of(
        is_valid=registered.status is LabelStatus.VALID,
        level=label.level,
        starts=label.valid_from,
        until=label.valid_until,
    )


def _others(registered: Registered) -> tuple[str, ...]:
    label = registered.label
    return (
        label.portfolio,
        label.level,
        shown_address(label.website or ""),
        str(label.valid_until or gettext("no date")),
        say(registered.told.text),
        gettext("synthetic") if label.synthetic else "",
    )


@cache
def places() -> Callable[[str], str]:
    """Give what gives the words of a country by its code; they are read when they are asked for."""
    by_code = {country.code: country for country in countries()}
    return cache(lambda code: country_words(by_code.get(code), code))
