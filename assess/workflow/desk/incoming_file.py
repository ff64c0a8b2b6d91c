"""A file that comes in: what it holds, what is wanted with it, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from assess.core.case.assessment import Assessment
from assess.workflow.desk.desk import Desk


class Incoming(NamedTuple):
    """One file of those that come in together."""

    path: Path
    content: bytes
    into: Assessment | None
    """The case for which its answers are wanted, if one was named."""
    as_proposals: bool
    """Whether its answers are to be proposed, and not taken as a case of their own."""
    known: dict[str, str]
    """Cases by id, and where each of them is already; a reader of cases adds those it read."""
    defaults: Mapping[str, str] = {}
    """What holds for rows of a table that do not say it themselves, by the column's name."""
    encoding: str | None = None
    """In which encoding a text is, where somebody says so."""
    as_new: bool = False
    """Whether a case file without an id is another case, however alike it is to one here."""
    is_one_of_many: bool = False
    templates: Path | None = None
    """The folder with the words of the questionnaire, by which its cover is known."""


class Arrived(NamedTuple):
    """What came in with a file, what did not and why; each a sentence without its full stop."""

    path: Path
    assessment: Assessment | None
    """The case that came in or that got something, as it is now; None: no single case."""
    came: tuple[str, ...]
    left: tuple[str, ...] = ()


Take = Callable[[], Arrived]
"""Takes in what was read and found right."""

Reader = Callable[[Desk, Incoming], Take]
"""Reads a file of one kind and changes nothing; raises Refused with all of its faults."""
