"""A country, and the names by which it is understood."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Annotated

from pydantic import StringConstraints

from assess.core.text.name import search_fold
from assess.core.text.value import Value, Wording


class Country(Value):
    """A country of ISO 3166-1."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    alpha2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    name: Wording
    also: tuple[str, ...] = ()
    """Other English names in use."""
    in_its_languages: Callable[[], tuple[str, ...]] = tuple
    """Gives its names in its own languages, when they are first asked for: it reads a file each."""

    in_every_language: Callable[[], tuple[str, ...]] = tuple
    """Gives its names in all languages that are understood; they take longer to read."""

    @cached_property
    def codes(self) -> tuple[str, str]:
        """Its codes, folded."""
        return self.code.casefold(), self.alpha2.casefold()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What it is called in English, folded; the usual name first."""
        return (search_fold(self.name.english), *map(search_fold, self.also))

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """What it is called in its own languages, folded."""
        return tuple(map(search_fold, self.in_its_languages()))

    @property
    def every_name(self) -> tuple[str, ...]:
        """Every code and name that means it, as they are written."""
        return (
            self.code,
            self.alpha2,
            self.name.english,
            *self.also,
            *self.in_its_languages(),
        )
