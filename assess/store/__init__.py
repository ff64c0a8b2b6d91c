"""The store: one SQLite file in which answers are only ever added."""

from assess.store.case.places import Place
from assess.store.store import Store

__all__ = ["Place", "Store"]
