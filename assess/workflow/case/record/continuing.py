"""Taking the record of a case as it comes: a new case, or what another copy went on with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from assess.core.case.assessment import Assessment
from assess.core.record.entry import RecordEntry
from assess.core.record.past import Relation
from assess.core.text.name import normal
from assess.errors import Refused
from assess.exchange.case import case_file
from assess.exchange.case.case_file import CarriedCase
from assess.languages import gettext, listed, ngettext
from assess.store import Store
from assess.store.case.record_entries import past_of
from assess.temporary import TemporaryFolder
from assess.workflow.case.record.gathering import carried
from assess.workflow.desk.desk import Desk
from assess.workflow.desk.incoming_file import Arrived

_BESIDE = frozenset({"organisation", "record", "files", "drafts", "version", "format"})
"""What in a case file does not follow from its record."""


def relation(desk: Desk, brought: CarriedCase) -> Relation | None:
    """Tell how the copy of a file stands to the case here; None: the file has no record."""
    case_id = brought.assessment.case.id
    here = desk.store.entries.of(case_id)
    if not brought.record or not here:
        return None
    past = past_of((*here, *brought.record))
    return past.relation(desk.store.entries.head(case_id), brought.record[-1].hash)


def take_new(desk: Desk, brought: CarriedCase, name: str) -> None:
    """Take a case with its record, which is not here yet, within `writing`."""
    case = brought.assessment.case
    arrival = _arrival(desk, brought)
    desk.store.add_recorded(
        case,
        brought.record,
        drafts=brought.drafts,
        files=brought.files.values(),
        arrival=arrival,
        at=desk.now,
    )
    _demand_same(desk, brought, name)


def go_on(desk: Desk, brought: CarriedCase, path: Path) -> Arrived:
    """Take what another copy of a case went on with: its past has all that is here."""
    case = brought.assessment.case
    arrival = _arrival(desk, brought)
    before = len(desk.store.entries.of(case.id))
    with desk.store.writing():
        desk.store.continue_recorded(
            case,
            brought.record,
            drafts=brought.drafts,
            files=brought.files.values(),
            arrival=arrival,
            at=desk.now,
        )
        _demand_same(desk, brought, str(path))
    came = ngettext(
        "goes on with {case_id}: {count} new entry of its record",
        "goes on with {case_id}: {count} new entries of its record",
        len(desk.store.entries.of(case.id)) - before,
        case_id=case.id,
    )
    taken = desk.store.assessment(case.id)
    return Arrived(path, taken, (came,), differences(brought.assessment, taken))


def differences(stated: Assessment, taken: Assessment) -> tuple[str, ...]:
    """Say where the organisation was known already, and otherwise than the file says."""
    ours, theirs = taken.case.organisation, stated.case.organisation
    return tuple(
        gettext(
            "{field}: the organisation is known with {ours}, so {theirs} was not imported",
            field=field,
            ours=repr(getattr(ours, field)),
            theirs=repr(getattr(theirs, field)),
        )
        for field in ("name", "region", "website")
        if getattr(theirs, field) not in (None, getattr(ours, field))
        and (field != "name" or normal(theirs.name) != normal(ours.name))
    )


def merge_past(desk: Desk, brought: CarriedCase) -> None:
    """Keep the past of another copy, and enter that it was merged; within `writing`.

    A copy of which all is here already is no news.
    """
    if relation(desk, brought) in (None, Relation.SAME, Relation.OLDER):
        return
    case_id, other = brought.assessment.case.id, brought.record[-1].hash
    desk.store.merge_recorded(
        case_id,
        brought.record,
        other=other,
        arrival=_arrival(desk, brought),
        by=desk.name_for(desk.store.assessment(case_id)),
        at=desk.now,
    )


class _Withheld(NamedTuple):
    entries: dict[str, list[str]]
    without: list[str]


def _arrival(desk: Desk, brought: CarriedCase) -> str:
    """Say what arrives, and what of it is not in the file: withheld fields, files left out."""
    case_id = brought.assessment.case.id
    known = {entry.hash for entry in desk.store.entries.of(case_id)}
    new = [entry for entry in brought.record if entry.hash not in known]
    lacking = _lacking(desk, brought, new)
    return json.dumps({"head": brought.record[-1].hash, **lacking._asdict()})


def _lacking(desk: Desk, brought: CarriedCase, new: list[RecordEntry]) -> _Withheld:
    missing = {
        digest
        for entry in new
        for digest in _named_files(entry)
        if digest not in brought.files and not desk.store.files.has(digest)
    }
    withheld = {entry.hash: sorted(entry.closed) for entry in new if entry.closed}
    return _Withheld(withheld, sorted(missing))


def _named_files(entry: RecordEntry) -> Iterator[str]:
    for piece in entry.fields.get("evidence", ()):
        if piece.get("stored") and piece.get("sha256"):
            yield piece["sha256"]


def demand_own_record(desk: Desk, brought: CarriedCase, name: str) -> None:
    """Refuse a file whose sections say something else than its own record, whatever is here.

    Its record is read in a database of its own for that, encrypted as the one here.
    """
    if relation(desk, brought) is Relation.SAME and not _differing(desk, desk, brought):
        return
    case = brought.assessment.case
    secret = desk.store.ledger.passphrase
    with TemporaryFolder("record") as folder:
        path = folder.path / "record.db"
        with Store(path, now=desk.now, passphrase=secret) as store:
            apart = replace(desk, store=store)
            store.add_recorded(
                case,
                brought.record,
                drafts={},
                files=brought.files.values(),
                arrival=_arrival(apart, brought),
                at=desk.now,
            )
            differing = _differing(desk, apart, brought)
    if differing:
        raise _altered(name, differing)


def _demand_same(desk: Desk, brought: CarriedCase, name: str) -> None:
    """Refuse a file whose sections say something else than the record in it."""
    if differing := _differing(desk, desk, brought):
        raise _altered(name, differing)


def _differing(desk: Desk, held: Desk, brought: CarriedCase) -> list[str]:
    """Give the sections of a file that say something else than what is held of its record."""
    case = brought.assessment.case
    taken = carried(held, held.store.assessment(case.id), with_files=False)
    catalogue = desk.catalogue_of(case)
    stated = _comparable(case_file.plain(brought, catalogue))
    recorded = _comparable(case_file.plain(taken, catalogue))
    _disregard_withheld(stated, recorded)
    return [
        field
        for field in dict.fromkeys((*stated, *recorded))
        if stated.get(field) != recorded.get(field)
    ]


def _altered(name: str, differing: list[str]) -> Refused:
    return Refused(
        gettext(
            "{name} was altered after it was written: its record differs from {fields}. "
            "Nothing was imported.",
            name=name,
            fields=listed(differing),
        ),
        (),
    )


def _disregard_withheld(stated: dict[str, Any], recorded: dict[str, Any]) -> None:
    """Leave notes aside that a file withholds: they may be known here."""
    for name in ("answers", "history", "proposals"):
        for there, here in zip(stated.get(name, ()), recorded.get(name, ()), strict=False):
            if there.get("note_withheld"):
                for field in ("note", "for_report", "note_withheld"):
                    there.pop(field, None)
                    here.pop(field, None)


def _comparable(said: dict[str, Any]) -> dict[str, Any]:
    """Give what follows from the record, without what depends on the files that came along."""
    kept = {name: part for name, part in said.items() if name not in _BESIDE}
    for part in kept.values():
        for entry in part if isinstance(part, list) else ():
            for piece in entry.get("evidence", ()):
                piece.pop("stored", None)
    return kept
