"""The case file: one case as JSON, written, and read as a whole or not at all."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import Field, TypeAdapter

from assess.core.advice.plan import PlanEntry
from assess.core.advice.review import Edit
from assess.core.case.answer import Answer, Evidence
from assess.core.case.assessment import Assessment, Case, Details, StateChange, is_relevant
from assess.core.case.history.change import in_order
from assess.core.case.history.proposal import Decided, Proposal
from assess.core.case.kept import understood_change, understood_proposal
from assess.core.case.work_time import WorkSpell
from assess.core.catalogue.answer_status import Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.label.decision import LabelDecision
from assess.core.label.eligibility import Verdict
from assess.core.label.kept import understood_decision
from assess.core.record.entry import RecordEntry
from assess.core.report.record.edition import FrozenEdition
from assess.core.text.value import Value
from assess.errors import Refused
from assess.exchange.case.case_faults import contradicts, faults
from assess.exchange.case.case_file_fields import (
    FORMAT,
    OF_LANGUAGE,
    OF_MESSAGE,
    OF_NOTES,
    SINCE,
    SINCE_LANGUAGE,
    SINCE_MESSAGE,
    SINCE_NOTES,
    VERSION,
    CaseFile,
    FileAnswer,
    FileCase,
    FileEdition,
    FileEntry,
    FileProposal,
    FileState,
    brief,
    formed,
)
from assess.exchange.case.edition_faults import kept_edition
from assess.exchange.case.record_section import as_filed, as_recorded
from assess.exchange.container.strict_json import parsed
from assess.languages import gettext, ngettext
from assess.languages.understanding import in_english, understood

V = TypeVar("V", bound=Value)


class CarriedCase(Value):
    """A case with everything that travels with it; each history is whole, oldest first."""

    assessment: Assessment
    history: tuple[Answer, ...] = ()
    """Every answer ever given; the newest ones, which `assessment` has, may be left out."""
    drafts: dict[str, str] = Field(default_factory=dict)
    proposals: tuple[Decided, ...] = ()
    states: tuple[StateChange, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    edits: tuple[Edit, ...] = ()
    plan: tuple[PlanEntry, ...] = ()
    entries: tuple[LabelDecision, ...] = ()
    time: tuple[WorkSpell, ...] = ()
    editions: tuple[FrozenEdition, ...] = ()
    record: tuple[RecordEntry, ...] = ()
    """Every entry of the record of the case, in order; none: the file is older than that."""
    files: dict[str, bytes] = Field(default_factory=dict)
    """Copies of files that back answers, and the PDFs of editions, by their SHA-256."""


def write(carried: CarriedCase, catalogue: Catalogue) -> str:
    """Write a case as the text of a case file; what the routing hides stands in the history."""
    return written(plain(carried, catalogue))


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def written(said: dict[str, Any]) -> str:
    """Write plain values as the text of a case file: a line for each entry of a section."""
    sections = ",\n".join(f"  {_ENCODER.encode(name)}: {_section(said[name])}" for name in said)
    return f"{{\n{sections}\n}}\n"


def _section(part: Any) -> str:
    if not part or not isinstance(part, list | dict):
        return _ENCODER.encode(part)
    if isinstance(part, list):
        lines = [_ENCODER.encode(item) for item in part]
        start, end = "[", "]"
    else:
        lines = [f"{_ENCODER.encode(name)}: {_ENCODER.encode(item)}" for name, item in part.items()]
        start, end = "{", "}"
    inside = ",\n    ".join(lines)
    return f"{start}\n    {inside}\n  {end}"


def plain(carried: CarriedCase, catalogue: Catalogue) -> dict[str, Any]:
    """Give a case as the plain values that its file writes."""
    assessment = carried.assessment
    case = assessment.case
    active = [
        assessment.answers[name]
        for name, question in catalogue.questions.items()
        if name in assessment.answers and is_relevant(question, assessment, catalogue)
    ]
    shown = {answer.question for answer in active}
    hidden = [answer for name, answer in assessment.answers.items() if name not in shown]
    earlier = _without_newest(carried.history, assessment)
    content = CaseFile(
        format=FORMAT,
        version=1,
        catalogue=case.catalogue,
        organisation=case.organisation,
        case=FileCase(
            id=case.id,
            state=case.state,
            synthetic=case.synthetic,
            created_at=case.created_at,
            **dict(case.details),
        ),
        drafts=dict(sorted(carried.drafts.items())),
        proposals=tuple(map(_proposal, carried.proposals)),
        states=tuple(map(_state, carried.states)),
        verdicts=carried.verdicts,
        edits=carried.edits,
        plan=carried.plan,
        register_entries=tuple(map(_entry, carried.entries)),
        time=carried.time,
        editions=tuple(map(_edition, carried.editions)),
        record=tuple(map(as_filed, carried.record)),
        files=_packed(carried.files),
    )
    said = content.model_dump(mode="json", by_alias=True)
    if case.details.asked_in is None:
        del said["case"]["asked_in"]  # older programs know no such field
    said["answers"] = _ANSWERS.dump_python(active, mode="json")
    for entry, answer in zip(said["answers"], active, strict=True):
        if contradicts(answer, assessment, catalogue):
            entry["contradiction"] = True
    said["history"] = _ANSWERS.dump_python(list(in_order(earlier, hidden)), mode="json")
    for name in (
        "answers",
        "history",
        "proposals",
        "states",
        "verdicts",
        "edits",
        "plan",
        "register",
    ):
        said[name] = [_without_the_unsaid(entry) for entry in said[name]]
        for evidence in (item for entry in said[name] for item in entry.get("evidence", ())):
            if not evidence["stored"] or evidence.get("sha256") not in carried.files:
                del evidence["stored"]
    said["record"] = [_opened(entry) for entry in said["record"]]
    for name in _MAY_BE_MISSING:
        if not said[name]:
            del said[name]
    with_notes = ("answers", "history", "proposals")
    of_notes = any(OF_NOTES & entry.keys() for name in with_notes for entry in said.get(name, ()))
    of_message = any(edit["about"] == OF_MESSAGE for edit in said.get("edits", ()))
    said["version"] = max(
        SINCE_NOTES if of_notes else 1,
        SINCE_MESSAGE if of_message else 1,
        SINCE_LANGUAGE if _names_language(said) else 1,
        *(SINCE.get(name, 1) for name in said),
    )
    return said


def _names_language(said: dict[str, Any]) -> bool:
    """Tell whether the case or anything in its record names a language."""
    entries = (*said.get("answers", ()), *said.get("history", ()), *said.get("proposals", ()))
    recorded = (entry["fields"] for entry in said.get("record", ()))
    return any(OF_LANGUAGE & fields.keys() for fields in (said["case"], *entries, *recorded))


_ANSWERS = TypeAdapter(list[Answer])

_MAY_BE_MISSING = (
    *("history", "drafts", "proposals", "states", "verdicts", "edits", "plan"),
    "register",
    *("time", "editions", "record", "files"),
)


def _opened(entry: dict[str, Any]) -> dict[str, Any]:
    """Leave out what an entry does not need: salts that follow from its seed, or no seed."""
    return {
        name: value
        for name, value in entry.items()
        if not (name in ("seed", "salts", "closed") and not value)
    }


def _packed(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: b64encode(files[name]).decode("ascii") for name in sorted(files)}


def _edition(edition: FrozenEdition) -> FileEdition:
    note = {name: value for name, value in edition.note if name != "case"}
    return FileEdition(**note, at=edition.at, draft=edition.draft, record=edition.record)


def _proposal(settled: Decided) -> FileProposal:
    said = {name: value for name, value in settled.proposal if name != "id"}
    said["source"] = in_english(settled.proposal.source)
    decided = {name: value for name, value in settled if name != "proposal"}
    return FileProposal(**said, **decided)


def _state(change: StateChange) -> FileState:
    reason = change.reason and in_english(change.reason)
    return FileState(**{**dict(change), "reason": reason})


def _read_state(stated: FileState) -> StateChange:
    return understood_change(StateChange(**dict(_zoned(stated))), understood)


def _entry(decision: LabelDecision) -> FileEntry:
    """Give a decision with its rule and warnings in English: what they are in every case file."""
    said = dict(decision)
    said["rule"] = decision.rule and in_english(decision.rule)
    said["warnings"] = tuple(map(in_english, decision.warnings))
    return FileEntry(**said)


def _read_entry(entry: FileEntry) -> LabelDecision:
    return understood_decision(LabelDecision(**dict(_zoned(entry))), understood)


def _decided(stated: FileProposal, files: Collection[str]) -> Decided:
    said = {name: getattr(stated, name) for name in Proposal.model_fields if name != "id"}
    proposal = understood_proposal(_zoned(Proposal(**said)), understood)
    evidence = _held(proposal.evidence, files)
    return _zoned(
        Decided(
            proposal=proposal.model_copy(update={"evidence": evidence}),
            decision=stated.decision,
            decided_at=stated.decided_at,
            decided_by=stated.decided_by,
        )
    )


def _without_newest(history: tuple[Answer, ...], assessment: Assessment) -> list[Answer]:
    """Leave out the last entry of each question where it is the newest answer."""
    kept: list[Answer] = []
    seen: set[str] = set()
    for answer in reversed(history):
        if answer.question in seen or answer != assessment.answers.get(answer.question):
            kept.append(answer)
        seen.add(answer.question)
    return kept[::-1]


_FALSE_BY_RULE = frozenset({"flag", "contradiction", "own", "synthetic", "undo", "note_withheld"})


def _without_the_unsaid(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing: null, an empty list, false where that is the rule."""
    return {
        name: value
        for name, value in fields.items()
        if value is not None
        and not (name in ("evidence", "warnings") and value == [])
        and not (name in _FALSE_BY_RULE and value is False)
    }


