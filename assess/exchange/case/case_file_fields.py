"""The form of a case file: its fields, and what of a file has it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import Field, JsonValue, StringConstraints, TypeAdapter, ValidationError

from assess.core.advice.plan import PlanEntry
from assess.core.advice.review import Edit
from assess.core.case.answer import Answer, AnswerValue, Evidence
from assess.core.case.assessment import Impartiality, Mode, State, StateChange
from assess.core.case.history.proposal import Decision
from assess.core.case.organisation import Organisation
from assess.core.case.work_time import WorkSpell
from assess.core.catalogue.answer_status import Status
from assess.core.label.decision import LabelDecision
from assess.core.label.eligibility import Verdict
from assess.core.text.value import LanguageCode, Said, Value
from assess.languages import gettext
from assess.languages.validation import after_colon, say_flaw

FORMAT: Literal["assess-case"] = "assess-case"
VERSION = 7
"""The newest version; every older one is read as well."""

SINCE: Mapping[str, int] = {"time": 2, "files": 2, "editions": 3, "plan": 5, "record": 6}
"""The version in which a field came; a file says the oldest one that has all its fields."""

OF_NOTES, SINCE_NOTES = frozenset({"for_report", "note_withheld"}), 4
"""The fields of an answer that tell of private notes, and the version in which they came."""

OF_LANGUAGE, SINCE_LANGUAGE = frozenset({"asked_in", "note_in"}), 7
"""The fields of the case and of its answers that name a language, and their version."""

OF_MESSAGE, SINCE_MESSAGE = "message", 5
"""What an edit of the message is about, and the version in which such edits came."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

CaseId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]

V = TypeVar("V", bound=Value)


class FileCase(Value):
    """What the file states about the case itself."""

    id: CaseId | None = None
    portfolio: Said
    interview_date: date
    mode: Mode
    expert: Said
    contact: str | None = None
    project_code: str | None = None
    state: State = State.IN_PROGRESS
    pool_consent: bool = False
    impartiality: Impartiality | None = None
    synthetic: bool = False
    created_at: datetime | None = None
    asked_in: LanguageCode | None = None
    """Since version 7: the language in which the manager is asked."""


_OF_ANSWER = tuple(Answer.model_fields)


class _Stated(Value):
    """What is stated to a question."""

    question: str
    status: Status = Status.ANSWERED
    value: AnswerValue = None
    reason: str | None = None
    note: str | None = None
    for_report: bool | None = None
    """Since version 4: whether the note may be in reports, forms and tables; not stated: it may."""
    note_withheld: bool = False
    """Since version 4: there is a private note, whose text this file does not have."""
    evidence: tuple[Evidence, ...] = ()
    flag: bool = False
    follow_up_by: date | None = None
    asked_in: LanguageCode | None = None
    """Since version 7: the language in which it was asked."""
    note_in: LanguageCode | None = None
    """Since version 7: the language of the note."""

    @cached_property
    def answer(self) -> Answer:
        """It as an answer; ValidationError where its value does not go with its status."""
        held = vars(self)
        return Answer(**{name: held[name] for name in _OF_ANSWER if name in held})


class FileAnswer(_Stated):
    """One answer as the file writes it."""

    contradiction: bool = False
    """Whether it contradicted another answer when the file was written: an open point, no fault."""
    at: datetime | None = None
    by: str | None = None
    undo: bool = False
    """Whether this entry took the one before it back."""


class FileProposal(_Stated):
    """An answer that somebody proposed, and what was decided on it."""

    source: Said
    """Where it came from, in words."""
    at: datetime | None = None
    decision: Decision | None = None
    """Nothing while it waits."""
    decided_at: datetime | None = None
    decided_by: str | None = None


class FileState(StateChange):
    """That a case was finished or reopened: why, by whom and when."""

    reason: str | None = None


class FileEntry(LabelDecision):
    """One decision on the label of a case: only ever added, never changed."""

    rule: str | None = None
    warnings: tuple[str, ...] = ()


