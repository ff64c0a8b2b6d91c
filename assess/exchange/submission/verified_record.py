"""The record of a revision as its case file proves it: nothing that the sender says is believed."""

from __future__ import annotations

from pydantic import TypeAdapter

from assess.core.record.past import PastStep, step_of
from assess.core.record.wholeness import entry_faults
from assess.core.submission.revision import CaseRevision
from assess.core.submission.standing import steps_in
from assess.exchange.case.case_file_fields import FORMAT, VERSION, FileRecordEntry
from assess.exchange.case.record_section import as_recorded

_READ = range(6, VERSION + 1)
"""The versions of the case file that bring their record; what is newer cannot be read."""

_ENTRIES = TypeAdapter(tuple[FileRecordEntry, ...])


def verified_steps(revision: CaseRevision) -> list[PastStep]:
    """Work out the steps of a record from the entries in the case file, the head last.

    Raises ValueError, whose text names the place, where an entry is not what its hash says, where
    what it follows is missing, or where the document says another record, head, case or catalogue.
    """
    document, file = revision.document, revision.file
    version = file.get("version")
    if file.get("format") != FORMAT or type(version) is not int or version not in _READ:
        raise ValueError("file.version")
    case = file.get("case")
    if not isinstance(case, dict) or case.get("id") != revision.case:
        raise ValueError("file.case.id")
    if file.get("catalogue") != document["catalogue"]:
        raise ValueError("file.catalogue")
    filed = _ENTRIES.validate_python(file.get("record", ()))
    if not filed:
        raise ValueError("file.record")
    entries = [as_recorded(entry, revision.case) for entry in filed]
    stated = [entry.hash for entry in filed]
    for place, fault in entry_faults(zip(entries, stated, strict=True)):
        raise ValueError(f"file.record[{place}]: {fault.value}")
    try:
        steps = [step_of(entry, proven) for entry, proven in zip(entries, stated, strict=True)]
    except (AttributeError, TypeError) as error:
        raise ValueError("file.record: heads") from error
    if sorted(steps) != sorted(steps_in(document)):
        raise ValueError("record")
    if steps[-1].hash != revision.head:
        raise ValueError("head")
    return steps
