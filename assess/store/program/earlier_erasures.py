"""What earlier erasures say is read instead: a later one takes a name out of that as well."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from assess.store.database.ledger import Ledger
from assess.store.database.record.stored_entry import COLUMNS, StoredEntry

_OF_CHAIN = (
    f"SELECT {', '.join(COLUMNS)} FROM entry "  # noqa: S608  our own names
    "WHERE kind = 'erased' AND case_id = ? AND json_type(body, '$.instead') IS NOT NULL "
    "ORDER BY seq"
)


def take_over(
    ledger: Ledger,
    chain: str,
    fields: dict[str, dict[str, Any]],
    instead: dict[str, dict[str, Any]],
) -> None:
    """Close what earlier erasures of a chain show, where a field of it is erased now.

    What else they show is carried over: it is added to `fields`, by the hashes of entries, and to
    `instead`, which a new erasure states.
    """
    given = {digest: dict(names) for digest, names in fields.items()}
    for row in _earlier(ledger, chain):
        shown: Mapping[str, Mapping[str, Any]] = json.loads(row.body)["instead"]
        if not any(shown.get(digest, {}).keys() & names.keys() for digest, names in given.items()):
            continue
        for digest, values in shown.items():
            staying = {
                name: value for name, value in values.items() if name not in given.get(digest, {})
            }
            fields.setdefault(digest, {}).update(dict.fromkeys(values))
            if staying:
                instead[digest] = {**staying, **instead.get(digest, {})}
        fields.setdefault(row.hash, {})["instead"] = None
        ledger.erasures.close(row, ["instead"], {})


def close_shown(
    ledger: Ledger, chain: str, kept: Collection[str]
) -> tuple[dict[str, list[str]], dict[str, dict[str, Any]]]:
    """Close what earlier erasures of a case show, since it goes; `kept` are entries that stay.

    Gives which fields are closed, by the hashes of entries, and what is still shown of those kept.
    """
    closed: dict[str, set[str]] = defaultdict(set)
    instead: dict[str, dict[str, Any]] = {}
    for row in _earlier(ledger, chain):
        for digest, values in json.loads(row.body)["instead"].items():
            if digest in kept:
                instead.setdefault(digest, {}).update(values)
                closed[digest].update(values)
        ledger.erasures.close(row, ["instead"], {})
        closed[row.hash].add("instead")
    return {digest: sorted(names) for digest, names in closed.items()}, instead


def _earlier(ledger: Ledger, chain: str) -> list[StoredEntry]:
    return [StoredEntry(*row) for row in ledger.rows(_OF_CHAIN, (chain,))]