class FileEdition(Value):
    """An edition of the report that was issued; its PDF is among the files, by its SHA-256."""

    number: int = Field(ge=1)
    on: date
    by: Said
    sha256: Sha256
    """Of the record, as it is printed in the report."""
    pdf_sha256: Sha256
    pages: int = Field(ge=1)
    supersedes: int | None = None
    at: datetime | None = None
    draft: Sha256
    """Tells whether a later draft says anything else."""
    record: dict[str, JsonValue]
    """All that the report says, word for word."""


RecordKind = Literal[
    "case",
    "person",
    "organisation",
    "catalogue",
    "details",
    "answer",
    "state",
    "verdict",
    "edit",
    "plan",
    "register",
    "edition",
    "proposal",
    "settled",
    "spell",
    "survey",
    "merged",
    "migrated",
    "erased",
]
"""The kinds of entries that a case has."""

Hexadecimal = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]


class FileRecordEntry(Value):
    """An entry of the record, whose hash covers a salted commitment to each of its fields."""

    kind: RecordKind
    at: Said
    """When it was entered, by the clock of the device."""
    before: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]
    """The hash of the entry that it follows; empty: it is the first."""
    fields: dict[str, JsonValue]
    seed: Hexadecimal | None = None
    """From which the salts of all fields follow; without it `salts` has those of open ones."""
    salts: dict[str, Hexadecimal] = Field(default_factory=dict)
    closed: dict[str, Sha256] = Field(default_factory=dict)
    """The commitments of fields that were erased, or are withheld in this file."""
    hash: Sha256


class CaseFile(Value):
    """A whole case file."""

    format: Literal["assess-case"]
    version: Literal[1, 2, 3, 4, 5, 6, 7]
    catalogue: Said
    organisation: Organisation
    case: FileCase
    answers: tuple[FileAnswer, ...] = ()
    history: tuple[FileAnswer, ...] = ()
    """Earlier answers, which later ones replaced or the routing hides; oldest first."""
    drafts: dict[str, str] = Field(default_factory=dict)
    """What was typed for a question and is no answer yet."""
    proposals: tuple[FileProposal, ...] = ()
    """What was sent ahead or came from elsewhere, oldest first; a decided one changes nothing."""
    states: tuple[FileState, ...] = ()
    """When the case was finished or reopened, and why; oldest first."""
    verdicts: tuple[Verdict, ...] = ()
    """Verdicts on the criteria of the label, oldest first; the newest of each counts."""
    edits: tuple[Edit, ...] = ()
    """What the expert made of recommendations and strengths, and since version 5 of the message;
    oldest first."""
    plan: tuple[PlanEntry, ...] = ()
    """Since version 5: what was agreed on recommendations, oldest first; the newest counts."""
    register_entries: tuple[FileEntry, ...] = Field(default=(), alias="register")
    """What was proposed and decided, oldest first."""
    time: tuple[WorkSpell, ...] = ()
    """Since version 2: when was worked on which question, in the order in which it was kept."""
    editions: tuple[FileEdition, ...] = ()
    """Since version 3: the editions of the report, oldest first."""
    record: tuple[FileRecordEntry, ...] = ()
    """Since version 6: every entry of the record of the case, in order; the last one is its head.
    What the sections above say follows from those that it follows, merges left aside."""
    files: dict[str, str] = Field(default_factory=dict)
    """Since version 2: copies of files that back answers, as Base64 by their SHA-256; since
    version 3 the PDFs of editions as well."""


class FieldFault(NamedTuple):
    """A fault, and where in the file it is (the number of the field, that of the entry)."""

    place: tuple[int, int]
    text: str


FIELDS = tuple(info.alias or name for name, info in CaseFile.model_fields.items())


def fault(section: str, index: int, text: str) -> FieldFault:
    """Give a fault of an entry of a section; index -1 is the section as a whole."""
    order = FIELDS.index(section) if section in FIELDS else len(FIELDS)
    return FieldFault((order, index), text)


