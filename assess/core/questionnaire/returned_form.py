"""A returned questionnaire: what stands on its lines, read into proposals; what cannot be, said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from assess.core.case.answer import Answer, AnswerValue
from assess.core.case.assessment import Assessment
from assess.core.case.checking import check_value
from assess.core.case.history.proposal import Proposal
from assess.core.case.reading import everyday_words
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
from assess.core.questionnaire.message import FormMessage, ReturnedMessage
from assess.core.questionnaire.questionnaire import (
    FormItem,
    FormLine,
    FormOption,
    FormSpeech,
    item_of,
    line_keys,
    statuses,
)
from assess.core.text.message import Say, Text, message, series
from assess.core.text.value import Value
from assess.core.text.words import shortened

_CODES = {
    status.value: status.value for status in (*CHOSEN_BY_EXPERT, Status.ANSWERED, Status.SKIPPED)
}
_YES = everyday_words.YES | {"y", "x", "✓", "✔", "☒", "☑", "true", "1"}
_NO = everyday_words.NO | {"n", "-", "false", "0"}
_NONE = "none"
"""What stands where several may be chosen, and none was, in any language."""


class FormEntry(NamedTuple):
    """What stands at one place of a form: as text, with the place in words."""

    text: str
    place: Text
    fault: Text | None = None
    """Why it cannot be an answer, where the form itself shows that."""


NAMED_WHOLE = 500
"""So much of a text is said that is kept nowhere else."""


class Stray(NamedTuple):
    """What stands at a place of a form where nothing is read, or is noted on a place."""

    text: str
    place: Text
    kind: Literal["cell", "cover", "comment", "box", "annotation", "misplaced"] = "cell"
    """Misplaced is a status or a note beside a part of a question, where none is asked for."""
    key: str | None = None
    """The line, or the question, that it stands by."""
    is_number_of_form: bool = False
    """Whether a number there is the form's own: of an indicator, or of what is filled in."""


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
    language: str | None = None
    """The code of the language in which it was made, if it says so."""
    reasons: Mapping[str, FormEntry] = field(default_factory=dict)
    """Why a question has no answer, or why an unusual one is right; only tables have them."""
    due: Mapping[str, FormEntry] = field(default_factory=dict)
    """By which day an answer will follow; only tables have it."""
    seen: frozenset[str] = frozenset()
    """The lines that are on the form, filled in or not."""
    remarks: tuple[Text, ...] = ()
    """What was met on the way, each with its place."""
    strays: tuple[Stray, ...] = ()
    """What stands where nothing is read; the form's own texts are among it."""


class ReadForm(Value):
    """What a returned form proposes, and what of it could not be read as it stands."""

    proposals: tuple[Proposal, ...]
    remarks: tuple[Text, ...]


def text_of(number: float) -> str:
    """Write a number so that it can be read in one way only: never like thousands in groups."""
    text = format(Decimal(repr(number)).normalize(), "f")
    return f"{text}0" if re.fullmatch(r"-?\d{1,3}\.\d{3}", text) else text


def read_form(
    returned: Returned,
    assessment: Assessment,
    catalogue: Catalogue,
    source: str,
    speech: FormSpeech,
    items: Mapping[str, FormItem] | None = None,
) -> ReadForm:
    """Read a returned form; what cannot be an answer is kept as a note, and said.

    Notes are said as `speech` says; what stands on the form may be in any of its languages.
    `items` are the questions as laid out before, for who reads many forms.
    """
    remarks = list(returned.remarks)
    words = _FormAnswers(catalogue, speech)
    found: dict[str, Proposal] = {}
    known: set[str] = set()
    for name, question in catalogue.questions.items():
        item = items[name] if items is not None else item_of(question, catalogue, speech)
        known.update(line.key for line in item.lines)
        reading = _Question(question, item, returned, assessment, catalogue, words)
        proposal = reading.proposal(source)
        remarks += reading.remarks
        if proposal is not None:
            found[name] = proposal
    remarks += _unknown(returned, known, catalogue)
    remarks += _missing(returned, known)
    remarks += _relations(found, returned, assessment, catalogue)
    return ReadForm(proposals=tuple(found.values()), remarks=tuple(remarks))