def read(
    content: bytes,
    name: str,
    catalogue: Catalogue,
    *,
    now: datetime,
    new_id: str,
    called: Callable[[str], Catalogue | None] | None = None,
) -> CarriedCase:
    """Read a case file; `now` and `new_id` stand in where the file states neither.

    `called` gives the edition that the file names, if it is there; else `catalogue` is taken.

    Raises Refused with every fault and its place, and then nothing of the file is taken.
    """
    plain = parsed(content, name, "case file")
    if plain.get("format") != FORMAT:
        raise Refused(
            gettext(
                "{name} is not a case file: it does not say {field}: {format}.",
                name=name,
                field='"format"',
                format=f'"{FORMAT}"',
            ),
            (),
        )
    version = plain.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= VERSION:
        raise Refused(
            gettext(
                "{name} has version {version}; this program reads versions 1 to {newest}.",
                name=name,
                version=brief(version),
                newest=VERSION,
            ),
            (),
        )
    file, found = formed(plain)
    if called is not None and file.catalogue is not None:
        catalogue = called(file.catalogue) or catalogue
    found = [*found, *faults(file, catalogue)]
    if found or file.organisation is None or file.case is None or file.catalogue is None:
        in_order = [fault.text for fault in sorted(found, key=lambda fault: fault.place)]
        raise Refused(
            ngettext(
                "{name} has {count} fault; nothing was imported.",
                "{name} has {count} faults; nothing was imported.",
                len(found),
                name=name,
            ),
            in_order,
        )
    stated = file.case
    case = Case(
        id=stated.id or new_id,
        organisation=file.organisation,
        details=Details(**{field: getattr(stated, field) for field in Details.model_fields}),
        catalogue=file.catalogue,
        state=stated.state,
        synthetic=stated.synthetic,
        created_at=_in_zone(stated.created_at or now),
    )
    answers = {answer.question: answer for answer in _answers(file.answers.values(), file.files)}
    return CarriedCase(
        assessment=Assessment(case=case, answers=answers),
        history=tuple(_answers(file.history.values(), file.files)),
        drafts=file.drafts,
        proposals=tuple(_decided(proposal, file.files) for proposal in file.proposals.values()),
        states=tuple(map(_read_state, file.states.values())),
        verdicts=tuple(map(_zoned, file.verdicts.values())),
        edits=tuple(map(_zoned, file.edits.values())),
        plan=tuple(map(_zoned, file.plan.values())),
        entries=tuple(map(_read_entry, file.entries.values())),
        time=tuple(map(_zoned, file.time.values())),
        editions=tuple(kept_edition(edition, case.id) for edition in file.editions.values()),
        record=tuple(as_recorded(entry, case.id) for entry in file.record.values()),
        files={digest: b64decode(text) for digest, text in file.files.items()},
    )


def _answers(found: Iterable[FileAnswer], files: Collection[str]) -> Iterator[Answer]:
    """Give what counts as an answer: `skipped` follows from the routing and is not one."""
    for stated in found:
        answer = stated.answer
        if answer.status is Status.SKIPPED:
            answer = answer.model_copy(update={"status": Status.NOT_REACHED})
            if answer.says_nothing:
                continue
        if answer.evidence:
            answer = answer.model_copy(update={"evidence": _held(answer.evidence, files)})
        yield _zoned(answer)


def _held(evidence: Iterable[Evidence], files: Collection[str]) -> tuple[Evidence, ...]:
    """Say of a copied file that there is a copy only where it travels along."""
    return tuple(
        _zoned(item).model_copy(update={"stored": item.stored and item.sha256 in files})
        for item in evidence
    )


def _zoned(value: V) -> V:
    """Take moments without a time zone as UTC."""
    moments = {
        name: _in_zone(moment)
        for name, moment in vars(value).items()
        if isinstance(moment, datetime) and moment.tzinfo is None
    }
    return value.model_copy(update=moments) if moments else value


def _in_zone(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