@dataclass
class Formed:
    """What of a file has the right form; entries by their number in the file."""

    catalogue: str | None = None
    organisation: Organisation | None = None
    case: FileCase | None = None
    country: str | None = None
    """This and the next three stand here even where a field beside them is wrong."""
    website: str | None = None
    portfolio: str | None = None
    interview_date: date | None = None
    answers: dict[int, FileAnswer] = field(default_factory=dict)
    history: dict[int, FileAnswer] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    proposals: dict[int, FileProposal] = field(default_factory=dict)
    states: dict[int, FileState] = field(default_factory=dict)
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    edits: dict[int, Edit] = field(default_factory=dict)
    plan: dict[int, PlanEntry] = field(default_factory=dict)
    entries: dict[int, FileEntry] = field(default_factory=dict)
    time: dict[int, WorkSpell] = field(default_factory=dict)
    editions: dict[int, FileEdition] = field(default_factory=dict)
    record: dict[int, FileRecordEntry] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


class _Head(Value):
    catalogue: Said


class _Country(Value):
    country: Said


class _Website(Value):
    website: str | None = None


class _Portfolio(Value):
    portfolio: Said


class _Interview(Value):
    interview_date: date


class _Drafts(Value):
    drafts: dict[str, str]


class _Files(Value):
    files: dict[str, str]


def formed(plain: dict[str, Any]) -> tuple[Formed, list[FieldFault]]:
    """Take apart what has the right form, and name every fault of form.

    A part with a fault hides nothing of the parts around it.
    """
    file, found = Formed(), list[FieldFault]()
    for name in plain:
        if name not in FIELDS or SINCE.get(name, 1) > plain["version"]:
            found.append(
                fault(name, -1, gettext("{field}: there is no field of this name", field=name))
            )
    head = {"catalogue": plain["catalogue"]} if "catalogue" in plain else {}
    stated = _one(head, _Head, "", "catalogue", found)
    file.catalogue = stated.catalogue if stated else None
    file.organisation = _required(plain, "organisation", Organisation, found)
    file.case = _required(plain, "case", FileCase, found)
    of_country = _alone(plain, "organisation", _Country)
    file.country = of_country.country if of_country else None
    of_website = _alone(plain, "organisation", _Website)
    file.website = of_website.website if of_website else None
    of_portfolio = _alone(plain, "case", _Portfolio)
    file.portfolio = of_portfolio.portfolio if of_portfolio else None
    of_interview = _alone(plain, "case", _Interview)
    file.interview_date = of_interview.interview_date if of_interview else None
    file.answers = _several(plain, "answers", FileAnswer, found)
    file.history = _several(plain, "history", FileAnswer, found)
    if "drafts" in plain:
        drafts = _one({"drafts": plain["drafts"]}, _Drafts, "", "drafts", found)
        file.drafts = drafts.drafts if drafts else {}
    file.proposals = _several(plain, "proposals", FileProposal, found)
    file.states = _several(plain, "states", FileState, found)
    file.verdicts = _several(plain, "verdicts", Verdict, found)
    file.edits = _several(plain, "edits", Edit, found)
    file.plan = _several(plain, "plan", PlanEntry, found)
    file.entries = _several(plain, "register", FileEntry, found)
    file.time = _several(plain, "time", WorkSpell, found)
    file.editions = _several(plain, "editions", FileEdition, found)
    file.record = _several(plain, "record", FileRecordEntry, found)
    if "files" in plain:
        files = _one({"files": plain["files"]}, _Files, "", "files", found)
        file.files = files.files if files else {}
    return file, found


def _required(
    plain: dict[str, Any], name: str, model: type[V], found: list[FieldFault]
) -> V | None:
    if name not in plain:
        found.append(fault(name, -1, gettext("{field}: this field is missing", field=name)))
        return None
    return _one(plain[name], model, name, name, found)