def _unknown(returned: Returned, known: set[str], catalogue: Catalogue) -> Iterator[Text]:
    for key, entry in returned.lines.items():
        if key not in known:
            line, text = repr(shortened(key, 60)), shortened(entry.text, NAMED_WHOLE)
            yield message(ReturnedMessage.NO_LINE, place=entry.place, line=line, text=text)
    for entries in (returned.statuses, returned.notes, returned.reasons, returned.due):
        for name, entry in entries.items():
            if name not in catalogue.questions:
                shown, text = repr(shortened(name, 60)), shortened(entry.text, NAMED_WHOLE)
                yield message(
                    ReturnedMessage.NO_QUESTION, place=entry.place, question=shown, text=text
                )


def _missing(returned: Returned, known: set[str]) -> Iterator[Text]:
    """Say which lines are not on the form any more; a form without any is not one of ours."""
    missing = sorted(known - returned.seen)
    if not missing or not returned.seen:
        return
    count, lines = len(missing), series(missing[:5], "comma")
    if count > 5:
        yield message(ReturnedMessage.MANY_LINES_MISSING, count=count, lines=lines, more=count - 5)
    else:
        yield message(ReturnedMessage.LINES_MISSING, count=count, lines=lines)


def _relations(
    found: Mapping[str, Proposal],
    returned: Returned,
    assessment: Assessment,
    catalogue: Catalogue,
) -> Iterator[Text]:
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
            place = next(
                returned.lines[key].place for key in line_keys(question) if key in returned.lines
            )
            yield message(
                ReturnedMessage.AT_QUESTION,
                place=place,
                question=question.title,
                fault=finding.text,
            )


class _FormAnswers:
    """What may stand on a form for yes, no, none, or a reason for no answer."""

    def __init__(self, catalogue: Catalogue, speech: FormSpeech) -> None:
        yes, no = speech.yes_no()
        self.say: Say = speech.say
        self.offered = statuses(catalogue, speech)
        self.yes, self.no = _YES | _folded(yes), _NO | _folded(no)
        self.none = _folded(speech.option(_NONE, message(FormMessage.NONE_CHOSEN)))

    def is_yes(self, entry: FormEntry) -> bool | None:
        """Tell whether yes stands there, or no; None: neither."""
        word = entry.text.strip().casefold()
        return True if word in self.yes else False if word in self.no else None


def _folded(option: FormOption) -> frozenset[str]:
    return frozenset(text.casefold() for text in (option.code, option.label, *option.also))


