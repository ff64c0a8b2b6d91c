"""What can go wrong, said in sentences that an expert can act on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Self

from assess.languages import gettext


class Way(StrEnum):
    """What would help, which each front end offers in its own way: by an option, or by asking."""

    ALL_ROWS = "all_rows"
    AS_NEW = "as_new"
    AS_PROPOSALS = "as_proposals"
    COUNTRY = "country"
    DATABASE = "database"
    EDITION = "edition"
    ENCODING = "encoding"
    ENCRYPT = "encrypt"
    FOLDER_OF_EDITION = "folder_of_edition"
    FORCE = "force"
    IDENTITY = "identity"
    INDICATORS = "indicators"
    INTO = "into"
    LOST_KEY = "lost_key"
    PASSPHRASE = "passphrase"  # noqa: S105  the name of a way, not a secret
    PUBLISHER = "publisher"
    PORTFOLIO = "portfolio"
    RENAME = "rename"
    UNDO = "undo"
    UNREVIEWED = "unreviewed"
    WITHOUT_FILES = "without_files"


class AssessError(Exception):
    """It could not be done; the message is one clear sentence that says what would be right.

    It is the same for every front end and names no option and no key; `ways` are what would help.
    """

    ways: tuple[Way, ...] = ()

    def helped_by(self, *ways: Way) -> Self:
        """Give the same error, with what would help."""
        self.ways = ways
        return self


class Refused(AssessError):
    """An input has faults, each a sentence that begins with its place; nothing of it was taken."""

    def __init__(self, what: str, faults: Iterable[str]) -> None:
        """Keep the faults in their order, and say them all in the message."""
        self.what = what
        self.faults = tuple(faults)
        super().__init__("\n".join([what, *(f"  {fault}" for fault in self.faults)]))


class KnownCase(Refused):
    """A file is the case that is here already; it may be read as another copy of that."""


class CatalogueFault(Refused):
    """The folder of indicators has faults: every one of them, with file and field."""


class NotFound(AssessError):
    """A case, a question or a file of that name does not exist."""


class UnknownCase(NotFound):
    """No case is called as it was typed."""

    def __init__(self, wanted: str, what: str) -> None:
        """Keep what was typed, for whoever knows of cases elsewhere."""
        self.wanted = wanted
        super().__init__(what)


class StoreFault(AssessError):
    """The database cannot be read or written as it is."""


class DamagedStore(StoreFault):
    """The file of the database is damaged: a failing disk, or a program that wrote into it."""

    def __init__(self, path: Path, what: str) -> None:
        """Keep which file it is and what is wrong, for whoever saves what is readable."""
        self.path = path
        self.what = what
        super().__init__(
            gettext(
                "{path} is damaged ({fault}). Do not change the file: `assess restore` "
                "shows what you can do.",
                path=path,
                fault=what,
            )
        )


class Unreachable(AssessError):
    """A service does not answer now; the same may be tried later."""


class RenderFault(AssessError):
    """A document could not be printed."""