def _alone(plain: dict[str, Any], section: str, model: type[V]) -> V | None:
    """Give fields of a section, whatever is wrong with those beside them."""
    stated = plain.get(section)
    if not isinstance(stated, dict):
        return None
    fields = {name: stated[name] for name in model.model_fields if name in stated}
    return _one(fields, model, "", section, [])


def _several(
    plain: dict[str, Any], name: str, model: type[V], found: list[FieldFault]
) -> dict[int, V]:
    entries = plain.get(name, [])
    if not isinstance(entries, list):
        found.append(
            fault(
                name,
                -1,
                gettext("{field}: {text} is not a list", field=name, text=brief(entries)),
            )
        )
        return {}
    with suppress(ValidationError):  # as nearly always: all of them at once
        whole = _adapter(model).validate_json(json.dumps(entries), strict=True)
        return dict(enumerate(whole))
    good: dict[int, V] = {}
    for index, entry in enumerate(entries):
        sound = _one(entry, model, f"{name}[{index}]", name, found, index)
        if sound is not None:
            good[index] = sound
    return good


@cache
def _adapter(model: type[V]) -> TypeAdapter[list[V]]:
    return TypeAdapter(list[model])  # type: ignore[valid-type]  # a type that is only known now


def _one(
    entry: Any, model: type[V], place: str, section: str, found: list[FieldFault], index: int = -1
) -> V | None:
    try:
        return model.model_validate_json(json.dumps(entry), strict=True)
    except ValidationError as error:
        found += [fault(section, index, text) for text in _sentences(error, place)]
        return None


def _sentences(error: ValidationError, place: str) -> Iterator[str]:
    for flaw in error.errors(include_url=False):
        where = place
        for step in flaw["loc"]:
            if isinstance(step, int):
                where += f"[{step}]"
            else:
                where += f".{step}" if where else step
        yield f"{where}: {_sentence(flaw['type'], flaw['msg'], flaw['input'], flaw.get('ctx', {}))}"


def _sentence(kind: str, message: str, said: object, context: dict[str, Any]) -> str:
    match kind:
        case "missing":
            return gettext("this field is missing")
        case "extra_forbidden":
            return gettext("there is no field of this name")
        case "enum" | "literal_error":
            return gettext(
                "{text} is not one of these: {words}", text=brief(said), words=context["expected"]
            )
        case "string_too_short":
            return gettext("the text is empty")
        case "string_pattern_mismatch" if "(0[1-9]|1[0-2])" in context["pattern"]:
            return gettext("{text} is not a month; write it like 2027-03", text=brief(said))
        case "string_pattern_mismatch" if "a-f" in context["pattern"]:
            return gettext("{text} is not a SHA-256, of 64 digits from 0 to f", text=brief(said))
        case _:
            return _not_wanted(kind, brief(said)) or after_colon(say_flaw(kind, message, context))


def _not_wanted(kind: str, said: str) -> str | None:
    """Say that a value is not of the kind that is wanted there; None for another fault."""
    match kind:
        case "string_type":
            return gettext("{text} is not a text", text=said)
        case "bool_type":
            return gettext("{text} is neither true nor false", text=said)
        case "int_type":
            return gettext("{text} is not a whole number", text=said)
        case "tuple_type":
            return gettext("{text} is not a list", text=said)
        case "dict_type" | "model_type" | "model_attributes_type":
            return gettext("{text} is not an object", text=said)
        case (
            "date_type"
            | "date_parsing"
            | "date_from_datetime_parsing"
            | "date_from_datetime_inexact"
        ):
            return gettext("{text} is not a day; write it like 2026-11-02", text=said)
        case "datetime_type" | "datetime_parsing" | "datetime_from_date_parsing":
            return gettext("{text} is not a time; write it like 2026-11-02T14:30:00Z", text=said)
        case "string_pattern_mismatch":
            return gettext(
                "{text} may only have letters, digits, hyphens, underscores and points",
                text=said,
            )
        case _:
            return None


def brief(value: object) -> str:
    """Show what a file says at one place, cut short."""
    text = json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
