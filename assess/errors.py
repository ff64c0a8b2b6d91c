"""What can go wrong, said in sentences that an expert can act on."""

from __future__ import annotations

from collections.abc import Iterable


class AssessError(Exception):
    """It could not be done; the message is one clear sentence that says what would be right."""


class Refused(AssessError):
    """An input has faults, each a sentence that begins with its place; nothing of it was taken."""

    def __init__(self, what: str, faults: Iterable[str]) -> None:
        """Keep the faults in their order, and say them all in the message."""
        self.what = what
        self.faults = tuple(faults)
        super().__init__("\n".join([what, *(f"  {fault}" for fault in self.faults)]))


class CatalogueFault(Refused):
    """The folder of indicators has faults: every one of them, with file and field."""


class NotFound(AssessError):
    """A case, a question or a file of that name does not exist."""


class StoreFault(AssessError):
    """The database cannot be read or written as it is."""


class RenderFault(AssessError):
    """A document could not be printed."""
