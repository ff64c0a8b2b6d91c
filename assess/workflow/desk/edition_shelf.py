"""The editions of the catalogue at a desk: the one in use, and that of each case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from assess.catalogue import EDITIONS, load, load_texts, read_texts
from assess.core.case.assessment import Case
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.definition import edition_definition, is_defined_as
from assess.errors import AssessError, Way
from assess.languages import gettext
from assess.store import Store


class EditionShelf:
    """Finds the edition of a case: one that is in use, that ships, or that is kept with cases.

    A case is judged under the edition that it was begun with, whichever is in use.
    """

    def __init__(
        self,
        newest: Catalogue,
        store: Store,
        clock: Callable[[], datetime],
        *,
        own: Path | None,
        shipped: Path | None,
    ) -> None:
        """Take the edition in use; its folder, if it is one's own; and the folder that ships."""
        self._newest, self._store, self._clock = newest, store, clock
        self._own, self._shipped = own, shipped
        self._of_case: dict[str, Catalogue] = {}
        self._read: dict[Path, Catalogue] = {}

    def of(self, case: Case) -> Catalogue:
        """Give the edition that a case was begun with; AssessError where it is nowhere."""
        found = self._of_case.get(case.id)
        if found is None:
            definition = self._store.catalogues.of(case.id)
            found = self._of_case[case.id] = self._defined(case.catalogue, definition)
        return found

    def is_as_begun(self, case: Case) -> bool:
        """Tell whether the edition of a case is defined as when the case was begun, or it is older.

        Of a case that older versions began, only the id of its edition is known.
        """
        definition = self._store.catalogues.of(case.id)
        return definition is None or is_defined_as(self.of(case), definition)

    def called(self, edition: str) -> Catalogue:
        """Give the edition of an id, the one in use first; AssessError where it is nowhere."""
        return self._defined(edition, None)

    def find(self, edition: str) -> Catalogue | None:
        """Give the edition of an id, if it is here."""
        return self.called(edition) if self.has(edition) else None

    def in_use(self) -> tuple[Catalogue, ...]:
        """Give the edition in use, and those of the cases that are here."""
        others = {case.catalogue for case in self._store.cases.all()} - {self._newest.edition.id}
        found = map(self.find, sorted(others, reverse=True))
        return (self._newest, *(catalogue for catalogue in found if catalogue is not None))

    def has(self, edition: str) -> bool:
        """Tell whether there is an edition of an id."""
        kept = self._store.catalogues.called(edition)
        return kept is not None or next(self._candidates(edition), None) is not None

    def keep(self, case: Case, catalogue: Catalogue) -> None:
        """Keep with which edition a case is begun; one that does not ship is kept whole."""
        definition = edition_definition(catalogue)
        folder = self._folder_of(catalogue)
        if folder is not None and self._store.catalogues.texts(definition) is None:
            texts = read_texts(folder)
            if edition_definition(load_texts(texts, folder)) != definition:
                raise AssessError(
                    gettext(
                        "The indicators in {folder} were changed after they were loaded; "
                        "no case was begun. Start the program again to use the new ones.",
                        folder=folder,
                    )
                )
            self._store.catalogues.keep(case.catalogue, definition, texts, at=self._clock())
        if self._store.catalogues.of(case.id) is None:
            self._store.catalogues.begin(case.id, definition, at=self._clock())

    def _defined(self, edition: str, definition: str | None) -> Catalogue:
        """Give the edition of an id and a hash; where none has it, as a last resort, of the id."""
        same_id: Catalogue | None = None
        for candidate in self._candidates(edition):
            if definition is None or is_defined_as(candidate, definition):
                return candidate
            same_id = same_id or candidate
        kept = definition or self._store.catalogues.called(edition)
        texts = self._store.catalogues.texts(kept) if kept is not None else None
        if texts is not None:
            return load_texts(texts, self._store.path)
        if same_id is not None:
            return same_id
        raise AssessError(
            gettext(
                "The edition {edition} of the catalogue is missing.",
                edition=repr(edition),
            )
        ).helped_by(Way.INDICATORS)

    def _candidates(self, edition: str) -> Iterator[Catalogue]:
        """Give what bears an id: the edition in use, those beside it, and those that ship."""
        if self._newest.edition.id == edition:
            yield self._newest
        if self._own is not None:
            yield from map(self._read_own, _beside(self._own, edition))
        if self._shipped is not None:
            yield from map(_read_shipped, _beside(self._shipped, edition))
        is_shipped = self._own is None and self._newest.edition.id == edition
        if self._shipped is not None and not is_shipped:
            newest = _read_shipped(self._shipped)
            yield from (newest,) if newest.edition.id == edition else ()

    def _read_own(self, folder: Path) -> Catalogue:
        if folder not in self._read:
            self._read[folder] = load(folder)
        return self._read[folder]

    def _folder_of(self, catalogue: Catalogue) -> Path | None:
        """Give the folder of an edition that does not ship."""
        if catalogue is self._newest:
            return self._own
        return next((folder for folder, read in self._read.items() if read is catalogue), None)


def _beside(folder: Path, edition: str) -> tuple[Path, ...]:
    """Give the folder of an earlier edition, if it is there; an id is never taken for a path."""
    editions = folder / EDITIONS
    known = editions.iterdir() if editions.is_dir() else ()
    return tuple(path for path in known if path.name == edition and path.is_dir())


@lru_cache(maxsize=8)
def _read_shipped(folder: Path) -> Catalogue:
    """Load an edition that ships, once: it does not change while the program runs."""
    return load(folder)
