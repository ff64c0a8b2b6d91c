"""Sentences with a number in them: one form for one, another for several."""

from __future__ import annotations

from typing import NamedTuple


class Plural(NamedTuple):
    """The English forms of a sentence, and the name of the value that chooses between them."""

    one: str
    other: str
    by: str = "count"
