"""The store: one SQLite file in which answers are only ever added.

A name is loaded when it is first asked for: the list of cases is read without the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assess.store.case.places import Place
    from assess.store.store import Store

__all__ = ["Place", "Store"]

_PARTS = {"Place": "case.places", "Store": "store"}


def __getattr__(name: str) -> object:
    if name not in _PARTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PARTS[name]}"), name)
