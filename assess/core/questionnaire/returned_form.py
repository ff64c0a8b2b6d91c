"""A returned questionnaire: what stands on its lines, read into proposals; what cannot be, said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.checking import check_value
from assess.core.case.history.proposal import Proposal
from assess.core.case.reading.answer import read
from assess.core.case.reading.day import read_day
from assess.core.case.reading.question_parts import read_parts
from assess.core.case.value_form import form_findings
from assess.core.catalogue.answer_status import CHOSEN_BY_EXPERT, Status
from assess.core.catalogue.catalogue import Catalogue
from assess.core.catalogue.question import (
    CountsQuestion,
    Question,
    SelectMultipleQuestion,
    SharesQuestion,
    StoriesQuestion,
)
from assess.core.questionnaire.prefill import NONE
from assess.core.questionnaire.questionnaire import (
    FormItem,
    FormLine,
    FormOption,
    item_of,
    statuses,
)
from assess.core.text.message import Text
from assess.core.text.value import Value
from assess.core.text.words import shortened
from assess.core.text.words_of import words_of

NO_REASON = "No reason is given in the returned questionnaire."
IN_FORM = "In the questionnaire: "

_CODES = {
    status.value: status.value for status in (*CHOSEN_BY_EXPERT, Status.ANSWERED, Status.SKIPPED)
}
_YES = frozenset({"yes", "y", "x", "✓", "✔", "☒", "☑", "true", "1"})
_NO = frozenset({"no", "n", "-", "false", "0"})


class FormEntry(NamedTuple):
    """What stands at one place of a form: as text, with the place in words."""

    text: str
    place: str
    fault: str | None = None
    """Why it cannot be an answer, where the form itself shows that."""


@dataclass(frozen=True)
class Returned:
    """A form as it came back, by the keys of its lines and the names of its questions."""

    lines: Mapping[str, FormEntry]
    statuses: Mapping[str, FormEntry]
    notes: Mapping[str, FormEntry]
    case: str | None = None
    """The case that it was made for, if it says so."""
    organisation: str | None = None
    catalogue: str | None = None
    reasons: Mapping[str, FormEntry] = field(default_factory=dict)
    """Why a question has no answer, or why an unusual one is right; only tables have them."""
    due: Mapping[str, FormEntry] = field(default_factory=dict)
    """By which day an answer will follow; only tables have it."""
    seen: frozenset[str] = frozenset()
    """The lines that are on the form, filled in or not."""
    remarks: tuple[str, ...] = ()
    """What was met on the way, each with its place."""


class ReadForm(Value):
    """What a returned form proposes, and what of it could not be read as it stands."""

    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...]


def text_of(number: float) -> str:
    """Write a number so that it can be read in one way only: never like thousands in groups."""
    text = format(Decimal(repr(number)).normalize(), "f")
    return f"{text}0" if re.fullmatch(r"-?\d{1,3}\.\d{3}", text) else text


def read_form(
    returned: Returned,
    assessment: Assessment,
    catalogue: Catalogue,
    source: str,
    items: Mapping[str, FormItem] | None = None,
) -> ReadForm:
    """Read a returned form; what cannot be an answer is kept as a note, and said.

    `items` are the questions as laid out before, for who reads many forms.
    """
    remarks = list(returned.remarks)
    offered = statuses(catalogue)
    found: dict[str, Proposal] = {}
    known: set[str] = set()
    for name, question in catalogue.questions.items():
        item = items[name] if items is not None else item_of(question, catalogue)
        known.update(line.key for line in item.lines)
        reading = _Question(question, item, returned, assessment, catalogue, offered)
        proposal = reading.proposal(source)
        remarks += reading.remarks
        if proposal is not None:
            found[name] = proposal
    remarks += _unknown(returned, known, catalogue)
    remarks += _missing(returned, known)
    remarks += _relations(found, returned, assessment, catalogue)
    return ReadForm(proposals=tuple(found.values()), remarks=tuple(remarks))


def _unknown(returned: Returned, known: set[str], catalogue: Catalogue) -> Iterator[str]:
    for key, entry in returned.lines.items():
        if key not in known:
            shown = shortened(key, 60)
            yield f"{entry.place}: there is no line {shown!r} in the catalogue; not read"
    for entries in (returned.statuses, returned.notes, returned.reasons, returned.due):
        for name, entry in entries.items():
            if name not in catalogue.questions:
                shown = shortened(name, 60)
                yield f"{entry.place}: there is no question {shown!r} in the catalogue; not read"


def _missing(returned: Returned, known: set[str]) -> Iterator[str]:
    """Say which lines are not on the form any more; a form without any is not one of ours."""
    missing = sorted(known - returned.seen)
    if not missing or not returned.seen:
        return
    shown = ", ".join(missing[:5])
    more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
    was = "line is" if len(missing) == 1 else "lines are"
    yield f"{len(missing)} {was} not on the form any more: {shown}{more}"


def _relations(
    found: Mapping[str, Proposal],
    returned: Returned,
    assessment: Assessment,
    catalogue: Catalogue,
) -> Iterator[str]:
    """Say what does not fit together; it is proposed all the same, for the expert to settle."""
    answers = [
        Answer(question=name, status=proposal.status, value=proposal.value)
        for name, proposal in found.items()
        if proposal.value is not None
    ]
    together = assessment.with_answers(answers)
    for answer in answers:
        question = catalogue.questions[answer.question]
        is_reasoned = found[answer.question].reason is not None
        for finding in check_value(question, answer.value, together, catalogue):
            if finding.kind == "soft" and is_reasoned:
                continue
            lines = item_of(question, catalogue).lines
            place = next(
                returned.lines[line.key].place for line in lines if line.key in returned.lines
            )
            yield f"{place}: {words_of(question.title)}: {words_of(finding.text)}"


class _Question:
    """One question of a returned form while it is read."""

    def __init__(
        self,
        question: Question,
        item: FormItem,
        returned: Returned,
        assessment: Assessment,
        catalogue: Catalogue,
        offered: tuple[FormOption, ...],
    ) -> None:
        self._question, self._item, self._offered = question, item, offered
        self._assessment, self._catalogue = assessment, catalogue
        self._entries = {
            line.key: entry
            for line in item.lines
            if (entry := returned.lines.get(line.key)) and (entry.text.strip() or entry.fault)
        }
        self._status = returned.statuses.get(question.name)
        self._note = returned.notes.get(question.name)
        self._reason = returned.reasons.get(question.name)
        self._due = returned.due.get(question.name)
        self.remarks: list[str] = []

    def proposal(self, source: str) -> Proposal | None:
        """Give what the form proposes for the question; None: nothing."""
        value = self._value() if self._entries else None
        note = (self._note.text.strip() or None) if self._note else None
        if self._entries and value is None:
            note = "\n".join(filter(None, (note, self._as_said()))) or None
        status = self._chosen_status()
        if value is not None and status is not Status.IMPLAUSIBLE:
            if status not in (None, Status.ANSWERED) and self._status is not None:
                self.remarks.append(
                    f"{self._status.place}: {self._status.text!r} stands beside an answer; "
                    "the answer was read"
                )
            status = Status.ANSWERED
        if status is Status.ANSWERED and value is None:
            status = None
        reason = self._reason.text if self._reason else None
        if status is Status.NOT_APPLICABLE and reason is None:
            reason, note = note or NO_REASON, None
            if reason == NO_REASON and self._status:
                self.remarks.append(
                    f"{self._status.place}: it does not say why; a reason is needed"
                )
        if status in (None, Status.NOT_REACHED) and not note:
            return None
        return Proposal(
            question=self._question.name,
            status=status or Status.NOT_REACHED,
            value=value,
            reason=reason,
            note=note,
            follow_up_by=self._day_due(),
            source=source,
        )

    def _day_due(self) -> date | None:
        if self._due is None:
            return None
        reading = read_day(self._due.text)
        if reading.fault:
            self.remarks.append(f"{self._due.place}: {words_of(reading.fault.naming())}")
        return reading.day

    def _chosen_status(self) -> Status | None:
        entry = self._status
        if entry is None or not entry.text.strip():
            return None
        code = _CODES.get(entry.text.strip()) or _option(entry.text, self._offered)
        if code is None:
            self.remarks.append(
                f"{entry.place}: {_short(entry.text)} is none of the reasons for no answer "
                f"({', '.join(option.label for option in self._offered)})"
            )
            return None
        return None if code == Status.SKIPPED.value else Status(code)

    def _value(self) -> AnswerValue:
        """Read the lines into a value of the right form; None where that is not possible."""
        count = len(self.remarks)
        faulty = [entry for entry in self._entries.values() if entry.fault]
        for entry in faulty:
            kept = "; kept as a note" if entry.text.strip() else ""
            self.remarks.append(f"{entry.place}: {entry.fault}{kept}")
        value = None if faulty else self._read()
        if value is None:
            if len(self.remarks) == count:
                place = next(iter(self._entries.values())).place
                self.remarks.append(f"{place}: it is not complete; kept as a note")
            return None
        wrong = [*form_findings(self._question, value, self._catalogue)]
        place = next(iter(self._entries.values())).place
        self.remarks += [f"{place}: {words_of(finding.text)}; kept as a note" for finding in wrong]
        return None if wrong else value

    def _as_said(self) -> str:
        """Give what stands on the lines as a note, so that nothing of it gets lost."""
        labels = {line.key: line.label for line in self._item.lines}
        said = [
            f"{labels[key]}: {entry.text.strip()}" if labels[key] else entry.text.strip()
            for key, entry in self._entries.items()
            if entry.text.strip()
        ]
        return IN_FORM + "; ".join(said) if said else ""

    def _read(self) -> AnswerValue:
        match self._question:
            case SharesQuestion() | CountsQuestion():
                return self._shared()
            case SelectMultipleQuestion():
                return self._several()
            case StoriesQuestion():
                return self._stories()
            case _ if self._item.has_parts:
                return self._levels()
            case _:
                return self._single()

    def _single(self) -> AnswerValue:
        (line,) = self._item.lines
        entry = self._entries[line.key]
        if line.options:
            return self._picked(line, entry)
        reading = read(self._question, entry.text, self._assessment, self._catalogue)
        if reading.fault:
            self._say(entry, reading.fault)
            return None
        return reading.value

    def _picked(self, line: FormLine, entry: FormEntry) -> AnswerValue:
        code = _option(entry.text, line.options)
        if code is None:
            names = ", ".join(option.label for option in line.options)
            self._say(entry, f"{_short(entry.text)} is none of: {names}")
            return None
        return int(code) if line.kind == "level" else code

    def _levels(self) -> AnswerValue:
        found: dict[str, AnswerValue] = {}
        for line in self._item.lines:
            entry = self._entries.get(line.key)
            picked = None if entry is None else self._picked(line, entry)
            if picked is None:
                continue
            found[self._part(line)] = picked
        return found if len(found) == len(self._item.lines) else None

    def _shared(self) -> AnswerValue:
        question = self._question
        assert isinstance(question, SharesQuestion | CountsQuestion)  # noqa: S101  told apart by the caller
        texts = {
            self._part(line): self._entries[line.key].text
            for line in self._item.lines
            if line.key in self._entries
        }
        typed = read_parts(question, texts, self._assessment)
        for part, fault in typed.faults.items():
            self._say(self._entries[f"{question.name}.{part}"], fault)
        if typed.faults:
            return None
        if typed.value is None:
            missing = [part for part in question.part_names if part not in texts]
            first = next(iter(self._entries.values()))
            what = "this line is" if len(missing) == 1 else "these lines are"
            self._say(first, f"{what} blank: {', '.join(missing)} (write 0 where there is none)")
        return None if typed.value is None else dict(typed.value)

    def _several(self) -> AnswerValue:
        question = self._question
        if not self._item.has_parts:
            (entry,) = self._entries.values()
            if entry.text.strip().casefold() == NONE:
                return []
            reading = read(question, entry.text, self._assessment, self._catalogue)
            if reading.fault:
                self._say(entry, reading.fault)
            return None if reading.fault else reading.value
        chosen: list[AnswerValue] = []
        for line in self._item.lines:
            entry_there = self._entries.get(line.key)
            if entry_there is None:
                continue
            word = entry_there.text.strip().casefold()
            if word not in _YES | _NO:
                self._say(entry_there, f"{_short(entry_there.text)} is neither yes nor no")
                return None
            if word in _YES:
                chosen.append(self._part(line))
        if not chosen and len(self._entries) < len(self._item.lines):
            return None
        return chosen

    def _stories(self) -> AnswerValue:
        stories: dict[str, dict[str, AnswerValue]] = {}
        for key, entry in self._entries.items():
            number, field = key.removeprefix(f"{self._question.name}.").split(".")
            said: AnswerValue = entry.text
            if field == "released":
                word = entry.text.strip().casefold()
                if word not in _YES | _NO:
                    self._say(entry, f"{_short(entry.text)} is neither yes nor no")
                    return None
                said = word in _YES
            stories.setdefault(number, {})[field] = said
        told: list[AnswerValue] = [dict(stories[number]) for number in sorted(stories)]
        return told

    def _part(self, line: FormLine) -> str:
        return line.key.removeprefix(f"{self._question.name}.")

    def _say(self, entry: FormEntry, fault: Text) -> None:
        self.remarks.append(f"{entry.place}: {words_of(fault)}; kept as a note")


def _option(text: str, options: tuple[FormOption, ...]) -> str | None:
    """Find the option that a text means: by its label, its code, or what stands after the level."""
    for option in options:
        if text == option.code:
            return option.code
    wanted = " ".join(text.split()).casefold()
    for option in options:
        label = option.label.casefold()
        if wanted in (label, option.code.casefold(), label.partition(" – ")[2] or label):
            return option.code
    begun = [option.code for option in options if option.label.casefold().startswith(wanted)]
    return begun[0] if len(begun) == 1 and len(wanted) >= 3 else None


def _short(text: str) -> str:
    return repr(shortened(text, 40))
