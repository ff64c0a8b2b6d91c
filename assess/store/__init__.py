"""The store: one SQLite file in which answers are only ever added."""

from assess.store.store import Place, Store

__all__ = ["Place", "Store"]
