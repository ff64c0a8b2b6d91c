"""The search in the register, for the screen and the commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property

from assess.core.case.organisation import OrganisationKey
from assess.core.register.public_label import shown_address
from assess.core.register.register import Register
from assess.core.register.register_search import Standing, country_words, one_for_each
from assess.core.register.validity_timeline import LabelStatus
from assess.core.text.name import plain_words, search_fold
from assess.core.text.search.searched_texts import SearchedTexts, names_line, others_line
from assess.core.text.search.tolerant_search import name_forms
from assess.languages import gettext
from assess.languages.countries import countries
from assess.languages.message import say
from assess.workflow.desk.garbage_pause import undisturbed
from assess.workflow.register.register import Registered


class RegisterSearch:
    """Labels of the register, found by what is typed."""

    def __init__(self, labels: Sequence[Registered], register: Register) -> None:
        """Search these labels; texts are made when something is first looked for."""
        self._held = labels
        self._register = register

    def find(self, wanted: str) -> list[Registered]:
        """Give one label for each organisation that is found, the one that stands for it."""
        if not wanted.strip():
            return list(self._held)
        labels, texts = self._labels, self._texts
        found = [labels[line] for line in texts.search(wanted)]
        return one_for_each(found, self._organisation, _standing)

    def _organisation(self, registered: Registered) -> OrganisationKey:
        return self._register.organisation(registered.label.key)

    @cached_property
    def _labels(self) -> Sequence[Registered]:
        with undisturbed():
            return sorted(self._held, key=_by_name)

    @cached_property
    def _texts(self) -> SearchedTexts:
        with undisturbed():
            names: dict[OrganisationKey, dict[str, None]] = {}
            for registered in self._labels:
                names.setdefault(self._organisation(registered), {})[registered.label.name] = None
            lines = {key: names_line(held) for key, held in names.items()}
            place_of = places()
            return SearchedTexts(
                (lines[self._organisation(registered)] for registered in self._labels),
                _others_lines(self._labels),
                [place_of(registered.label.country) for registered in self._labels],
                lambda: (
                    search_fold("\n".join((*names[self._organisation(label)], *_others(label))))
                    for label in self._labels
                ),
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


def _others_lines(labels: Sequence[Registered]) -> Iterator[str]:
    """Give what labels are found by beside their names: what many have in common is folded once."""
    shared: dict[tuple[object, ...], str] = {}
    for registered in labels:
        label = registered.label
        key = label.portfolio, label.level, label.valid_until, registered.told.text, label.synthetic
        if key not in shared:
            shared[key] = others_line(_shared(registered))
        yield f"{shared[key]}{' '.join(name_forms((_address(registered),)))} "


def _others(registered: Registered) -> tuple[str, ...]:
    return (*_shared(registered), _address(registered))


def _address(registered: Registered) -> str:
    return shown_address(registered.label.website or "")


def _shared(registered: Registered) -> tuple[str, ...]:
    label = registered.label
    return (
        label.portfolio,
        label.level,
        str(label.valid_until or gettext("no date")),
        say(registered.told.text),
        gettext("synthetic") if label.synthetic else "",
    )


@cache
def places() -> Callable[[str], str]:
    """Give what gives the words of a country by its code; they are read when they are asked for."""
    by_code = {country.code: country for country in countries()}
    return cache(lambda code: country_words(by_code.get(code), code))