class _Question:
    """One question of a returned form while it is read."""

    def __init__(
        self,
        question: Question,
        item: FormItem,
        returned: Returned,
        assessment: Assessment,
        catalogue: Catalogue,
        words: _FormAnswers,
    ) -> None:
        self._question, self._item, self._words = question, item, words
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
        self.remarks: list[Text] = []

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
                    message(
                        ReturnedMessage.STATUS_BESIDE_ANSWER,
                        place=self._status.place,
                        status=repr(self._status.text),
                    )
                )
            status = Status.ANSWERED
        if status is Status.ANSWERED and value is None:
            status = None
        reason = self._reason.text if self._reason else None
        if status is Status.NOT_APPLICABLE and reason is None:
            none_given = self._words.say(message(ReturnedMessage.NO_REASON))
            reason, note = note or none_given, None
            if reason == none_given and self._status:
                self.remarks.append(
                    message(ReturnedMessage.REASON_NEEDED, place=self._status.place)
                )
        if status in (None, Status.NOT_REACHED) and not note:
            return None
        return Proposal(
            question=self._question.name,
            status=status or Status.NOT_REACHED,
            value=value,
            reason=reason,
            note=note,
            for_report=False if note else None,
            follow_up_by=self._day_due(),
            source=source,
        )

    def _day_due(self) -> date | None:
        if self._due is None:
            return None
        reading = read_day(self._due.text, self._catalogue.month_words, is_of_table=True)
        if reading.fault:
            self.remarks.append(
                message(ReturnedMessage.AT, place=self._due.place, fault=reading.fault.naming())
            )
        return reading.day

    def _chosen_status(self) -> Status | None:
        entry = self._status
        if entry is None or not entry.text.strip():
            return None
        code = _CODES.get(entry.text.strip()) or _option(entry.text, self._words.offered)
        if code is None:
            self.remarks.append(
                message(
                    ReturnedMessage.NOT_OFFERED,
                    place=entry.place,
                    status=_short(entry.text),
                    reasons=series([option.label for option in self._words.offered], "comma"),
                )
            )
            return None
        return None if code == Status.SKIPPED.value else Status(code)

    def _value(self) -> AnswerValue:
        """Read the lines into a value of the right form; None where that is not possible."""
        count = len(self.remarks)
        faulty = [entry for entry in self._entries.values() if entry.fault]
        for entry in faulty:
            code = ReturnedMessage.KEPT_AS_NOTE if entry.text.strip() else ReturnedMessage.AT
            self.remarks.append(message(code, place=entry.place, fault=entry.fault or ""))
        value = None if faulty else self._read()
        first = next(iter(self._entries.values()))
        if value is None:
            if len(self.remarks) == count:
                self.remarks.append(message(ReturnedMessage.INCOMPLETE, place=first.place))
            return None
        wrong = [*form_findings(self._question, value, self._catalogue)]
        for finding in wrong:
            self._say(first, finding.text)
        return None if wrong else value

    def _as_said(self) -> str:
        """Give what stands on the lines as a note, so that nothing of it gets lost."""
        labels = {line.key: line.label for line in self._item.lines}
        said = [
            f"{labels[key]}: {entry.text.strip()}" if labels[key] else entry.text.strip()
            for key, entry in self._entries.items()
            if entry.text.strip()
        ]
        answers = series(said, "semicolon")
        say = self._words.say
        return say(message(ReturnedMessage.AS_WRITTEN, answers=answers)) if said else ""

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
            names = series([option.label for option in line.options], "comma")
            answer = _short(entry.text)
            self._say(entry, message(ReturnedMessage.NONE_OF, answer=answer, options=names))
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
            blank = message(
                ReturnedMessage.LINES_BLANK, count=len(missing), lines=series(missing, "comma")
            )
            self._say(first, blank)
        return None if typed.value is None else dict(typed.value)

    def _several(self) -> AnswerValue:
        question = self._question
        if not self._item.has_parts:
            (entry,) = self._entries.values()
            if entry.text.strip().casefold() in self._words.none:
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
            holds = self._yes_or_no(entry_there)
            if holds is None:
                return None
            if holds:
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
                said = self._yes_or_no(entry)
                if said is None:
                    return None
            stories.setdefault(number, {})[field] = said
        told: list[AnswerValue] = [dict(stories[number]) for number in sorted(stories)]
        return told

    def _yes_or_no(self, entry: FormEntry) -> bool | None:
        holds = self._words.is_yes(entry)
        if holds is None:
            answer = _short(entry.text)
            self._say(entry, message(ReturnedMessage.NEITHER_YES_NOR_NO, answer=answer))
        return holds

    def _part(self, line: FormLine) -> str:
        return line.key.removeprefix(f"{self._question.name}.")

    def _say(self, entry: FormEntry, fault: Text) -> None:
        self.remarks.append(message(ReturnedMessage.KEPT_AS_NOTE, place=entry.place, fault=fault))


def _option(text: str, options: tuple[FormOption, ...]) -> str | None:
    """Find the option that a text means: by its label, its code, or what stands after the level."""
    for option in options:
        if text == option.code:
            return option.code
    wanted = " ".join(text.split()).casefold()
    for option in options:
        labels = [label.casefold() for label in (option.label, *option.also)]
        if wanted in (option.code.casefold(), *labels):
            return option.code
        if wanted in [label.partition(" – ")[2] for label in labels if " – " in label]:
            return option.code
    begun = [
        option.code
        for option in options
        if any(label.casefold().startswith(wanted) for label in (option.label, *option.also))
    ]
    return begun[0] if len(begun) == 1 and len(wanted) >= 3 else None


def _short(text: str) -> str:
    return repr(shortened(text, 40))
