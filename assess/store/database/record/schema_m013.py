"""The views of the record as migration m013 makes them, which know erased fields; never edited."""

from __future__ import annotations

from assess.store.database.record.schema_m012 import VIEWS as _BEFORE

_PATCHED = """(SELECT CASE WHEN json_type(entry.parts, '$.instead') IS NULL THEN entry.body
    ELSE json_patch(entry.body, json_extract(entry.parts, '$.instead')) END)"""
"""A body; of erased fields with what is read in their place."""

_CHANGED = {
    "details": ("case_id, body,", f"case_id, {_PATCHED} AS body,"),
    "answer": ("THEN entry.body", f"THEN {_PATCHED}"),
    "proposal": ("THEN entry.body", f"THEN {_PATCHED}"),
    "edition": ("AS number, body,", f"AS number, {_PATCHED} AS body,"),
    "plan": ("json_set(body,", f"json_set({_PATCHED},"),
}

_DECISIONS = {
    "decision": (
        ("'state' THEN body", f"'state' THEN {_PATCHED}"),
        ("json_set(body,", f"json_set({_PATCHED},"),
    ),
    "register": (
        ("json_set(body,", f"json_set({_PATCHED},"),
        ("side = 0", "side = 0 AND json_type(entry.body, '$.kind') IS NOT NULL"),
    ),
}
"""A decision of which everything was erased is none of the register any more."""


def _view(name: str) -> str:
    found = next(view for view in _BEFORE if f"CREATE VIEW {name} AS" in view)
    for old, new in (_CHANGED[name],) if name in _CHANGED else _DECISIONS[name]:
        found = found.replace(old, new)
    return found


STATEMENTS = (
    *(
        statement
        for name in (*_CHANGED, *_DECISIONS)
        for statement in (f"DROP VIEW {name}", _view(name))
    ),
    "CREATE INDEX entry_of_erased ON entry (seq) WHERE kind = 'erased'",
)
